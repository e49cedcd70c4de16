/// A screen of a fixed header, a body that scrolls, and a fixed footer.
///
/// On a screen too low for all of it the header gives way first (its top rows go), then the footer.
public struct Layout: Sendable {
  public var size: Size
  public var header: Block
  public var body: Block
  public var footer: Block
  /// What stands in the last row of a body that does not fit, made from the rows hidden above and below.
  public var note: @Sendable (_ above: Int, _ below: Int) -> String

  static let minimumBody = 3

  public init(
    size: Size, header: Block, body: Block, footer: Block,
    note: @escaping @Sendable (_ above: Int, _ below: Int) -> String = { _, _ in "" }
  ) {
    self.size = size
    self.header = header
    self.body = body
    self.footer = footer
    self.note = note
  }

  /// The rows of the body that are in sight at once; the page of PageUp and PageDown.
  public var bodyHeight: Int { max(room - (isScrolling ? 1 : 0), 1) }

  /// True if the body does not fit.
  public var isScrolling: Bool { body.height > room }

  /// The nearest first row to `top` that the body can be scrolled to.
  public func reachable(_ top: Int) -> Int { min(max(top, 0), max(body.height - bodyHeight, 0)) }

  /// The first row nearest to `top` with which the body's focus is in sight, its beginning if it is too tall.
  public func revealingFocus(from top: Int) -> Int {
    guard let focus = body.focus else { return reachable(top) }
    let highest = focus.upperBound - bodyHeight
    return reachable(min(max(top, highest), focus.lowerBound))
  }

  /// The frame with the body scrolled to `top`, or as near as can be.
  public func frame(top: Int) -> Frame {
    let top = reachable(top)
    var shown = Array(body.rows.dropFirst(top).prefix(bodyHeight))
    if isScrolling {
      let text = note(top, body.height - top - shown.count)
      shown.append(Frame.Row(text).clipped(to: size.columns))
    }
    while shown.count < room { shown.append(Frame.Row()) }
    let rows: [Frame.Row] = header.rows.suffix(headerHeight) + shown + footer.rows.suffix(footerHeight)
    return Frame(size: size, rows: Array(rows.prefix(size.rows)), cursor: cursor(top: top))
  }

  private var footerHeight: Int { min(footer.height, max(size.rows - Layout.minimumBody, 0)) }
  private var headerHeight: Int { min(header.height, max(size.rows - Layout.minimumBody - footerHeight, 0)) }
  private var room: Int { max(size.rows - headerHeight - footerHeight, 1) }

  /// The body's cursor on the screen; nil where it is scrolled out of sight.
  private func cursor(top: Int) -> Cursor? {
    guard var cursor = body.cursor else { return nil }
    cursor.row += headerHeight - top
    let isInSight = (headerHeight..<headerHeight + bodyHeight).contains(cursor.row) && cursor.column < size.columns
    return isInSight ? cursor : nil
  }
}
