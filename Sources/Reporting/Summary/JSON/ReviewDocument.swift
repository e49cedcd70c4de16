import Inspection

/// The record of the review in JSON; absent is what nobody has filled in.
struct ReviewDocument: Encodable {
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
