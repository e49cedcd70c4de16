import Documents

/// A document with one of everything, of nothing that anybody inspects.
enum Sample {
  static let half = Ratio(1, of: 2, tenths: 500, whole: 50)
  static let none = Ratio(0, of: 0, tenths: nil, whole: nil)

  /// A colour, a right-to-left override, markup of Markdown and HTML, and a line end.
  static let hostile = "\u{1B}[31m赤\u{202E}|*太字*\n# <b>見出し</b> [連結](http://example.jp)"

  static let table = Document.Table(
    columns: [
      .init("月"), .init("数", isNumber: true, longTitle: "雨の日の数"), .init("率", isNumber: true), .init(""),
    ],
    rows: [
      [.text("六月"), .share(15, of: 30), .rate(half), .bar(half)],
      [.text("七月"), .share(0, of: 31), .rate(none), .bar(none)],
    ], notes: ["作り物である。"])

  static func document(_ blocks: Document.Block..., title: String = "雨の日", marks: [String] = ["案"]) -> Document {
    Document(
      marks: marks, title: title, lead: ["見本気象台"],
      chapters: [.init(id: "rain", heading: "第1 雨", blocks: blocks)])
  }
}
