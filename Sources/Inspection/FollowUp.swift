/// What people decided and did about a round's result; the tool only shows it.
public struct FollowUp: Equatable, Sendable {
  /// `actions.csv`; nil where there is none.
  public var actions: [Action]?
  /// `audit.csv`, in the order of the file; nil where there is none.
  public var audit: [AuditRecord]?
  /// `review.yaml`; nil where there is none.
  public var review: Review?

  /// `opinions.csv`; empty where there is none.
  public var opinions: [Opinion]

  public init(
    actions: [Action]? = nil, audit: [AuditRecord]? = nil, review: Review? = nil, opinions: [Opinion] = []
  ) {
    (self.actions, self.audit) = (actions, audit)
    (self.review, self.opinions) = (review, opinions)
  }

  public static let none = FollowUp()
}
