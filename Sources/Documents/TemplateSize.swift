/// Refuses templates that swift-mustache could not read or fill to the end: it calls itself for each section, for each tag
/// it counts the characters that are left, and a list within itself it prints as often as a power of its length.
struct TemplateSize {
  private static let mostBytes = 1 << 20
  /// Brackets times bytes: some seconds.
  private static let mostWork = 1 << 30
  private static let deepest = 100

  private var rest: Substring
  private var line = 1
  private var start = "{{"
  private var end = "}}"
  /// The sections around, with the delimiters before each: a change of them ends with its section.
  private var around: [(start: String, end: String, list: String)] = []

  static func check(_ text: String) throws(TemplateError) {
    if text.utf8.count > mostBytes { throw TemplateError(line: 1, column: 1, reason: .tooLarge) }
    var size = TemplateSize(rest: Substring(text))
    while let tag = size.nextTag() { try size.enter(tag) }
    let brackets = text.utf8.count { $0 == UInt8(ascii: "{") }
    if brackets * text.utf8.count > mostWork { throw TemplateError(line: 1, column: 1, reason: .tooLarge) }
  }

  private init(rest: Substring) { self.rest = rest }

  /// What stands between the next delimiters, as the parser finds them: character by character.
  private mutating func nextTag() -> Substring? {
    guard skip(past: start) != nil else { return nil }
    return skip(past: end)
  }

  /// What stands before the word, which is passed over too; nil where it does not come.
  private mutating func skip(past word: String) -> Substring? {
    guard let found = rest.firstRange(of: word) else { return nil }
    let before = rest[..<found.lowerBound]
    line += rest[..<found.upperBound].count(where: \.isNewline)
    rest = rest[found.upperBound...]
    return before
  }

  private mutating func enter(_ tag: Substring) throws(TemplateError) {
    switch tag.first {
    case "#", "^", "$", "<":
      let list = tag.first == "#" ? Self.list(in: tag.dropFirst()) : ""
      if !list.isEmpty, around.contains(where: { $0.list == list }) {
        throw TemplateError(line: line, column: 1, reason: .sectionInItself)
      }
      around.append((start, end, list))
    case "/": if let last = around.popLast() { (start, end) = (last.start, last.end) }
    case "=":
      let words = tag.dropFirst().prefix { $0 != "=" }.split(whereSeparator: \.isWhitespace)
      if words.count == 2 { (start, end) = (String(words[0]), String(words[1])) }
    default: break
    }
    let brackets = tag.first == "!" ? 0 : tag.count { $0 == "(" }
    if around.count > Self.deepest || brackets > Self.deepest {
      throw TemplateError(line: line, column: 1, reason: .nestedTooDeeply)
    }
  }

  /// What a section goes through: `rows` for `reversed(table.rows)`; empty for the element it stands in.
  private static func list(in name: Substring) -> String {
    let inner = name.split(separator: "(").last?.prefix { $0 != ")" } ?? ""
    return inner.split(separator: ".").last.map { $0.filter { !$0.isWhitespace } } ?? ""
  }
}
