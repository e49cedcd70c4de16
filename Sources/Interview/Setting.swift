public import Inspection

/// What an interview is about and does not change: policy, checklist as put to this person, and the occasion.
public struct Setting: Equatable, Sendable {
  public enum Occasion: Equatable, Sendable {
    /// On one's own, without handing in.
    case personal
    case round(Round)
  }

  public var policy: Policy
  public var questionnaire: Questionnaire
  public var occasion: Occasion
  /// Whether the next person comes to the same screen, so that nothing of this one may stay: no 控え is offered.
  public var isShared: Bool
  /// Whether the person has handed in before, which is said at once: a second sheet replaces the whole of the first.
  public var hasHandedIn: Bool
  /// Whether the round's first day is still to come, which is said at once; nobody is turned away.
  public var isEarly: Bool
  /// nil where people enter their own answers.
  public var assistance: Assistance?

  public init(
    policy: Policy, questionnaire: Questionnaire, occasion: Occasion, isShared: Bool = false,
    hasHandedIn: Bool = false, isEarly: Bool = false, assistance: Assistance? = nil
  ) {
    (self.policy, self.questionnaire, self.occasion) = (policy, questionnaire, occasion)
    self.isShared = isShared
    self.hasHandedIn = hasHandedIn
    self.isEarly = isEarly
    self.assistance = assistance
  }

  public var checklist: Checklist { questionnaire.checklist }

  public var round: Round? {
    switch occasion {
    case .personal: nil
    case .round(let round): round
    }
  }
}
