/// The era names that a date of this program can need: 令和 began on 2019-05-01 (元号を改める政令, 平成31年政令第143号).
///
/// Earlier days occur in no file of ours (the policy is of 2026) and are written with the Western year.
extension CalendarDay {
  /// `令和8年11月24日`, the first year as 元年; half-width digits as official documents set them.
  public var japanese: String { "\(Self.japaneseYear(yearOfEra, western: year))\(month)月\(day)日" }

  /// `令和8年度` for the fiscal year that begins in `year`.
  public static func japaneseFiscalYear(_ year: Int) -> String {
    japaneseYear(year >= 2019 ? year - 2018 : nil, western: year) + "度"
  }

  /// Reads a day as people write it: `2027-03-31`, `2027/3/31`, `R9.3.31`, `令和9年3月31日`; digits of either width.
  public init?(written text: String) {
    let folded = text.folded().filter { !$0.isWhitespace }
    let era: Substring
    if folded.hasPrefix("令和") {
      era = folded.dropFirst(2)
    } else if folded.first == "R" || folded.first == "r" {
      era = folded.dropFirst()
    } else {
      era = ""
    }
    let parts = (era.isEmpty ? folded[...] : era).split(whereSeparator: { "年月日/.-".contains($0) })
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
      let year = parts[0] == "元" ? 1 : Int(parts[0])
    else { return nil }
    guard let written = CalendarDay(year: era.isEmpty ? year : year + 2018, month: month, day: day) else { return nil }
    self = written
  }

  private var yearOfEra: Int? {
    (year, month) >= (2019, 5) ? year - 2018 : nil
  }

  private static func japaneseYear(_ yearOfEra: Int?, western: Int) -> String {
    switch yearOfEra {
    case nil: "\(western)年"
    case 1: "令和元年"
    case let number?: "令和\(number)年"
    }
  }
}
