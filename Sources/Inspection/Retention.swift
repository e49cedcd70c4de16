import Characters

/// How long what was handed in to a round is kept, and from when the years are counted.
public struct Retention: Equatable, Sendable {
  /// From when the years of keeping are counted.
  public enum Start: String, CaseIterable, Sendable {
    /// From the first day of the next fiscal year, as offices count.
    case fiscalYear
    /// From the day after the closing.
    case closing
  }

  /// 1...99.
  public var years: Int
  public var start: Start

  /// So many years, counted from a start.
  public static func years(_ years: Int, from start: Start = .fiscalYear) -> Retention {
    Retention(years: years, start: start)
  }

  /// Reads 「1年」, with digits of either width; nil for anything else.
  public init?(written text: String, from start: Start = .fiscalYear) {
    let folded = text.folded().withoutWhiteSpace()
    guard folded.hasSuffix("年"), let years = folded.dropLast().number(digits: 1...2), years > 0 else { return nil }
    self.init(years: years, start: start)
  }

  private init(years: Int, start: Start) { (self.years, self.start) = (years, start) }
}

extension Retention: CustomStringConvertible {
  /// 「1年」
  public var description: String { "\(years)年" }
}

extension Round {
  /// The day of disposal: the first on which nothing that was handed in has to be kept any more.
  ///
  /// - Parameter status: before the closing, the day is that of a closing on the day after the deadline in force.
  public func disposal(_ status: RoundStatus) -> CalendarDay {
    let start =
      switch retention.start {
      case .fiscalYear: CalendarDay(year: fiscalYear + 1, month: 4, day: 1)
      case .closing: status.closed?.day.adding(days: 1)
      }
    return (start ?? status.deadline.adding(days: 2)).adding(years: retention.years)
  }
}

extension Round {
  /// The last day on which what was handed in is kept; nil while it hangs on a closing that has not come.
  public func keptUntil(_ status: RoundStatus) -> CalendarDay? {
    retention.start == .closing && status.closed == nil ? nil : disposal(status).adding(days: -1)
  }
}

extension CalendarDay {
  /// The same day of a later year; March 1 where that year has no February 29, and the day itself beyond the year 9999.
  func adding(years: Int) -> CalendarDay {
    CalendarDay(year: year + years, month: month, day: day)
      ?? CalendarDay(year: year + years, month: 3, day: 1) ?? self
  }
}
