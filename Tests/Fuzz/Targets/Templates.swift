import Documents

extension FuzzTarget {
  static let templates = [template]

  /// A template of the office's own, filled as the product's are.
  private static let template = FuzzTarget("template", dictionary: "mustache", limit: 1000) {
    bytes throws(BrokenPromise) in
    let text = bytes.text
    do throws(TemplateError) {
      _ = document.markdown(by: try MarkdownTemplate(text))
      _ = document.html(by: try HTMLTemplate(text))
      return true
    } catch {
      let lines = text.count(where: \.isNewline) + 1
      try promise(
        (1...lines).contains(error.line) && error.column >= 1, "a fault at \(error.line) of \(lines) lines: \(text)")
    }
    return false
  }

  private static let document = Document(
    marks: ["案"], title: "雨の日", lead: ["見本気象台"],
    chapters: [
      .init(
        id: "rain", heading: "第1 雨",
        blocks: [
          .heading("降り方"), .paragraph("作り物である。"), .list(["一", "二"]),
          .table(.init(columns: [.init("月"), .init("数", isNumber: true)], rows: [[.text("六月"), .share(15, of: 30)]])),
        ]), .init(id: "sun", heading: "第2 晴れ", blocks: []),
    ])
}
