import TextLayout

/// The cells of a screen: columns across and rows down, both at least 1.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  /// A size; numbers below 1 become 1.
  public init(columns: Int, rows: Int) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
  }
}

/// Where the terminal's own cursor stands, from 0.
///
/// Screen readers, magnifiers and input methods follow it, so it is on the focused item or at the insertion point.
public struct Cursor: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A whole screen as a value.
public struct Frame: Hashable, Sendable {
  public var size: Size
  /// From the top; rows that are not there are blank.
  public var rows: [Row]
  /// Nil hides the cursor.
  public var cursor: Cursor?

  /// A frame; what does not fit the size is a fault and is cut by the driver.
  public init(size: Size, rows: [Row] = [], cursor: Cursor? = nil) {
    self.size = size
    self.rows = rows
    self.cursor = cursor
  }

  /// The screen as text, one line a row, without blank rows at the end.
  public var lines: [String] {
    var lines = rows.map(\.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// A piece of one row in one style.
  public struct Span: Hashable, Sendable {
    /// Printable: controls and line ends cannot get into a frame.
    public let text: String
    public let style: Style
    /// True for what a person is typing into. Nothing may stand to its right: an input method draws there.
    public let isField: Bool

    /// A piece of text, made printable.
    public init(_ text: String, _ style: Style = .plain, isField: Bool = false) {
      self.text = text.printable
      self.style = style
      self.isField = isField
    }

    /// In cells.
    public var width: Int { text.displayWidth }
  }

  /// One row of a screen, from left to right.
  public struct Row: Hashable, Sendable {
    public var spans: [Span]
    /// The index of the option or list item that the row belongs to, for a click on it.
    public var item: Int?

    /// A row of pieces; empty ones are left out.
    public init(_ spans: [Span] = [], item: Int? = nil) {
      self.spans = spans.filter { !$0.text.isEmpty }
      self.item = item
    }

    /// A row of one text in one style.
    public init(_ text: String, _ style: Style = .plain) { self.init([Span(text, style)]) }

    /// In cells.
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

  /// A way in which a frame does not fit the screen. A driver cuts such a frame; a test fails on it.
  public enum Fault: Hashable, Sendable {
    case tooManyRows(Int)
    case rowTooWide(row: Int, width: Int)
    case textRightOfField(row: Int)
    case cursorOutside(Cursor)
  }

  /// What is wrong with the frame; empty for one that is shown as it is.
  public var faults: [Fault] {
    var faults: [Fault] = []
    if rows.count > size.rows { faults.append(.tooManyRows(rows.count)) }
    for (index, row) in rows.enumerated() {
      if row.width > size.columns { faults.append(.rowTooWide(row: index, width: row.width)) }
      if row.spans.dropLast().contains(where: \.isField) { faults.append(.textRightOfField(row: index)) }
    }
    if let cursor,
      !(0..<size.rows).contains(cursor.row) || !(0..<size.columns).contains(cursor.column)
    {
      faults.append(.cursorOutside(cursor))
    }
    return faults
  }
}

/// How a text stands out. Nothing may be said by style alone: not every terminal and no print shows it.
public struct Style: Hashable, Sendable {
  /// What a terminal can do to the letters of a cell.
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
  }

  /// Basic colours, which follow the palette and the contrast that the user has set.
  ///
  /// Each brings its own ground, so that it is readable on a light and on a dark terminal; blue and yellow rather than red
  /// and green, which many people cannot tell apart.
  public enum Colour: Sendable {
    /// White on blue.
    case blue
    /// Black on yellow.
    case yellow
  }

  public var attributes: Attributes
  public var colour: Colour?

  public init(_ attributes: Attributes = [], colour: Colour? = nil) {
    self.attributes = attributes
    self.colour = colour
  }

  public static let plain = Style()
  public static let bold = Style(.bold)
  public static let dim = Style(.dim)
  public static let underline = Style(.underline)
  public static let reverse = Style(.reverse)
}
