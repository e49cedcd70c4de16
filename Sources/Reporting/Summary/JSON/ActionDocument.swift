import Inspection

/// A line of `actions.csv` in JSON.
struct ActionDocument: Encodable {
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
