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
