import TextLayout

/// A piece of one row in one style.
public struct Span: Hashable, Sendable {
  /// Printable: controls and line ends cannot get into a frame.
  public let text: String
  public let style: Style
  /// True for what a person is typing into. Nothing may stand to its right: an input method draws there.
  public let isField: Bool

  public init(_ text: String, _ style: Style = .plain, isField: Bool = false) {
    self.text = text.printable
    self.style = style
    self.isField = isField
  }

  public var width: Int { text.displayWidth }
}

/// One row of a screen, from left to right.
public struct Row: Hashable, Sendable {
  public var spans: [Span]
  /// The index of the option or list item that the row belongs to, for a click on it.
  public var item: Int?

  public init(_ spans: [Span] = [], item: Int? = nil) {
    self.spans = spans.filter { !$0.text.isEmpty }
    self.item = item
  }

  public init(_ text: String, _ style: Style = .plain) { self.init([Span(text, style)]) }

  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// The text as it would be copied from the screen, but with underlined blanks as `_`, and without spaces at the end.
  public var text: String {
    let texts = spans.map { span in
      span.style.attributes.contains(.underline) && !span.isField && span.text.allSatisfy { $0 == " " }
        ? String(repeating: "_", count: span.text.count) : span.text
    }
    return texts.joined().droppingTrailingSpaces()
  }

  /// The row cut to at most `width` cells; never half a character.
  public func clipped(to width: Int) -> Row {
    guard self.width > width else { return self }
    var room = width
    var kept: [Span] = []
    for span in spans where room > 0 {
      let text = span.width > room ? span.text.clipped(to: room) : span.text
      kept.append(Span(text, span.style, isField: span.isField))
      // A wide character that was left out leaves a cell that nothing may take.
      room = span.width > room ? 0 : room - span.width
    }
    return Row(kept, item: item)
  }
}
