import Interview
import Terminal
import TextLayout

/// The part of a page between header and footer, which scrolls.
extension PageView {
  /// With a margin at the right.
  var bodyWidth: Int { isNarrow || !page.rows.isEmpty ? size.columns : size.columns - 5 }

  /// `room`: the rows that there are for it.
  func body(_ screen: ScreenState, under notice: Notice?, room: Int) -> Block {
    var block = Block(width: bodyWidth)
    gap(&block)
    if isLow {
      if page.question == nil { addHeading(to: &block) }
      addQuestion(to: &block)
      // What follows scrolls, under a row that says so.
      addField(to: &block, screen, room: room - 1)
    } else {
      addHeading(to: &block)
      addQuestion(to: &block)
    }
    addParagraphs(page.lead, to: &block)
    addOptions(to: &block, screen)
    addRows(to: &block, screen)
    addParagraphs(page.guidance, to: &block)
    if !isLow {
      addField(to: &block, screen, room: room)
    } else if page.question != nil {
      addHeading(to: &block)
      addParagraphs([page.banner.scope].compactMap { $0 }, to: &block)
    }
    if case .tall(var first) = notice {
      first.append(block)
      first.placeCursor(row: 0, column: indent(1))
      block = first
    }
    if block.cursor == nil || screen.isReadingOn { placeCursor(in: &block, top: screen.top) }
    return block
  }

  private func addHeading(to block: inout Block) {
    guard let heading = page.heading else { return }
    let left = [heading.section, heading.clause].compactMap { $0 }.joined(separator: "   ")
    if let code = heading.code {
      block.line(left: left, right: code, indent: indent(1))
    } else {
      block.paragraph(left, indent: indent(1))
    }
    gap(&block)
  }

  private func addQuestion(to block: inout Block) {
    guard let question = page.question else { return }
    let row = block.height
    block.paragraph(question, indent: indent(3), style: .bold)
    block.placeCursor(row: row, column: indent(3))
    gap(&block)
  }

  private func addParagraphs(_ paragraphs: [String], to block: inout Block) {
    for paragraph in paragraphs {
      block.paragraph(paragraph, indent: indent(3))
      gap(&block)
    }
  }

  private func addOptions(to block: inout Block, _ screen: ScreenState) {
    guard !page.options.isEmpty else { return }
    for (index, option) in page.options.enumerated() {
      block.item(
        "\(option.digit)  \(option.text)", index: index, isFocused: index == screen.focus, indent: indent(5),
        hanging: 3, style: option.isChosen ? Style(.bold, colour: .blue) : .plain)
    }
    gap(&block)
  }

  private func addRows(to block: inout Block, _ screen: ScreenState) {
    let digits = String(page.rows.count).count
    let marks = page.rows.map(\.mark.displayWidth).max() ?? 0
    for (index, row) in page.rows.enumerated() {
      let number = String(index + 1).padded(to: digits, .right)
      let mark = marks == 0 ? "" : row.mark.padded(to: marks) + "  "
      let first = block.height
      block.item(
        "\(number)  \(mark)\(row.label)", index: index, isFocused: index == screen.row && screen.isRowMarked, indent: 2,
        hanging: digits + 2 + mark.displayWidth)
      if index == screen.row, !screen.isRowMarked { block.placeCursor(row: first, column: 2) }
    }
  }

  /// The field takes all the rows that are free below its label, and says there what of its text is hidden.
  private func addField(to block: inout Block, _ screen: ScreenState, room: Int) {
    guard case .text(let label, _) = page.prompt else { return }
    let height = max(room - block.height - 1, isLow ? 2 : 4)
    let window = screen.field.window(width: block.width - indent(3), height: height)
    let hidden = SessionText.hiddenRows(above: window.above, below: window.below)
    block.line(left: label + "：", right: hidden, indent: indent(3))
    block.field(screen.field, indent: indent(3), height: height)
  }

  func helpBody(_ screen: ScreenState) -> Block {
    var block = Block(width: bodyWidth)
    gap(&block)
    addParagraphs(page.explanation, to: &block)
    block.append(PageBindings.table(for: page).helpBlock(width: bodyWidth))
    placeCursor(in: &block, top: screen.top)
    return block
  }

  /// Puts the cursor on the first row of text from `top`, where screen readers begin.
  func placeCursor(in block: inout Block, top: Int) {
    guard block.height > 0 else { return }
    let top = min(max(top, 0), block.height - 1)
    let row = block.rows[top...].firstIndex { !$0.text.isEmpty } ?? top
    block.placeCursor(row: row, column: block.rows[row].text.prefix { $0 == " " }.count)
  }
}
