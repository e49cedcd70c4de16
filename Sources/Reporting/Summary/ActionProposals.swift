public import Aggregation
public import Inspection

extension Proposal {
  /// What it would be in the council's list of actions; nil for what is not an improvement.
  public var matter: Action.Matter? {
    let kind: Action.Kind
    let subject: String
    switch rule {
    case .support, .mostReport: (kind, subject) = (.support, questions)
    case .training: (kind, subject) = (.training, questions)
    case .missingRule(let missing): (kind, subject) = (.rule, "「\(missing.title)」がまだない。")
    case .notApplicable, .noSpread, .untested, .organisationConcerns, .notInPolicy, .ordinanceTakesEffect,
      .changedCircumstances:
      return nil
    }
    return Action.Matter(kind: kind, items: items.map(\.id), subject: subject, ground: sentence)
  }

  private var questions: String { items.map(\.question).joined(separator: "、") }
}
