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

  public init(policy: Policy, questionnaire: Questionnaire, occasion: Occasion) {
    (self.policy, self.questionnaire, self.occasion) = (policy, questionnaire, occasion)
  }

  public var checklist: Checklist { questionnaire.checklist }

  public var round: Round? {
    switch occasion {
    case .personal: nil
    case .round(let round): round
    }
  }
}
