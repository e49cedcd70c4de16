public import Inspection

/// Recognises the submissions of people who answered by themselves, by holding a line against what `SubmissionFormat`
/// writes of them; every other is left to the decoder.
public struct SubmissionPattern: Sendable {
  /// As one of which role somebody handed in, and when.
  public struct Row: Equatable, Sendable {
    public var role: Role
    public var day: CalendarDay
  }

  private static let day = "0001-01-01"
  private static let receipt = "000000"

  private var texts: [UInt8] = []
  /// Of each role, what stands before the day, before the 受付番号 and behind it.
  private var roles: [(role: Role, toDay: Range<Int>, toReceipt: Range<Int>, tail: Range<Int>)] = []

  public init() {
    guard let day = CalendarDay(iso: Self.day) else { return }
    for role in Role.allCases {
      let line = SubmissionFormat.line(
        of: Submission(
          respondent: "x", role: role, receipt: Self.receipt, day: day, entry: Draft.Entry(mode: .me), consent: nil))
      let text = String(decoding: line.bytes, as: UTF8.self)
      let parts = text.split(separator: "\"respondent\":\"x")[1].split(separator: Self.day)
      let more = parts[1].split(separator: Self.receipt)
      roles.append((role, add(parts[0]), add(more[0]), add(more[1])))
    }
  }

  private mutating func add(_ text: Substring) -> Range<Int> {
    texts += text.utf8
    return (texts.count - text.utf8.count)..<texts.count
  }

  /// What a line of the kind tells; nil where that takes a decoder.
  public func row(of line: BoxLineView) -> Row? {
    texts.withUnsafeBytes { texts in
      for (role, toDay, toReceipt, tail) in roles {
        var rest = Rest(line.rest, texts)
        if rest.takes(toDay), let day = rest.next(Self.day.utf8.count).flatMap(CalendarDay.init(ascii:)),
          rest.takes(toReceipt), let receipt = rest.next(Self.receipt.utf8.count),
          receipt.allSatisfy({ (0x30...0x39).contains($0) }), rest.isExactly(tail)
        {
          return Row(role: role, day: day)
        }
      }
      return nil
    }
  }
}
