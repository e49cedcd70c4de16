import Documents
import Testing

@Suite("A document as HTML")
struct DocumentHTMLTests {
  private func filled(_ template: String, _ document: Document) throws -> String {
    document.html(by: try HTMLTemplate("{{% CONTENT_TYPE:TEXT}}" + template))
  }

  private func inTables(_ template: String, _ blocks: Document.Block...) throws -> String {
    var document = Sample.document()
    document.chapters[0].blocks = blocks
    return try filled("{{#parts}}{{#blocks}}{{#table}}\(template){{/table}}{{/blocks}}{{/parts}}", document)
  }

  @Test func `Tells a template what each cell is, and draws bars with words for those who do not see them`() throws {
    let cell =
      "{{#isRowHeading}}heading {{/isRowHeading}}{{#isNumber}}number {{shade}} {{/isNumber}}{{#isPlain}}plain {{/isPlain}}"
      + "{{#bar}}bar {{width}} {{alternative}} {{/bar}}{{text}}"
    #expect(
      try inTables("{{#rows}}{{#cells}}\(cell);{{/cells}}\n{{/rows}}", .table(Sample.table)) == """
        heading 六月;number shade3 15;number  50.0%;bar 50.0 六月の棒グラフ、およそ50% ##########..........;
        heading 七月;number shade0 0;number  −;plain ;

        """)
  }

  @Test func `Prints the long titles, and a word for the column of bars that has none`() throws {
    #expect(try inTables("{{#columns}}{{label}};{{/columns}}", .table(Sample.table)) == "月;雨の日の数;率;図;")
  }

  @Test(arguments: [
    (0, "shade0"), (1, "shade1"), (20, "shade1"), (21, "shade2"), (80, "shade4"), (81, "shade5"), (100, "shade5"),
  ])
  func `Shades a count one step darker for each 20 % begun`(_ count: Int, shade: String) throws {
    let table = Document.Table(columns: [.init("数", isNumber: true)], rows: [[.share(count, of: 100)]])
    #expect(try inTables("{{#rows}}{{#cells}}{{shade}}{{/cells}}{{/rows}}", .table(table)) == shade)
  }

  @Test func `Explains the shades only where there are some`() throws {
    let samples = "{{#scale}}{{#samples}}{{swatch}} {{words}};{{/samples}}{{/scale}}"
    #expect(
      try inTables(samples, .table(Sample.table))
        == "shade0 0件;shade1 20%以下;shade2 40%以下;shade3 60%以下;shade4 80%以下;shade5 80%を超える;")
    let plain = Document.Table(columns: [.init("数", isNumber: true)], rows: [[.count(1)]])
    #expect(try inTables(samples, .table(plain)) == "")
  }

  @Test func `Names no two tables under one heading alike`() throws {
    #expect(
      try inTables(
        "{{name}};", .table(Sample.table), .heading("上"), .table(Sample.table), .heading("下", level: 2),
        .table(Sample.table), .table(Sample.table), .heading("中"), .table(Sample.table))
        == "第1 雨;上;上 下;上 下（2）;中;")
  }

  @Test func `Draws a trend as a line that breaks where there is nothing to compare`() throws {
    let points = [Sample.half, Sample.half, nil, Sample.half, Sample.none].enumerated().map {
      Document.Trend.Point("\($0.offset)年", $0.element)
    }
    let document = Sample.document(.trend(Document.Trend(title: "雨", points: points)))
    #expect(
      try filled(
        "{{#parts}}{{#blocks}}{{#trend}}{{subject}}|{{values}}|{{#runs}}[{{.}}]{{/runs}}|{{#hasGap}}gap{{/hasGap}}"
          + "{{/trend}}{{/blocks}}{{/parts}}", document)
        == "雨|0年 50.0%、1年 50.0%、2年 −、3年 50.0%、4年 −|[64,61 160,61][352,61]|gap")
  }

  @Test func `Makes hostile words plain: no tags, no attributes, no controls`() throws {
    #expect(
      try filled("{{title}}", Sample.document(title: Sample.hostile))
        == "[31m赤|*太字* # &lt;b&gt;見出し&lt;/b&gt; [連結](http://example.jp)")
  }

  @Test(arguments: [("\"", "&quot;"), ("\"\u{301}", "&quot;\u{301}"), ("'\u{20E3}", "&#39;\u{20E3}"), ("&", "&amp;")])
  func `Lets no quote end an attribute, not even one that a mark combines with`(_ quote: String, escaped: String) throws
  {
    #expect(
      try inTables("{{name}}", .heading("表\(quote) onclick=x"), .table(Sample.table)) == "表\(escaped) onclick=x")
  }
}
