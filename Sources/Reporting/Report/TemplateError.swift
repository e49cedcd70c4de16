import Mustache

/// A template that Mustache cannot parse: where it stopped, and why.
public struct TemplateError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// `{{/name}}` closes another section than the one that is open.
    case otherSectionClosed
    /// `{{#name}}` without its `{{/name}}`.
    case sectionOpen
    /// `{{` without `}}`, or a name that is none.
    case tagUnfinished
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
  init(parsing text: String) throws(TemplateError) {
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
