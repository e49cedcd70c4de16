import Aggregation
import Inspection

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
    var amongAllAsked: RateShape
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
      amongAllAsked: RateShape(figures.amongAllAsked), atLeastPartly: RateShape(figures.atLeastPartly),
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
    var referenceOnly: Bool
  }

  var handIn: HandInShape
  var hasSheet: Bool?
  var sections: [Section]?

  init(_ handIn: HandInFigures, _ organisation: OrganisationSummary?) {
    self.handIn = HandInShape(handIn)
    hasSheet = organisation?.hasSheet
    sections = organisation?.sections.map { section in
      Section(
        id: section.id.rawValue, title: section.title, counts: CountsShape(section.tally),
        items: section.rows.isEmpty ? nil : section.rows.map(Row.init))
    }
  }
}

extension OrganisationShape.Row {
  fileprivate init(_ row: AnsweredItem) {
    self.init(
      id: row.item.id.rawValue, revision: row.item.revision, choice: row.choice?.rawValue, reason: row.reason,
      evidence: row.evidence, note: row.note, plan: row.plan.map { PlanShape($0) }, referenceOnly: row.isReferenceOnly)
  }
}
