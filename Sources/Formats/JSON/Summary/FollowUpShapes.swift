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

  init(_ action: Action) {
    (id, round) = (action.id.rawValue, action.round.rawValue)
    (kind, items) = (action.matter.kind.rawValue, action.matter.items.map(\.rawValue))
    (subject, ground) = (action.matter.subject, action.matter.ground)
    (cause, measure, owner) = (action.cause, action.measure, action.owner)
    (due, state) = (action.due?.iso, action.state.rawValue)
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
