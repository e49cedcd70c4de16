import Interview
import Terminal
import TextLayout

/// Draws a page: a header that always says where one is, a body that scrolls, a footer with the answer and the keys.
struct PageView {
  /// The smallest window that a question, its answers and the keys fit.
  private static let minimum = Size(columns: 40, rows: 12)
  /// More than this a page takes only for a text that does not fit: the eye finds the next of rows of 45 kanji, and from
  /// the choices to the answer below them.
  private static let largest = Size(columns: 95, rows: 24)

  let page: Page
  let window: Size
  /// What the page may take of the window.
  let size: Size
  /// A low window puts the question and what answers it first, and loses blank rows and rules, never words.
  let isLow: Bool
  let isNarrow: Bool

  init(_ page: Page, size: Size) {
    self.page = page
    window = size
    self.size = Size(columns: min(size.columns, Self.largest.columns), rows: size.rows)
    isLow = size.rows < 18
    isNarrow = size.columns < 60
  }

  /// Whether a window is large enough for any page.
  static func fits(_ window: Size) -> Bool { window.columns >= minimum.columns && window.rows >= minimum.rows }

  func frame(_ screen: inout ScreenState) -> Frame {
    if !Self.fits(window) { return tooSmall }
    // Enter reads on where there is nothing else to do.
    let isReading = page.prompt == .enter && !screen.showsHelp
    screen.fieldWidth = bodyWidth - indent(3)
    let notice = notice(screen)
    let (header, footer) = (header, footer(screen, notice))
    let room = size.rows - header.height - footer.height
    let body = screen.showsHelp ? helpBody(screen) : body(screen, under: notice, room: room)
    let rows = max(Self.largest.rows, size.rows - room + body.height)
    var layout = Layout(
      size: Size(columns: size.columns, rows: min(size.rows, rows)), header: header, body: body, footer: footer
    ) { above, below in SessionText.scrollNote(above: above, below: below, isReading: isReading) }
    // An answer by digit is told in the footer, so the question stays in sight; only an arrow leads away from it.
    let isFree = screen.hasMovedFocus || screen.isReadingOn || screen.showsHelp
    if !isFree, page.prompt == .options, let focus = layout.body.focus, focus.upperBound > layout.bodyHeight {
      placeCursor(in: &layout.body, top: 0)
    }
    screen.top = layout.revealingFocus(from: screen.top)
    screen.bodyHeight = layout.bodyHeight
    screen.rowsBelow = max(0, layout.body.height - layout.bodyHeight - screen.top)
    var frame = layout.frame(top: screen.top)
    frame.size = window
    return frame
  }

  /// What is told in a window that is too small; everything is as it was when it is enlarged.
  private var tooSmall: Frame {
    var block = Block(width: window.columns)
    block.paragraph(SessionText.tooSmall(columns: window.columns, rows: window.rows))
    return Frame(size: window, rows: Array(block.rows.prefix(window.rows)), cursor: Cursor(row: 0, column: 0))
  }

  // MARK: Header

  private var header: Block {
    var block = Block(width: size.columns)
    let banner = page.banner
    if isLow {
      if let entry = banner.entry { block.paragraph(entry) }
      let place = banner.occasion.isEmpty ? banner.title : banner.occasion
      block.line(left: banner.progress ?? place, right: banner.role)
      return block
    }
    let gap = banner.occasion.isEmpty || banner.role.isEmpty ? "" : "    "
    block.line(left: banner.title, right: banner.occasion + gap + banner.role, indent: indent(1))
    if banner.scope != nil || banner.progress != nil {
      block.line(left: banner.scope ?? "", right: banner.progress ?? "", indent: indent(1))
    }
    if let entry = banner.entry { block.paragraph(entry, indent: indent(1)) }
    block.rule(filled: banner.share ?? 0)
    return block
  }

  // MARK: Footer

  private func footer(_ screen: ScreenState, _ notice: Notice?) -> Block {
    var block = Block(width: size.columns)
    if case .low(let told) = notice { block.append(told) }
    if let status = status(screen) { block.paragraph(status, indent: 1, hanging: 4) }
    if !isLow { block.rule() }
    let table = screen.showsHelp ? PageBindings.help : PageBindings.table(for: page)
    for line in table.keyLine(width: size.columns - 2) { block.line(line, indent: 1) }
    return block
  }

  /// What Enter would do, or what is answered.
  private func status(_ screen: ScreenState) -> String? {
    if screen.showsHelp { return nil }
    if let command = screen.marked, let offer = page.commands.first(where: { $0.command == command }) {
      return SessionText.marked(PageBindings.key(of: command), offer.label)
    }
    if !screen.number.isEmpty { return SessionText.number(screen.number) }
    if let status = page.status { return status }
    guard !page.options.isEmpty else { return nil }
    return page.options.first(where: \.isChosen).map { SessionText.marked("\($0.digit)", $0.label) }
      ?? SessionText.nothingMarked
  }

  /// What is told beside the page, broken into rows.
  enum Notice {
    /// In the footer.
    case low(Block)
    /// It would leave no room for anything else in a low window: it stands above the page and scrolls with it.
    case tall(Block)
  }

  private func notice(_ screen: ScreenState) -> Notice? {
    guard let text = screen.hint ?? page.notice?.text else { return nil }
    var footer = Block(width: size.columns)
    add(text, to: &footer)
    guard footer.height > size.rows / 4, !screen.showsHelp else { return .low(footer) }
    var body = Block(width: bodyWidth)
    add(text, to: &body)
    return .tall(body)
  }

  private func add(_ notice: String, to block: inout Block) {
    for (index, line) in ("＞ " + notice).wrapped(to: block.width - 1, hanging: 3).enumerated() {
      let sign = index == 0 ? Frame.Span("＞", Style(colour: .yellow)) : Frame.Span("")
      let text = Frame.Span(index == 0 ? String(line.dropFirst()) : line, .bold)
      block.row(Frame.Row([Frame.Span(" "), sign, text]))
    }
  }

  func indent(_ cells: Int) -> Int { isNarrow ? cells / 3 * 2 : cells }

  func gap(_ block: inout Block) { if !isLow { block.blank() } }
}
