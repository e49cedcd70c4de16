/// One thing read from a terminal, before characters are put together.
public enum RawInput: Hashable, Sendable {
  case byte(UInt8)
  /// A key that the terminal's description names.
  case key(Key)
  case pasteStart, pasteEnd
  case click(row: Int, column: Int)
}

/// Turns what a terminal sends into events, whatever way it is cut into bursts.
///
/// UTF-8 that is not yet whole waits for its rest; bytes that are no UTF-8 become U+FFFD. A pasted text becomes one
/// event, and so does a Japanese word that comes in one burst; whatever else is typed, one key for each character. What
/// the terminal reports about itself is kept and is never an event, however late it comes.
public struct InputDecoder: Sendable {
  /// The column (from 1) of the last cursor position report.
  public private(set) var reportedColumn: Int?
  /// Whether the terminal has told what it is.
  public private(set) var hasIdentified = false
  /// How long to wait for the rest of a paste before `endPaste`; nil where none has begun.
  ///
  /// A mark that ends a paste may stand in the pasted text itself, where what follows it would be read as keys: the paste
  /// is over only when nothing comes behind the mark. Where no mark comes, the pieces of one paste still follow each
  /// other faster than the longer time, even over a bad line.
  public var pasteLimit: Duration? { pasted == nil ? nil : isMarkedEnded ? .milliseconds(50) : .seconds(5) }

  private var held: [RawInput] = []
  private var pending: [UInt8] = []
  private var typed = ""
  private var pasted: String?
  private var isMarkedEnded = false
  private var events: [Event] = []

  public init() {}

  /// The events that a burst completes.
  public mutating func decode(_ burst: [RawInput]) -> [Event] {
    // Alone, it is a person whose paste does not end; within a paste, one more character that terminals let through.
    if pasted != nil, !burst.isEmpty, burst.allSatisfy({ $0 == .byte(0x03) }) {
      return endPaste() + [.key(.control("c"))]
    }
    var rest = (held + burst)[...]
    held = []
    while let input = rest.popFirst() {
      if case .byte = input {} else { endSequence() }
      switch input {
      case .byte(0x1B) where pasted == nil: escape(&rest)
      case .byte(let byte): take(byte)
      case .key(let key) where pasted == nil: press(key)
      case .click(let row, let column) where pasted == nil:
        flushTyped()
        events.append(.click(row: row, column: column))
      case .key, .click: continue  // a paste that holds the bytes of a key is still text
      case .pasteStart:
        flushTyped()
        pasted = pasted ?? ""
        isMarkedEnded = false
      case .pasteEnd: isMarkedEnded = true
      }
    }
    flushTyped()
    defer { events = [] }
    return events
  }

  /// Ends a paste, its mark seen or not, so that keys are keys again; its text as an event.
  public mutating func endPaste() -> [Event] {
    guard pasted != nil else { return [] }
    endSequence()
    defer { pasted = nil }
    return pasted.map { [.text($0.withLineFeeds)] } ?? []
  }

  /// A key or a report that nobody knows is one key: read as Esc and characters it would go back and choose an answer.
  private mutating func escape(_ rest: inout ArraySlice<RawInput>) {
    switch ControlSequence.take(from: &rest) {
    case .none: take(UInt8(0x1B))
    case .cut:
      held = [.byte(0x1B)] + rest
      rest = []
    case .whole(let sequence) where sequence.isAttributes: hasIdentified = true
    case .whole(let sequence):
      if let column = sequence.reportedColumn { reportedColumn = column } else { press(sequence.keypadKey ?? .unknown) }
    }
  }

  private mutating func take(_ byte: UInt8) {
    // A byte that cannot continue what is pending ends it.
    if byte & 0xC0 != 0x80 { endSequence() }
    if byte < 0x80 { return take(Unicode.Scalar(byte)) }
    pending.append(byte)
    guard pending.count >= length(lead: pending[0]) else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending = []
    for scalar in text.unicodeScalars { take(scalar) }
  }

  /// Gives up a UTF-8 sequence whose rest does not come.
  private mutating func endSequence() {
    guard !pending.isEmpty else { return }
    pending = []
    take("\u{FFFD}")
  }

  private func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if pasted != nil {
      pasted?.unicodeScalars.append(scalar)
    } else if let key = Key(control: scalar) {
      press(key)
    } else {
      typed.unicodeScalars.append(scalar)
    }
  }

  private mutating func press(_ key: Key) {
    flushTyped()
    events.append(.key(key))
  }

  /// Characters are told apart only here, when all the marks of the last one had a chance to arrive.
  private mutating func flushTyped() {
    events += typed.isCommitted ? [.committed(typed)] : typed.map { .key(.character($0)) }
    typed = ""
  }
}

extension Key {
  /// The key behind an ASCII control character; nil for any other scalar.
  fileprivate init?(control scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    // What Ctrl-/ and Ctrl-_ send.
    case 0x1F: self = .control("_")
    case 0x00, 0x1C...0x1E: self = .unknown
    default: return nil
    }
  }
}

extension String {
  fileprivate var withLineFeeds: String { String(map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 }) }

  /// Whether it is more than keys that came at once: no single character, nor the same one again and again as of a key
  /// that is held down, and Japanese.
  fileprivate var isCommitted: Bool {
    contains { $0 != first } && contains { Key.character($0).isJapanese }
  }
}

/// What follows an escape, read as the rest of a control sequence (ECMA-48 5.4) or of a single shift.
struct ControlSequence {
  /// `[` for a control sequence, `O` for a single shift (SS3).
  let introducer: UInt8
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
      return .whole(ControlSequence(introducer: introducer, parameters: Array(parameters), final: final))
    }
    // Alone, the introducer may be a key that was pressed after Esc.
    if parameters.isEmpty { return .none }
    if end == rest.endIndex, parameters.count < limit { return .cut }
    rest = rest[end...]
    return .whole(ControlSequence(introducer: introducer, parameters: Array(parameters), final: nil))
  }

  /// The column of a cursor position report (CPR), from 1; nil if it is none.
  var reportedColumn: Int? {
    guard final == UInt8(ascii: "R") else { return nil }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return numbers.count == 2 ? Int(String(decoding: numbers[1], as: UTF8.self)) : nil
  }

  /// The key of the numeric keypad in application mode (DECKPAM, as of the VT100; xterm's ctlseqs adds `* + , / =`); nil
  /// for all others.
  var keypadKey: Key? {
    guard introducer == UInt8(ascii: "O"), parameters.isEmpty, let final else { return nil }
    switch Unicode.Scalar(final) {
    case "p"..."y": return .character(Character("\(final - UInt8(ascii: "p"))"))
    case "M": return .enter
    case "I": return .tab
    case "j": return .character("*")
    case "k": return .character("+")
    case "l": return .character(",")
    case "m": return .character("-")
    case "n": return .character(".")
    case "o": return .character("/")
    case "X": return .character("=")
    default: return nil
    }
  }

  /// Whether it tells what the terminal is (DA), the answer that every terminal gives.
  var isAttributes: Bool { final == UInt8(ascii: "c") && parameters.first == UInt8(ascii: "?") }
}

extension RawInput {
  fileprivate var byte: UInt8? { if case .byte(let byte) = self { byte } else { nil } }
}
