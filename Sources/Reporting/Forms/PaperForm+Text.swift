import TextLayout

extension PaperForm {
  /// The form as plain text of at most 80 cells a line, in pages for A4 that split no line of the form.
  ///
  /// Pages end by a form feed and hold 40 rows with the heading, the measure of A4 in an office.
  public var text: String {
    let (width, pages) = (Self.width, Self.pages(of: blocks))
    return pages.enumerated().map { index, page in
      let place = "\(index + 1)／\(pages.count)頁　\(PaperFormText.caution)"
      let head = "\(title) \(edition)".clipped(to: width - place.displayWidth - 2)
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
    blocks.append(scope.wrapped(to: width))
    blocks += (preface + facts).map { $0.wrapped(to: width) }
    let boxes = Array(repeating: String(repeating: "[ ]", count: 4), count: 3).joined(separator: " - ")
    blocks.append(
      ["【\(PaperFormText.entryHeading)】", "", "\(PaperFormText.codeLabel)  \(boxes)"]
        + PaperFormText.entryNote.wrapped(to: width))
    for section in sections {
      for (index, line) in section.lines.enumerated() {
        let heading = index == 0 ? section.heading.map { ["【\($0)】".printable, ""] } ?? [] : []
        blocks.append(heading + Self.rows(of: line))
      }
    }
    let writing = Array(repeating: ["", String(repeating: "_", count: width)], count: 5).flatMap { $0 }
    blocks.append(["【\(PaperFormText.opinionHeading)】"] + PaperFormText.opinionNote.wrapped(to: width) + writing)
    return blocks
  }

  private static func rows(of line: PaperForm.Line) -> [String] {
    let indent = 11
    func indented(_ text: String, hanging: Int = 0) -> [String] {
      text.wrapped(to: width - indent, hanging: hanging).map { String(repeating: " ", count: indent) + $0 }
    }
    let question = line.text.wrapped(to: width - indent)
    var rows = [line.code.printable.padded(to: indent) + (question.first ?? "")]
    rows += question.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    rows += line.notes.flatMap { indented("（\($0)）", hanging: 2) }
    if let skips = line.skips {
      rows += indented("（\(skips.lead) \(skips.codes.joined(separator: "、"))）", hanging: 2)
    }
    rows += line.ticks.flatMap { indented("[ ] \($0.digit) \($0.label)", hanging: 6) }
    rows += line.blanks.flatMap { blank in
      let head = "\(blank)： "
      return [
        "",
        String(repeating: " ", count: indent) + head
          + String(repeating: "_", count: max(width - indent - head.displayWidth, 10)),
      ]
    }
    return rows
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
