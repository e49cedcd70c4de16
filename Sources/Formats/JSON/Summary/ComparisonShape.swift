import Aggregation
import Inspection

/// The comparison in JSON; what cannot be compared is a round with no figures beside it.
struct ComparisonShape: Encodable {
  struct Earlier: Encodable {
    var id: String
    var title: String
    var fiscalYear: Int
    var electionBefore: Bool
    var edition: Int?
    var file: String?
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
    /// The least number of people by whom they differ.
    var people: Int?
    var sections: [Section]?
  }

  struct Section: Encodable {
    var id: String
    var title: String
    var items: [String]
    var before: FiguresShape
    var now: FiguresShape
    var people: Int
  }

  struct Item: Encodable {
    var id: String
    var revision: Int
    var rounds: [Figure]
  }

  struct Figure: Encodable {
    var round: String
    var implementation: RateShape?
    var people: Int?
  }

  struct AnsweredRow: Encodable {
    var id: String
    var revision: Int
    /// Absent: 未回答.
    var now: String?
    var rounds: [Answered]
  }

  struct Answered: Encodable {
    var round: String
    /// Whether that round asked the item in this revision.
    var isAsked: Bool
    /// Absent: 未回答.
    var choice: String?
  }

  var rounds: [Earlier]
  var roles: [RolePart]
  var organisation: [AnsweredRow]

  init(_ comparison: Comparison) {
    let ids = comparison.rounds.map(\.id.rawValue)
    rounds = comparison.rounds.map {
      Earlier(
        id: $0.id.rawValue, title: $0.title, fiscalYear: $0.fiscalYear, electionBefore: $0.hadElectionBefore,
        edition: $0.edition, file: $0.file)
    }
    roles = comparison.roles.map { part in
      RolePart(
        role: part.role.rawValue, steps: zip(ids, part.steps).map { Step($0, $1) },
        items: part.items.map { row in
          Item(
            id: row.item.id.rawValue, revision: row.item.revision,
            rounds: ids.indices.map { index in
              let change = row.change(since: index)
              return Figure(
                round: ids[index], implementation: change.map { RateShape($0.before.implementation) },
                people: change?.people)
            })
        })
    }
    organisation = comparison.organisation.map { row in
      AnsweredRow(
        id: row.item.id.rawValue, revision: row.item.revision, now: row.now?.rawValue,
        rounds: zip(ids, row.before).map { id, before in
          Answered(round: id, isAsked: before != nil, choice: before?.choice?.rawValue)
        })
    }
  }
}

extension ComparisonShape.Step {
  fileprivate init(_ round: String, _ step: Comparison.Step?) {
    self.init(
      round: round, comparable: step.map { RateShape($0.comparable) },
      before: step.map { FiguresShape($0.change.before) }, now: step.map { FiguresShape($0.change.now) },
      people: step?.change.people,
      sections: step?.sections.map { section in
        ComparisonShape.Section(
          id: section.id, title: section.title, items: section.items.map(\.rawValue),
          before: FiguresShape(section.change.before), now: FiguresShape(section.change.now),
          people: section.change.people)
      })
  }
}
