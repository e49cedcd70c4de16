import Aggregation
import Inspection

/// A proposal in JSON: the rule by name, and of its particulars those that the rule has.
struct ProposalShape: Encodable {
  var kind: String
  var rule = ""
  var role: String?
  var items: [String]
  var clauses: [String]
  var rate: RateShape?
  /// In percent.
  var threshold: Int?
  var choice: String?
  var answers: Int?
  /// Of the missing rule.
  var missing: String?
  /// The number of the ordinance's item, and what the policy does not name of it; or what has changed.
  var ordinance: Int?
  var matter: String?
  var effective: String?

  init(_ proposal: Proposal) {
    kind = proposal.kind.rawValue
    role = proposal.role?.rawValue
    items = proposal.items.map(\.id.rawValue)
    clauses = proposal.clauses.map(\.id.rawValue)
    switch proposal.rule {
    case .support(let rate, let limit): set("support", rate, limit)
    case .training(let rate, let limit): set("training", rate, limit)
    case .notApplicable(let rate, let limit): set("notApplicable", rate, limit)
    case .mostReport: rule = "mostReport"
    case .missingRule(let missing): (rule, self.missing) = ("missingRule", missing.id.rawValue)
    case .noSpread(let choice, let answers):
      (rule, self.choice, self.answers) = ("noSpread", choice.rawValue, answers)
    case .untested: rule = "untested"
    case .organisationConcerns: rule = "organisationConcerns"
    case .notInPolicy(let entry, let matter):
      (rule, ordinance, self.matter) = ("notInPolicy", entry.number, matter)
    case .changedCircumstances(let what): (rule, matter) = ("changedCircumstances", what)
    case .ordinanceTakesEffect(let day): (rule, effective) = ("ordinanceTakesEffect", day.iso)
    }
  }

  private mutating func set(_ name: String, _ rate: Rate, _ limit: Int) {
    (rule, self.rate, threshold) = (name, RateShape(rate), limit)
  }
}
