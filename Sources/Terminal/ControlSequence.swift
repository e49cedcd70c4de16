/// What follows an escape, read as the rest of a control sequence (ECMA-48 5.4) or of a single shift.
struct ControlSequence {
  /// Digits and their kind between the introducer and the end.
  let parameters: [UInt8]
  /// What the sequence is; nil if it broke off.
  let final: UInt8?

  private static let limit = 32

  enum Reading {
    /// What follows is no sequence: the escape is the Esc key.
    case none
    /// A slow line has cut it; the rest is still to come.
    case cut
    case whole(ControlSequence)
  }

  /// Reads a sequence and removes it; what is no sequence, or a cut one, stays.
  static func take(from rest: inout ArraySlice<RawInput>) -> Reading {
    guard let introducer = rest.first?.byte, [UInt8(ascii: "["), UInt8(ascii: "O")].contains(introducer) else {
      return .none
    }
    let parameters = rest.dropFirst().prefix(limit).map { $0.byte ?? 0 }.prefix { (0x20...0x3F).contains($0) }
    let end = rest.startIndex + 1 + parameters.count
    if end < rest.endIndex, let final = rest[end].byte, (0x40...0x7E).contains(final) {
      rest = rest[(end + 1)...]
      return .whole(ControlSequence(parameters: Array(parameters), final: final))
    }
    // Alone, the introducer may be a key that was pressed after Esc.
    if parameters.isEmpty { return .none }
    if end == rest.endIndex, parameters.count < limit { return .cut }
    rest = rest[end...]
    return .whole(ControlSequence(parameters: Array(parameters), final: nil))
  }

  /// The column of a cursor position report (CPR), from 1; nil if it is none.
  var reportedColumn: Int? {
    guard final == UInt8(ascii: "R") else { return nil }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return numbers.count == 2 ? Int(String(decoding: numbers[1], as: UTF8.self)) : nil
  }

  /// Whether it tells what the terminal is (DA), the answer that every terminal gives.
  var isAttributes: Bool { final == UInt8(ascii: "c") && parameters.first == UInt8(ascii: "?") }
}

extension RawInput {
  fileprivate var byte: UInt8? { if case .byte(let byte) = self { byte } else { nil } }
}
