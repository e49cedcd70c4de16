import Aggregation
import Inspection

/// A line of `actions.csv` in JSON.
struct ActionShape: Encodable {
  var id: String
  var round: String
  var kind: String
  var items: [String]
  var subject: String
  var ground: String
  var cause: String
  var measure: String
  var owner: String
  var due: String?
  var state: String
  var isPublic: Bool

  enum CodingKeys: String, CodingKey {
    case id, round, kind, items, subject, ground, cause, measure, owner, due, state
    case isPublic = "public"
  }

  init(_ action: Action) {
    (id, round) = (action.id.rawValue, action.round.rawValue)
    (kind, items) = (action.matter.kind.rawValue, action.matter.items.map(\.rawValue))
    (subject, ground) = (action.matter.subject, action.matter.ground)
    (cause, measure, owner) = (action.cause, action.measure, action.owner)
    (due, state, isPublic) = (action.due?.iso, action.state.rawValue, action.isPublic)
  }
}

/// What the public is told of a line of it.
struct PublishedActionShape: Encodable {
  var measure: String
  var owner: String
  var due: String?
  var state: String

  init(_ action: PublishedAction) {
    (measure, owner, due, state) = (action.measure, action.owner, action.due?.iso, action.state.rawValue)
  }
}

/// A line of `audit.csv` in JSON; absent is what nobody has filled in.
struct AuditShape: Encodable {
  var item: String
  var question: String
  var claim: String
  var evidence: String
  var seen: String
  var judgement: String?
  var finding: String
  var day: String?
  var auditor: String

  init(_ record: AuditRecord) {
    (item, question) = (record.item.rawValue, record.question)
    (claim, evidence) = (record.claim, record.evidence)
    (seen, judgement, finding) = (record.seen, record.judgement?.rawValue, record.finding)
    (day, auditor) = (record.day?.iso, record.auditor)
  }
}

/// The record of the review in JSON; absent is what nobody has filled in.
struct ReviewShape: Encodable {
  struct Judgement: Encodable {
    var needed: String?
    var reason: String?
    /// Only of changed circumstances.
    var what: [String]?
  }

  var lookedAt: [String]
  var results: Judgement
  var circumstances: Judgement
  var day: String?
  var decidedBy: String?

  init(_ review: Review) {
    lookedAt = review.lookedAt
    results = Judgement(needed: review.results.needed?.rawValue, reason: review.results.reason)
    circumstances = Judgement(
      needed: review.circumstances.needed?.rawValue, reason: review.circumstances.reason, what: review.changes)
    (day, decidedBy) = (review.day?.iso, review.decidedBy)
  }
}

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
  /// Of what an audit found.
  var judgement: String?
  /// The number of the ordinance's item, and what the policy does not name of it; or what has changed, or was found.
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
    case .deviceSetUp(let rate, let limit): set("deviceSetUp", rate, limit)
    case .missingRule(let missing): (rule, self.missing) = ("missingRule", missing.id.rawValue)
    case .noSpread(let choice, let answers):
      (rule, self.choice, self.answers) = ("noSpread", choice.rawValue, answers)
    case .organisationGap(let choice, _): (rule, self.choice) = ("organisationGap", choice?.rawValue)
    case .auditFinding(let record):
      (rule, judgement, matter) = ("auditFinding", record.judgement?.rawValue, record.finding)
    case .organisationMissing: rule = "organisationMissing"
    case .unverified: rule = "unverified"
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
