/// What people decided and did about a round's result; the tool only shows it.
public struct FollowUp: Equatable, Sendable {
  /// `actions.csv`; nil where there is none.
  public var actions: [Action]?
  /// `review.yaml`; nil where there is none.
  public var review: Review?

  public init(actions: [Action]? = nil, review: Review? = nil) { (self.actions, self.review) = (actions, review) }

  public static let none = FollowUp()
}
