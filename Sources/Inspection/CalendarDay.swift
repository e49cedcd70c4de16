import Characters

/// A day of the Gregorian calendar without a time or a zone; the program's day is Asia/Tokyo.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Year, month and day in four bytes, for rosters of many; later days are greater.
  private let packed: Int32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5 & 15) }
  public var day: Int { Int(packed & 31) }

  /// Fails for a day that does not exist. Years 1–9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    packed = Self.packed(year, month, day)
  }

  private static func packed(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    Int32(clamping: year << 9 | month << 5 | day)
  }

  /// Reads `2026-11-24` (ISO 8601 extended calendar date) and nothing else.
  public init?(iso text: some StringProtocol) {
    var text = String(text)
    let day = text.withUTF8 { CalendarDay(ascii: UnsafeRawBufferPointer($0)) }
    guard let day else { return nil }
    self = day
  }

  /// The same of ten bytes, for files of many.
  public init?(ascii bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ places: Range<Int>) -> Int {
      places.reduce(0) { $0 < 0 || !(0x30...0x39).contains(bytes[$1]) ? -1 : $0 * 10 + Int(bytes[$1]) - 0x30 }
    }
    self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
  }

  /// The day that is `days` after 1970-01-01 in the proleptic Gregorian calendar.
  ///
  /// Counts in eras of 400 years that begin on 1 March, so that a leap day is the last of its year.
  public init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    packed = Self.packed(
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days later, or earlier for a negative number.
  public func adding(days: Int) -> CalendarDay { CalendarDay(daysSinceEpoch: daysSinceEpoch + days) }

  /// `2026-11-24`.
  public var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// The Japanese fiscal year it falls in, named by its first calendar year: April to March.
  public var fiscalYear: Int { month >= 4 ? year : year - 1 }

  public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

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

  /// Reads `3月31日` or `3/31` as the next such day from `today` on, in digits of either width; 29 February is in the next
  /// leap year.
  public init?(monthAndDay text: String, from today: CalendarDay) {
    let parts = text.folded().withoutWhiteSpace().unicodeScalars
      .split { $0.isStroke || "月日/・.。".unicodeScalars.contains($0) }.map { Substring($0) }
    guard parts.count == 2, let month = parts[0].number(digits: 1...2), let day = parts[1].number(digits: 1...2),
      let next = (today.year...today.year + 8).lazy
        .compactMap({ CalendarDay(year: $0, month: month, day: day) }).first(where: { $0 >= today })
    else { return nil }
    self = next
  }

  private var yearOfEra: Int? {
    (year, month) >= (2019, 5) ? year - 2018 : nil
  }

  private static func japaneseYear(_ yearOfEra: Int?, western: Int) -> String {
    switch yearOfEra {
    case 1: "令和元年"
    case let number? where number <= 99: "令和\(number)年"
    // Three digits of an era are a slip of the pen, and would not be read back.
    default: "\(western)年"
    }
  }
}
