import Aggregation
import Inspection

/// One figure or one answer, said by words alone: the row of a tidy table.
struct Observation {
  /// What the observation is about.
  struct Subject {
    /// 「分野別」
    var table: String
    /// 「議員」; empty where it is about no role.
    var role: String
    /// 「M-PHY-01」、「基本方針6(3)」; begins with no digit.
    var number = ""
    var title = ""
  }

  var subject: Subject
  /// 「実施率」
  var measure: String
  var numerator = ""
  var denominator = ""
  /// A decimal number, or empty over nothing.
  var value = ""
  /// 「%」、「件」、「人」、「票」
  var unit = ""
  /// Words instead of a number.
  var text = ""
}

extension Observation {
  static func rate(_ subject: Subject, _ measure: String, _ rate: Rate) -> Self {
    Observation(
      subject: subject, measure: measure, numerator: "\(rate.numerator)", denominator: "\(rate.denominator)",
      value: rate.percent.map { "\($0.tenths / 10).\($0.tenths % 10)" } ?? "", unit: "%")
  }

  /// Without the counts behind it.
  static func whole(_ subject: Subject, _ measure: String, _ percent: Int?) -> Self {
    Observation(subject: subject, measure: measure, value: percent.map { "\($0)" } ?? "", unit: "%")
  }

  static func count(_ subject: Subject, _ measure: String, _ count: Int, unit: String = "件") -> Self {
    Observation(subject: subject, measure: measure, value: "\(count)", unit: unit)
  }

  /// nil for no text.
  static func text(_ subject: Subject, _ measure: String, _ text: String?) -> Self? {
    text.map { Observation(subject: subject, measure: measure, text: $0) }
  }

  static func figures(_ subject: Subject, _ figures: Figures, headline: String = "実施率") -> [Self] {
    figures.named(headline: headline).map { .rate(subject, $0.name, $0.rate) }
      + counts(subject, figures.tally)
  }

  static func counts(_ subject: Subject, _ tally: Tally) -> [Self] {
    tally.named.map { .count(subject, $0.name, $0.count) }
  }
}
