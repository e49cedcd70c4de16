import Aggregation
import Inspection

/// A role's 提出 and, as far as they are shown, its figures: one of `tables`, `concerns`, `domains`, `withheld`.
struct RoleShape: Encodable {
  struct Withheld: Encodable {
    var reason: String
    var than: Int?
  }

  struct Domain: Encodable {
    var id: String
    var title: String
    var percent: Int?
  }

  var role: String
  var handIn: HandInShape
  var tables: TablesShape?
  var concerns: [String]?
  var domains: [Domain]?
  var withheld: Withheld?

  init(_ part: DisclosedRole) {
    role = part.role.rawValue
    handIn = HandInShape(part.handIn)
    switch part.figures {
    case .tables(let tables): self.tables = TablesShape(tables)
    case .concerns(let items): concerns = items.map(\.id.rawValue)
    case .sections(let sections):
      domains = sections.map { Domain(id: $0.id, title: $0.title, percent: $0.percent) }
    case .withheld(.notClosed): withheld = Withheld(reason: "notClosed")
    case .withheld(.fewerSheets(let limit)): withheld = Withheld(reason: "fewerSheets", than: limit)
    }
  }
}

struct HandInShape: Encodable {
  struct Reconciliation: Encodable {
    var exempt: Int
    var submissions: Int
    var fromExempt: Int
    var fromOthers: Int
    var late: Int
    var sheets: Int
    var leftOut: Int
  }

  var asked: Int
  var handedIn: Int
  var rate: RateShape
  var reconciliation: Reconciliation?

  init(_ figures: HandInFigures) {
    asked = figures.asked
    handedIn = figures.handedIn
    rate = RateShape(figures.rate)
    reconciliation = figures.reconciliation.map {
      Reconciliation(
        exempt: $0.exempt, submissions: $0.submissions, fromExempt: $0.fromExempt, fromOthers: $0.fromOthers,
        late: $0.late, sheets: $0.sheets, leftOut: $0.leftOut)
    }
  }
}

struct TablesShape: Encodable {
  struct Overall: Encodable {
    var practice: FiguresShape
    var awareness: FiguresShape
    var devices: FiguresShape
  }

  struct Item: Encodable {
    var id: String
    var revision: Int
    var table: String
    var figures: FiguresShape
  }

  struct Group: Encodable {
    var id: String
    var number: String?
    var title: String
    var items: [String]
    var figures: FiguresShape

    init(_ group: GroupFigures) {
      id = group.id
      number = group.number
      title = group.title
      items = group.items.map(\.rawValue)
      figures = FiguresShape(group.figures)
    }
  }

  var overall: Overall
  var items: [Item]
  var sections: [Group]
  var clauses: [Group]
  var threats: [Group]
  var properties: [Group]
  var assets: [Group]
  var ordinance: [Group]
  var plans: RateShape?

  init(_ tables: RoleTables) {
    overall = Overall(
      practice: FiguresShape(tables.overall(.practice)), awareness: FiguresShape(tables.overall(.awareness)),
      devices: FiguresShape(tables.overall(.devices)))
    items = tables.items.map {
      Item(
        id: $0.item.id.rawValue, revision: $0.item.revision, table: $0.table.rawValue,
        figures: FiguresShape($0.figures))
    }
    sections = tables.sections.map(Group.init)
    clauses = tables.clauses.map(Group.init)
    threats = tables.threats.map(Group.init)
    properties = tables.properties.map(Group.init)
    assets = tables.assets.map(Group.init)
    ordinance = tables.ordinance.map(Group.init)
    plans = tables.plans.map(RateShape.init)
  }
}
