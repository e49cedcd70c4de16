import TextLayout

extension PaperForm {
  /// The form as plain text of at most 80 cells a line, in pages for A4 that split no line of the form.
  ///
  /// Pages end by a form feed and hold 40 rows with the heading, the measure of A4 in an office.
  public var text: String {
    let (width, pages) = (Self.width, Self.pages(of: blocks))
    return pages.enumerated().map { index, page in
      let place = "\(index + 1)／\(pages.count)頁　\(mark)"
      let head = (personal == nil ? title : "\(title) \(edition)").clipped(to: width - place.displayWidth - 2)
      let heading = head.padded(to: width - place.displayWidth) + place
      return ([heading, String(repeating: "=", count: width)] + page).map { $0.droppingTrailingSpaces() + "\n" }
        .joined()
    }.joined(separator: "\u{0C}")
  }

  private static let width = 80
  private static let rows = 40

  /// Rows that stay together.
  private typealias Block = [String]

  private var blocks: [Block] {
    let width = Self.width
    var blocks: [Block] = []
    blocks.append([assembly, occasion].compactMap { $0 }.joined(separator: "　").wrapped(to: width))
    if personal == nil { blocks.append(edition.wrapped(to: width)) }
    blocks.append(scope.wrapped(to: width))
    blocks += (preface + facts).map { $0.wrapped(to: width) }
    if let personal {
      let boxes = Array(repeating: String(repeating: "[ ]", count: 4), count: 3).joined(separator: " - ")
      blocks.append(
        ["\(personal.codeLabel)  \(boxes)"] + personal.codeNote.wrapped(to: width))
    }
    for section in sections {
      let rule = section.rule.map { $0.wrapped(to: width) + [""] } ?? []
      for (index, line) in section.lines.enumerated() {
        let heading = index == 0 ? ["【\(section.heading)】".printable, ""] + rule : []
        blocks.append(heading + Self.rows(of: line, in: section.columns))
      }
    }
    guard let personal else { return blocks }
    let writing = Array(repeating: ["", String(repeating: "_", count: width)], count: 5).flatMap { $0 }
    blocks.append(["【\(personal.opinionHeading)】"] + personal.opinionNote.wrapped(to: width) + writing)
    return blocks
  }

  private static func rows(of line: PaperForm.Line, in columns: [PaperForm.Tick]) -> [String] {
    let indent = 11
    let margin = String(repeating: " ", count: indent)
    let question = line.question.wrapped(to: width - indent)
    var rows = [line.code.printable.padded(to: indent) + (question.first ?? "")]
    rows += question.dropFirst().map { margin + $0 }
    rows += (line.notes + line.meanings).flatMap { note in
      "（\(note)）".wrapped(to: width - indent, hanging: 2).map { margin + $0 }
    }
    rows.append(boxes(of: line, in: columns))
    rows += line.blanks.flatMap { blank in
      let head = "\(blank.label)： "
      let first = margin + head + String(repeating: "_", count: max(width - indent - head.displayWidth, 10))
      let more = margin + String(repeating: "_", count: width - indent)
      return [[first]] + Array(repeating: [more], count: max(blank.rows - 1, 0))
    }.flatMap { [""] + $0 }
    return rows
  }

  /// Each box in the column of its choice, so that an eye runs down them.
  private static func boxes(of line: PaperForm.Line, in columns: [PaperForm.Tick]) -> String {
    let cells = columns.map { column -> String in
      let box = "[ ]" + (column.digit.map { "\($0)" } ?? "") + " \(column.label)"
      return line.tick(in: column) != nil ? box : "".padded(to: box.displayWidth)
    }
    return "    " + cells.joined(separator: " ")
  }

  /// As many blocks a page as fit, a blank row between them.
  private static func pages(of blocks: [Block]) -> [[String]] {
    var pages: [[String]] = []
    var page: [String] = []
    for block in blocks {
      if !page.isEmpty, page.count + 1 + block.count > rows - 2 {
        pages.append(page)
        page = []
      }
      page += (page.isEmpty ? [] : [""]) + block
    }
    return pages + [page]
  }
}
