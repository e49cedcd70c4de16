import Characters

/// A name that stands for one `Subject` in files and on screens, such as `M-PHY-01` for an item.
///
/// The subject only keeps identifiers of different things apart; identifiers compare by their UTF-8 bytes, so that
/// sorted output is the same in every locale.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  public var description: String { rawValue }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
}

public typealias PolicyID = Identifier<Policy>
public typealias ClauseID = Identifier<Clause>
public typealias ThreatID = Identifier<Threat>
public typealias AssetID = Identifier<AssetKind>
public typealias RuleID = Identifier<Rule>
public typealias ItemID = Identifier<Item>
public typealias SectionID = Identifier<Section>
public typealias ProfileQuestionID = Identifier<ProfileQuestion>
public typealias ChecklistID = Identifier<Checklist>
public typealias RoundID = Identifier<Round>
public typealias ActionID = Identifier<Action>
public typealias RespondentID = Identifier<Respondent>

/// A number of twelve digits that people copy by hand: slip codes and 回答番号.
///
/// The last digit is a check digit (ISO/IEC 7064, MOD 11,10), which catches every single wrong digit and nearly every
/// swap of neighbours, so that a slip of the finger is told at once and apart from a wrong number.
public struct CheckedNumber: Hashable, Comparable, Sendable {
  public static let length = 12

  /// Twelve ASCII digits.
  public let digits: String

  /// Appends the check digit to eleven digits; nil for anything else.
  public init?(payload: String) {
    guard payload.utf8.count == Self.length - 1, let check = Self.checkDigit(of: payload) else { return nil }
    digits = payload + String(check)
  }

  /// Reads what was typed or stored: digits of either width, with any spaces and hyphens between them.
  public init?(written text: String) {
    let kept = String(text.folded().withoutWhiteSpace().unicodeScalars.filter { !$0.isStroke })
    guard kept.utf8.count == Self.length, let last = kept.last, let check = Self.checkDigit(of: kept.dropLast()),
      String(check) == String(last)
    else { return nil }
    digits = kept
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

  public static func < (a: Self, b: Self) -> Bool { a.digits < b.digits }

  private static func checkDigit(of digits: some StringProtocol) -> Int? {
    var product = 10
    for byte in digits.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      let sum = (product + Int(byte) - 0x30) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }
}
