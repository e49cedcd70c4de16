/// A moment, to the second, written as RFC 3339 in Japan Standard Time (`2026-11-24T10:55:33+09:00`).
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int

  public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// The day in Asia/Tokyo, which has had no daylight saving time since 1951.
  public var day: CalendarDay {
    CalendarDay(daysSinceEpoch: Self.floorDivide(secondsSinceEpoch + Self.tokyo, by: 86_400))
  }

  public var rfc3339: String {
    let local = secondsSinceEpoch + Self.tokyo
    let second = local - Self.floorDivide(local, by: 86_400) * 86_400
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { CalendarDay.padded($0, 2) }
    return "\(day.iso)T\(clock.joined(separator: ":"))+09:00"
  }

  /// Reads what `rfc3339` writes, with any whole-minute offset or `Z`, for days of the years 1–9999 in Tokyo.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = CalendarDay(iso: text.prefix(10)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.number(bytes[11..<13], below: 24), let minute = Self.number(bytes[14..<16], below: 60),
      let second = Self.number(bytes[17..<19], below: 60), let offset = Self.offset(bytes[19...])
    else { return nil }
    secondsSinceEpoch = day.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
    // The first and last hours of the calendar fall on no day of it in Tokyo, so that they could not be written again.
    guard (1...9_999).contains(self.day.year) else { return nil }
  }

  public static func < (a: Self, b: Self) -> Bool { a.secondsSinceEpoch < b.secondsSinceEpoch }

  private static let tokyo = 9 * 3_600

  private static func floorDivide(_ a: Int, by b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit) - 0x30
    }
    return value < limit ? value : nil
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let start = bytes.startIndex
    guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"),
      let hour = number(bytes[start + 1..<start + 3], below: 24),
      let minute = number(bytes[start + 4..<start + 6], below: 60)
    else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "+"): return hour * 3_600 + minute * 60
    case UInt8(ascii: "-"): return -(hour * 3_600 + minute * 60)
    default: return nil
    }
  }
}
