/// One thing read from a terminal, before characters are put together.
public enum RawInput: Hashable, Sendable {
  case byte(UInt8)
  /// A key that the terminal's description names.
  case key(Key)
  case pasteStart, pasteEnd
}

/// Turns what a terminal sends into events, whatever way it is cut into bursts.
///
/// UTF-8 that is not yet whole waits for its rest; bytes that are no UTF-8 become U+FFFD. A pasted text becomes one
/// event; a typed one, one key for each character of the burst.
public struct InputDecoder: Sendable {
  private var pending: [UInt8] = []
  private var typed = ""
  private var pasted: String?
  private var events: [Event] = []

  public init() {}

  /// The events that a burst completes.
  public mutating func decode(_ burst: [RawInput]) -> [Event] {
    var rest = burst[...]
    while let input = rest.popFirst() {
      if case .byte = input {} else { endSequence() }
      switch input {
      case .byte(0x1B) where pasted == nil && rest.dropControlSequence(): press(.unknown)
      case .byte(let byte): take(byte)
      case .key(let key) where pasted == nil: press(key)
      case .key: continue  // a paste that holds the bytes of a key is still text
      case .pasteStart:
        flushTyped()
        pasted = pasted ?? ""
      case .pasteEnd:
        if let pasted { events.append(.text(pasted.withLineFeeds)) }
        pasted = nil
      }
    }
    flushTyped()
    defer { events = [] }
    return events
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
    events += typed.map { .key(.character($0)) }
    typed = ""
  }
}

extension ArraySlice<RawInput> {
  /// Removes the rest of a control sequence (ECMA-48 5.4) or a single shift at the front, if there is a whole one.
  ///
  /// It is a key or a report that nobody knows. Read as Esc and characters it would go back and choose an answer.
  fileprivate mutating func dropControlSequence() -> Bool {
    let bytes = prefix(32).map { if case .byte(let byte) = $0 { byte } else { UInt8(0) } }
    guard let introducer = bytes.first, introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else {
      return false
    }
    let parameters = bytes.dropFirst().prefix { (0x20...0x3F).contains($0) }
    guard parameters.endIndex < bytes.endIndex, (0x40...0x7E).contains(bytes[parameters.endIndex]) else { return false }
    removeFirst(parameters.endIndex + 1)
    return true
  }
}

extension Key {
  /// The key behind an ASCII control character; nil for any other scalar.
  fileprivate init?(control scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
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
}
