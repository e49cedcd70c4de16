import Aggregation
import Inspection

/// The comparison in JSON; what cannot be compared is a round with no figures beside it.
struct ComparisonShape: Encodable {
  struct Earlier: Encodable {
    var id: String
    var title: String
    var fiscalYear: Int
    var electionBefore: Bool
  }

  struct RolePart: Encodable {
    var role: String
    var steps: [Step]
    var items: [Item]
  }

  struct Step: Encodable {
    var round: String
    var comparable: RateShape?
    var before: FiguresShape?
    var now: FiguresShape?
  }

  struct Item: Encodable {
    var id: String
    var revision: Int
    var rounds: [Figure]
  }

  struct Figure: Encodable {
    var round: String
    var implementation: RateShape?
    /// The least number of people by whom it differs from now.
    var people: Int?
  }

  var rounds: [Earlier]
  var roles: [RolePart]

  init(_ comparison: Comparison) {
    let ids = comparison.rounds.map(\.id.rawValue)
    rounds = comparison.rounds.map {
      Earlier(
        id: $0.id.rawValue, title: $0.title, fiscalYear: $0.fiscalYear, electionBefore: $0.hadElectionBefore)
    }
    roles = comparison.roles.map { part in
      RolePart(
        role: part.role.rawValue,
        steps: zip(ids, part.steps).map { id, step in
          Step(
            round: id, comparable: step.map { RateShape($0.comparable) },
            before: step.map { FiguresShape($0.before) }, now: step.map { FiguresShape($0.now) })
        },
        items: part.items.map { row in
          Item(
            id: row.item.id.rawValue, revision: row.item.revision,
            rounds: zip(ids, row.before).map { id, before in
              Figure(
                round: id, implementation: before.map { RateShape($0.implementation) },
                people: before.map { row.now.people(since: $0) })
            })
        })
    }
  }
}
