/// What is still to be recognised of a line, held against known texts.
struct Rest {
  private var bytes: UnsafeRawBufferPointer
  /// All that may be looked for, by its place.
  private let texts: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer, _ texts: UnsafeRawBufferPointer) { (self.bytes, self.texts) = (bytes, texts) }

  /// Goes past a text; false where another stands here.
  mutating func takes(_ text: Range<Int>) -> Bool {
    guard bytes.starts(with: sought(text)) else { return false }
    skip(text.count)
    return true
  }

  private func sought(_ text: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: texts[text]) }

  /// Eight bytes from a place on; nil where there are fewer.
  func word(at place: Int) -> UInt64? {
    bytes.count >= place + 8 ? bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) : nil
  }

  mutating func takesComma() -> Bool {
    guard bytes.first == UInt8(ascii: ",") else { return false }
    skip(1)
    return true
  }

  /// Goes past a text in quotes, as far as its closing one; false where it holds an escape or is no text.
  mutating func takesWords() -> Bool {
    guard let end = bytes.first("\"") else { return false }
    let words = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    guard words.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") }), String(validating: words, as: UTF8.self) != nil
    else { return false }
    skip(end)
    return true
  }

  /// Goes past `count` bytes; nil where there are fewer.
  mutating func next(_ count: Int) -> UnsafeRawBufferPointer? {
    guard bytes.count >= count else { return nil }
    defer { skip(count) }
    return UnsafeRawBufferPointer(rebasing: bytes[..<count])
  }

  func isExactly(_ text: Range<Int>) -> Bool { bytes.count == text.count && ends(with: text) }

  func ends(with text: Range<Int>) -> Bool {
    UnsafeRawBufferPointer(rebasing: bytes.suffix(text.count)).starts(with: sought(text))
  }

  private mutating func skip(_ count: Int) { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(count)) }
}
