import Mustache

/// A Mustache template of Markdown; `Document.markdown(by:)` says what one can name.
public struct MarkdownTemplate: Sendable {
  private let template: MustacheTemplate

  public init(_ text: String) throws(TemplateError) { template = try MustacheTemplate(parsing: text) }

  func filled(with context: some Sendable) -> String { template.render(context) }
}

/// A Mustache template of HTML; `Document.html(by:)` and `Letter.html(by:)` say what one can name.
public struct HTMLTemplate: Sendable {
  private let template: MustacheTemplate

  public init(_ text: String) throws(TemplateError) { template = try MustacheTemplate(parsing: text) }

  /// Fills it with the properties of any value, whose texts are escaped already (`String.html`); a template says so by
  /// `{{% CONTENT_TYPE:TEXT}}`, or escapes them twice.
  public func filled(with context: some Sendable) -> String { template.render(context) }
}

/// A template that Mustache cannot parse: where it stopped, and why.
public struct TemplateError: Error, Equatable, Sendable {
  /// Why a template was refused; facts only.
  public enum Reason: Equatable, Sendable {
    /// `{{/name}}` closes another section than the one that is open.
    case otherSectionClosed
    /// `{{#name}}` without its `{{/name}}`.
    case sectionOpen
    /// `{{` without `}}`, or a name that is none.
    case tagUnfinished
    /// `{{#name}}` within `{{#name}}`: a list that would be printed again for each of its own elements.
    case sectionInItself
    /// More sections in one another, or brackets in a name, than the parser has room for.
    case nestedTooDeeply
    /// More than the parser reads in a reasonable time.
    case tooLarge
    /// What swift-mustache calls any other fault, in its own word.
    case other(String)
  }

  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int
  public var reason: Reason
}

extension MustacheTemplate {
  fileprivate init(parsing text: String) throws(TemplateError) {
    try TemplateSize.check(text)
    do {
      self = try MustacheTemplate(string: text)
    } catch let error as ParserError {
      throw TemplateError(
        line: error.context.lineNumber, column: error.context.columnNumber, reason: .init(of: error.error))
    } catch { throw TemplateError(line: 1, column: 1, reason: .init(of: error)) }
  }
}

extension TemplateError.Reason {
  fileprivate init(of error: any Error) {
    self =
      switch error {
      case MustacheTemplate.Error.sectionCloseNameIncorrect: .otherSectionClosed
      case MustacheTemplate.Error.expectedSectionEnd: .sectionOpen
      case MustacheTemplate.Error.unfinishedName: .tagUnfinished
      case let error as MustacheTemplate.Error: .other("\(error)")
      // Its parser's own error, which has no name outside: the text ended within a tag.
      default: .tagUnfinished
      }
  }
}

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
