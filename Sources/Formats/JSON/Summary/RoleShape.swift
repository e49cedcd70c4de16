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
    var items: Int
    var percent: Int
  }

  /// What is in no figure, for fewer than `than` sheets answer it.
  struct Apart: Encodable {
    var than = Disclosure.basesFrom
    /// How many items.
    var count: Int
    /// Absent in the public edition.
    var items: [String]?
    /// Absent but for a signed round with plans of fewer than 5 sheets.
    var plans: Bool?
  }

  var role: String
  var handIn: HandInShape
  var tables: TablesShape?
  var concerns: [String]?
  var domains: [Domain]?
  /// The titles of the domains in which fewer than 10 sheets answer.
  var domainsLeftOut: [String]?
  var apart: Apart?
  var withheld: Withheld?

  init(_ part: DisclosedRole) {
    role = part.role.rawValue
    handIn = HandInShape(part.handIn)
    switch part.figures {
    case .tables(let tables):
      self.tables = TablesShape(tables)
      apart = Apart(tables.apart)
      apart?.plans = tables.plans == .apart ? true : nil
    case .concerns(let items, let few):
      concerns = items.map(\.id.rawValue)
      apart = Apart(few)
    case .sections(let sections):
      domains = sections.shown.map { Domain(id: $0.id, title: $0.title, items: $0.items, percent: $0.percent) }
      domainsLeftOut = sections.leftOut
      apart = Apart(count: sections.apart)
    case .withheld(.notClosed): withheld = Withheld(reason: "notClosed")
    case .withheld(.fewerSheets(let limit)): withheld = Withheld(reason: "fewerSheets", than: limit)
    }
  }
}

extension RoleShape.Apart {
  fileprivate init(_ apart: SmallBases) {
    self.init(than: apart.below, count: apart.items.count, items: apart.items.map(\.id.rawValue))
  }
}

struct HandInShape: Encodable {
  struct Reconciliation: Encodable {
    var submissions: Int
    var fromExempt: Int
    var fromOthers: Int
    var late: Int
    var sheets: Int
    var leftOut: Int
    var elsewhere: Int
  }

  var asked: Int
  var exempt: Int
  var handedIn: Int
  var rate: RateShape
  var reconciliation: Reconciliation?

  init(_ figures: HandInFigures) {
    asked = figures.asked
    exempt = figures.exempt
    handedIn = figures.handedIn
    rate = RateShape(figures.rate)
    reconciliation = figures.reconciliation.map {
      Reconciliation(
        submissions: $0.submissions, fromExempt: $0.fromExempt, fromOthers: $0.fromOthers,
        late: $0.late, sheets: $0.sheets, leftOut: $0.leftOut,
        elsewhere: $0.elsewhere)
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
    var label: String
    var question: String
    var table: String
    var figures: FiguresShape
  }

  struct Group: Encodable {
    var id: String
    var number: String?
    var title: String
    var items: [String]
    var figures: FiguresShape
    /// The awareness items beside them, and their figures; absent where there are none.
    var awareness: Awareness?
    /// Why items for it make no figure of practice; absent where one does, or there is no such item.
    var silences: [String]?

    init(_ group: GroupFigures) {
      id = group.id
      number = group.number
      title = group.title
      items = group.items.map(\.rawValue)
      figures = FiguresShape(group.figures)
      awareness =
        group.awareness.isEmpty
        ? nil : Awareness(items: group.awareness.map(\.rawValue), figures: FiguresShape(group.awarenessFigures))
      silences = group.silences.isEmpty ? nil : group.silences.map(\.word)
    }
  }

  struct Awareness: Encodable {
    var items: [String]
    var figures: FiguresShape
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
        id: $0.item.id.rawValue, revision: $0.item.revision, label: $0.item.label, question: $0.item.question,
        table: $0.table.rawValue, figures: FiguresShape($0.figures))
    }
    sections = tables.sections.map(Group.init)
    clauses = tables.clauses.map(Group.init)
    threats = tables.threats.map(Group.init)
    properties = tables.properties.map(Group.init)
    assets = tables.assets.map(Group.init)
    ordinance = tables.ordinance.map(Group.init)
    if case .written(let rate) = tables.plans { plans = RateShape(rate) }
  }
}

extension Questionnaire.Silence {
  fileprivate var word: String {
    switch self {
    case .form: "form"
    case .noPrevious: "noPrevious"
    case .rule(let rule): "rule:\(rule)"
    case .nobody: "nobody"
    case .reference: "reference"
    case .few: "few"
    }
  }
}

struct RateShape: Encodable {
  var numerator: Int
  var denominator: Int
  /// To one decimal; absent over nothing.
  var percent: Double?

  init(_ rate: Rate) {
    (numerator, denominator) = (rate.numerator, rate.denominator)
    // The nearest Double of a decimal with one digit is printed as that decimal.
    percent = rate.percent.map { Double($0.tenths) / 10 }
  }
}

struct CountsShape: Encodable {
  var yes: Int
  var alternative: Int
  var partial: Int
  var no: Int
  var unknown: Int
  var notApplicable: Int
  var unanswered: Int

  init(_ tally: Tally) {
    yes = tally.yes
    alternative = tally.alternative
    partial = tally.partial
    no = tally.no
    unknown = tally.unknown
    notApplicable = tally.notApplicable
    unanswered = tally.unanswered
  }
}

struct FiguresShape: Encodable {
  struct Rates: Encodable {
    var implementation: RateShape
    var withUnanswered: RateShape
    var atLeastPartly: RateShape
    var notKnown: RateShape
    var notApplicable: RateShape
  }

  var counts: CountsShape
  var rates: Rates

  init(_ figures: Figures) {
    counts = CountsShape(figures.tally)
    rates = Rates(
      implementation: RateShape(figures.implementation), withUnanswered: RateShape(figures.withUnanswered),
      atLeastPartly: RateShape(figures.atLeastPartly),
      notKnown: RateShape(figures.notKnown), notApplicable: RateShape(figures.notApplicable))
  }
}

/// The organisation's hand-in and answers; sections have no items in the public edition, and none stand before closing.
struct OrganisationShape: Encodable {
  struct Section: Encodable {
    var id: String
    var title: String
    var counts: CountsShape
    var items: [Row]?
  }

  struct Row: Encodable {
    var id: String
    var revision: Int
    var choice: String?
    var reason: String?
    var evidence: String?
    var note: String?
    var plan: PlanShape?
  }

  var handIn: HandInShape
  var hasSheet: Bool?
  var sections: [Section]?
  /// The titles of the sections that have too few items for the public edition.
  var sectionsLeftOut: [String]?
  /// Items answered はい without evidence.
  var withoutEvidence: Int?

  init(_ handIn: HandInFigures, _ organisation: OrganisationSummary?) {
    self.handIn = HandInShape(handIn)
    hasSheet = organisation?.hasSheet
    sections = organisation?.sections.map { section in
      Section(
        id: section.id.rawValue, title: section.title, counts: CountsShape(section.tally),
        items: section.rows.isEmpty ? nil : section.rows.map(Row.init))
    }
    sectionsLeftOut = organisation?.leftOut
    withoutEvidence = organisation?.withoutEvidence
  }
}

extension OrganisationShape.Row {
  fileprivate init(_ row: AnsweredItem) {
    self.init(
      id: row.item.id.rawValue, revision: row.item.revision, choice: row.choice?.rawValue, reason: row.reason,
      evidence: row.evidence, note: row.note, plan: row.plan.map { PlanShape($0) })
  }
}
