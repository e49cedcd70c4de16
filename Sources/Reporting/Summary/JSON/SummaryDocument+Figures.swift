import Aggregation
import Inspection

struct RateDocument: Encodable {
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

struct CountsDocument: Encodable {
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

struct FiguresDocument: Encodable {
  struct Rates: Encodable {
    var implementation: RateDocument
    var withUnanswered: RateDocument
    var amongAllAsked: RateDocument
    var atLeastPartly: RateDocument
    var notKnown: RateDocument
    var notApplicable: RateDocument
  }

  var counts: CountsDocument
  var rates: Rates

  init(_ figures: Figures) {
    counts = CountsDocument(figures.tally)
    rates = Rates(
      implementation: RateDocument(figures.implementation), withUnanswered: RateDocument(figures.withUnanswered),
      amongAllAsked: RateDocument(figures.amongAllAsked), atLeastPartly: RateDocument(figures.atLeastPartly),
      notKnown: RateDocument(figures.notKnown), notApplicable: RateDocument(figures.notApplicable))
  }
}

/// The organisation's hand-in and answers; sections have no items in the public edition, and none stand before closing.
struct OrganisationDocument: Encodable {
  struct Section: Encodable {
    var id: String
    var title: String
    var counts: CountsDocument
    var items: [Row]?
  }

  struct Row: Encodable {
    var id: String
    var revision: Int
    var choice: String?
    var reason: String?
    var evidence: String?
    var note: String?
    var plan: PlanDocument?
    var referenceOnly: Bool
  }

  var handIn: HandInDocument
  var hasSheet: Bool?
  var sections: [Section]?

  init(_ handIn: HandInFigures, _ organisation: OrganisationSummary?) {
    self.handIn = HandInDocument(handIn)
    hasSheet = organisation?.hasSheet
    sections = organisation?.sections.map { section in
      Section(
        id: section.id.rawValue, title: section.title, counts: CountsDocument(section.tally),
        items: section.rows.isEmpty ? nil : section.rows.map(Row.init))
    }
  }
}

extension OrganisationDocument.Row {
  fileprivate init(_ row: AnsweredItem) {
    self.init(
      id: row.item.id.rawValue, revision: row.item.revision, choice: row.choice?.rawValue, reason: row.reason,
      evidence: row.evidence, note: row.note, plan: row.plan.map(PlanDocument.init), referenceOnly: row.isReferenceOnly)
  }
}
