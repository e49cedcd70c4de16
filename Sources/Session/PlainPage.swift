import Interview
import Terminal
import TextLayout

/// A page as lines of plain text.
struct PlainPage {
  private let page: Page
  private let width: Int

  init(_ page: Page, width: Int) {
    self.page = page
    self.width = width
  }

  var text: String {
    var lines = ["", String(repeating: "-", count: width)]
    lines += wrapped(
      [page.banner.title, page.banner.occasion, page.banner.role].filter { !$0.isEmpty }.joined(separator: "　"))
    if let scope = page.banner.scope { lines += wrapped(scope) }
    if let entry = page.banner.entry { lines += wrapped(entry) }
    let place = [page.banner.progress, page.heading?.section, page.heading?.clause, page.heading?.code]
    lines += wrapped(place.compactMap { $0 }.joined(separator: "　"))
    if let question = page.question { lines += [""] + wrapped(question) }
    for paragraph in page.lead { lines += [""] + wrapped(paragraph) }
    if !page.options.isEmpty { lines.append("") }
    for option in page.options { lines += wrapped("\(option.digit)　\(option.text)", indent: 4) }
    for (index, row) in page.rows.enumerated() {
      let mark = row.mark.isEmpty ? "" : "［\(row.mark)］"
      lines += wrapped("\(index + 1)　\(mark)\(row.label)", indent: 4)
    }
    for paragraph in page.guidance { lines += [""] + wrapped(paragraph) }
    if let status = page.status { lines += [""] + wrapped(status) }
    lines += [""] + keyRows
    return lines.joined(separator: "\n") + "\n"
  }

  /// What can be typed here, in rows that never part a key from its word.
  private var keyRows: [String] {
    var rows: [String] = []
    for key in PageBindings.table(for: page).typedKeys {
      if let last = rows.last, (last + "　" + key).displayWidth <= width - 4 {
        rows[rows.count - 1] = last + "　" + key
      } else {
        rows.append(key)
      }
    }
    return rows.map { "〔\($0)〕" }
  }

  static func notice(_ text: String, width: Int) -> String {
    "＞ \(text)".printable.wrapped(to: width).joined(separator: "\n") + "\n"
  }

  static func help(for page: Page, width: Int) -> String {
    (page.explanation.isEmpty ? [SessionText.noHelp] : page.explanation)
      .flatMap { $0.printable.wrapped(to: width) }.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.printable.wrapped(to: width, hanging: indent)
  }
}
