import Interview
import Terminal
import TextLayout

/// Draws a page: a header that always says where one is, a body that scrolls, a footer with the answer and the keys.
struct PageView {
  private let page: Page
  private let size: Size
  /// Small windows lose the title, the rules and the blank rows, never the words.
  private let isCompact: Bool
  /// Enter reads on here.
  private let isReading: Bool

  init(_ page: Page, size: Size) {
    self.page = page
    self.size = size
    isCompact = size.rows < 18 || size.columns < 60
    isReading = page.prompt == .enter
  }

  /// The smallest window that a question, its answers and the keys fit.
  static let minimum = Size(columns: 40, rows: 12)

  func frame(_ screen: inout ScreenState) -> Frame {
    if size.columns < Self.minimum.columns || size.rows < Self.minimum.rows { return tooSmall }
    let layout = Layout(
      size: size, header: header, body: screen.showsHelp ? helpBody : body(screen), footer: footer(screen)
    ) { [isReading] above, below in SessionText.scrollNote(above: above, below: below, isReading: isReading) }
    screen.top = layout.body.focus == nil ? layout.reachable(screen.top) : layout.revealingFocus(from: screen.top)
    screen.bodyHeight = layout.bodyHeight
    screen.fieldWidth = size.columns - indent(3)
    screen.rowsBelow = max(0, layout.body.height - layout.bodyHeight - screen.top)
    return layout.frame(top: screen.top)
  }

  /// What is told in a window that is too small; everything is as it was when it is enlarged.
  private var tooSmall: Frame {
    var block = Block(width: size.columns)
    block.paragraph(SessionText.tooSmall(columns: size.columns, rows: size.rows))
    return Frame(size: size, rows: Array(block.rows.prefix(size.rows)), cursor: Cursor(row: 0, column: 0))
  }

  // MARK: Header

  private var header: Block {
    var block = Block(width: size.columns)
    let occasion = [page.banner.occasion, page.banner.role].filter { !$0.isEmpty }.joined(separator: "    ")
    if isCompact {
      if let entry = page.banner.entry { block.paragraph(entry) }
      if let scope = page.banner.scope { block.paragraph(scope) }
      block.line(
        left: page.banner.progress ?? (page.banner.scope == nil ? page.banner.title : ""), right: page.banner.role)
      return block
    }
    block.line(left: page.banner.title, right: occasion, indent: 1)
    if page.banner.scope != nil || page.banner.progress != nil {
      block.line(left: page.banner.scope ?? "", right: page.banner.progress ?? "", indent: 1)
    }
    if let entry = page.banner.entry { block.paragraph(entry, indent: 1) }
    block.rule()
    return block
  }

  // MARK: Body

  private func body(_ screen: ScreenState) -> Block {
    var block = Block(width: size.columns)
    gap(&block)
    addHeading(to: &block)
    if let question = page.question {
      let row = block.height
      block.paragraph(question, indent: indent(3), style: .bold)
      block.placeCursor(row: row, column: indent(3))
      gap(&block)
    }
    for paragraph in page.lead {
      block.paragraph(paragraph, indent: indent(3))
      gap(&block)
    }
    addOptions(to: &block, screen)
    addRows(to: &block, screen)
    addGuidance(to: &block)
    addField(to: &block, screen)
    return block
  }

  private func addHeading(to block: inout Block) {
    guard let heading = page.heading else { return }
    let left = [heading.section, isCompact ? nil : heading.clause].compactMap { $0 }.joined(separator: "   ")
    block.line(left: left, right: heading.code ?? "", indent: indent(1))
    gap(&block)
  }

  private func addOptions(to block: inout Block, _ screen: ScreenState) {
    guard !page.options.isEmpty else { return }
    for (index, option) in page.options.enumerated() {
      block.item(
        "\(option.digit)  \(option.text)", index: index, isFocused: index == screen.focus, indent: indent(5),
        hanging: 3, style: option.isChosen ? .bold : .plain)
    }
    gap(&block)
  }

  private func addRows(to block: inout Block, _ screen: ScreenState) {
    let digits = String(page.rows.count).count
    let marks = page.rows.map(\.mark.displayWidth).max() ?? 0
    for (index, row) in page.rows.enumerated() {
      let number = String(index + 1).padded(to: digits, .right)
      let mark = marks == 0 ? "" : row.mark.padded(to: marks) + "  "
      block.item(
        "\(number)  \(mark)\(row.label)", index: index, isFocused: index == screen.list.selection, indent: 2,
        hanging: digits + 2 + mark.displayWidth)
    }
  }

  private func addGuidance(to block: inout Block) {
    for paragraph in page.guidance {
      block.paragraph(paragraph, indent: indent(3))
      gap(&block)
    }
  }

  private func addField(to block: inout Block, _ screen: ScreenState) {
    guard case .text(let label, _) = page.prompt else { return }
    block.line(label + "：", indent: indent(3))
    block.field(screen.field, isFocused: true, indent: indent(3), height: isCompact ? 2 : 4)
  }

  private var helpBody: Block {
    var block = Block(width: size.columns)
    for paragraph in page.explanation {
      block.paragraph(paragraph, indent: 1)
      gap(&block)
    }
    block.append(PageBindings.table(for: page).helpBlock(width: size.columns))
    return block
  }

  // MARK: Footer

  private func footer(_ screen: ScreenState) -> Block {
    var block = Block(width: size.columns)
    if let hint = screen.hint ?? page.notice?.text {
      block.paragraph("＞ " + hint, indent: 1, hanging: 3, style: .bold)
    }
    if !screen.number.isEmpty {
      block.line(SessionText.number(screen.number), indent: 1)
    } else if let status = page.status, !screen.showsHelp {
      block.line(status, indent: 1)
    }
    if !isCompact { block.rule() }
    if screen.showsHelp {
      block.line(SessionText.helpKeys, indent: 1)
    } else {
      for line in PageBindings.table(for: page).keyLine(width: size.columns - 2) { block.line(line, indent: 1) }
    }
    return block
  }

  private func indent(_ cells: Int) -> Int { isCompact ? min(cells, 3) / 3 * 2 : cells }

  private func gap(_ block: inout Block) { if !isCompact { block.blank() } }
}
