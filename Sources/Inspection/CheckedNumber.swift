import Characters

/// A number of twelve digits that people copy by hand: slip codes and 回答番号.
///
/// The last digit is a check digit (ISO/IEC 7064, MOD 11,10), which catches every single wrong digit and nearly every
/// swap of neighbours, so that a slip of the finger is told at once and apart from a wrong number.
public struct CheckedNumber: Hashable, Comparable, Sendable {
  public static let length = 12

  /// All twelve digits as one number, which takes a third of the space of a text.
  private let value: UInt64

  /// Twelve ASCII digits.
  public var digits: String {
    let digits = String(value)
    return String(repeating: "0", count: Self.length - digits.utf8.count) + digits
  }

  /// Appends the check digit to eleven digits; nil for anything else.
  public init?(payload: String) {
    guard payload.utf8.count == Self.length - 1, let read = Self.read(payload.utf8) else { return nil }
    value = read.value * 10 + read.check
  }

  /// Twelve ASCII digits and nothing else, as files hold them; nil also where the check digit does not fit.
  public init?(ascii bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length, let read = Self.read(bytes.dropLast()),
      UInt64(bytes[Self.length - 1]) == read.check + 0x30
    else { return nil }
    value = read.value * 10 + read.check
  }

  /// The same of a text.
  public init?(ascii text: String) {
    var text = text
    let number = text.withUTF8 { CheckedNumber(ascii: UnsafeRawBufferPointer($0)) }
    guard let number else { return nil }
    self = number
  }

  /// Reads what was typed or stored: digits of either width, with any spaces and hyphens between them.
  public init?(written text: String) {
    self.init(ascii: String(text.folded().withoutWhiteSpace().unicodeScalars.filter { !$0.isStroke }))
  }

  /// A number for which every digit before the check digit is random.
  public static func random(using generator: inout some RandomNumberGenerator) -> CheckedNumber {
    var payload = ""
    for _ in 1..<length { payload += String(Int.random(in: 0...9, using: &generator)) }
    return CheckedNumber(payload: payload) ?? random(using: &generator)
  }

  /// As printed: `1234-5678-9012`.
  public var grouped: String {
    stride(from: 0, to: Self.length, by: 4).map { start in
      String(digits.dropFirst(start).prefix(4))
    }.joined(separator: "-")
  }

  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }

  /// The number that some ASCII digits write, and their check digit; nil where one is no digit.
  private static func read(_ digits: some Sequence<UInt8>) -> (value: UInt64, check: UInt64)? {
    var (value, product): (UInt64, UInt64) = (0, 10)
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = UInt64(byte - 0x30)
      value = value * 10 + digit
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (value, (11 - product) % 10)
  }
}
