import Characters

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
  ///
  /// Understands the marks that the keys of `-`, `/` and `.` give while the input method is on. A Western year has four
  /// digits, and a year of the era begins with 令和 or R: `9.3.31` alone is not guessed.
  public init?(written text: String) {
    let folded = text.folded().withoutWhiteSpace()
    let era = ["令和", "令", "R", "r"].first(where: folded.hasPrefix)
    let parts = folded.dropFirst(era?.count ?? 0).unicodeScalars
      .split { $0.isStroke || "年月日/・.。".unicodeScalars.contains($0) }.map { Substring($0) }
    guard parts.count == 3, let month = parts[1].number(digits: 1...2), let day = parts[2].number(digits: 1...2)
    else { return nil }
    if era == nil {
      guard let year = parts[0].number(digits: 4...4) else { return nil }
      self.init(year: year, month: month, day: day)
    } else {
      guard let year = parts[0] == "元" ? 1 : parts[0].number(digits: 1...2) else { return nil }
      self.init(year: year + 2018, month: month, day: day)
      if yearOfEra == nil { return nil }
    }
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
