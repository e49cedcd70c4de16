import Interview
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
    lines += wrapped([page.banner.title, page.banner.occasion, page.banner.role].joined(separator: "　"))
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
    lines += [""] + wrapped(SessionText.plainKeys(of: page))
    return lines.joined(separator: "\n") + "\n"
  }

  static func notice(_ notice: Page.Notice, width: Int) -> String {
    "＞ \(notice.text)".printable.wrapped(to: width).joined(separator: "\n") + "\n"
  }

  static func prompt(of page: Page) -> String {
    switch page.prompt {
    case .text(let label, let initial): initial.isEmpty ? "\(label)： " : "\(label)（今は「\(initial)」）： "
    case .options, .rows: "番号： "
    case .enter: "Enter を押してください： "
    }
  }

  static func help(for page: Page, width: Int) -> String {
    (page.explanation.isEmpty ? [SessionText.noHelp] : page.explanation)
      .flatMap { $0.printable.wrapped(to: width) }.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.printable.wrapped(to: width, hanging: indent)
  }
}
