import Documents
import Testing

@Suite("A document as Markdown")
struct DocumentMarkdownTests {
  private func filled(_ template: String, _ document: Document) throws -> String {
    document.markdown(by: try MarkdownTemplate("{{% CONTENT_TYPE:TEXT}}" + template))
  }

  @Test func `Gives a template its chapters in order, and each by its id`() throws {
    let document = Sample.document(.heading("上"), .paragraph("中。"), .list(["一", "二"]))
    #expect(
      try filled(
        "{{title}} {{#marks}}{{.}}{{/marks}} {{#lead}}{{.}}{{/lead}}"
          + "{{#parts}}/{{heading}}{{#blocks}}:{{subheading}}{{paragraph}}{{#list}}{{#items}}-{{.}}{{/items}}{{/list}}"
          + "{{/blocks}}{{/parts}}/{{part.rain.heading}}", document)
        == "雨の日 案 見本気象台/第1 雨:上:中。:-一-二/第1 雨")
  }

  @Test func `Sets a table without bars, numbers to the right, with what short titles stand for`() throws {
    let lines = "{{header}}\n{{rule}}\n{{#rows}}{{.}}\n{{/rows}}{{#notes}}{{.}};{{/notes}}"
    #expect(
      try filled(
        "{{#parts}}{{#blocks}}{{#table}}\(lines){{/table}}{{/blocks}}{{/parts}}", Sample.document(.table(Sample.table)))
          == """
          | 月 | 数 | 率 |
          | --- | ---: | ---: |
          | 六月 | 15 | 50.0% |
          | 七月 | 0 | − |
          数：雨の日の数;作り物である。;
          """)
  }

  @Test func `Makes hostile words plain: no HTML, no links, no table cells, no controls`() throws {
    #expect(
      try filled("{{title}}", Sample.document(title: Sample.hostile))
        == ##"\[31m赤\|\*太字\* \# \<b\>見出し\</b\> \[連結\](http\://example.jp)"##)
  }

  @Test(
    "does not turn words at the start of a line into lists",
    arguments: [
      ("1. 雨", #"1\. 雨"#), ("- 雨", #"\- 雨"#), ("1) 雨", #"1\) 雨"#), ("令和1.5", "令和1.5"), ("1.5", "1.5"),
      (" - 雨", #"\- 雨"#),
    ])
  func lists(_ words: String, escaped: String) throws {
    #expect(try filled("{{title}}", Sample.document(title: words)) == escaped)
  }

  /// CommonMark 4.1, 4.3 and 4.4; GitHub Flavored Markdown 6.9.
  @Test(arguments: [
    ("---", #"\---"#), ("--", #"\--"#), ("- - -", #"\- - -"#), ("--- 雨 ---", "--- 雨 ---"), ("    雨", "雨"),
    ("雨www.example.jp", #"雨www\.example.jp"#),
  ])
  func `Does not turn words into rules, headings, code or links`(words: String, escaped: String) throws {
    #expect(try filled("{{title}}", Sample.document(title: words)) == escaped)
  }
}

@Suite("A template")
struct TemplateTests {
  @Test(arguments: [
    ("a\n{{#b}}", TemplateError.Reason.sectionOpen), ("a\n{{#b}}{{/c}}", .otherSectionClosed),
    ("a\n{{b", .tagUnfinished),
  ])
  func `That cannot be parsed is told by line and reason`(_ text: String, reason: TemplateError.Reason) {
    for error in [
      #expect(throws: TemplateError.self) { try HTMLTemplate(text) },
      #expect(throws: TemplateError.self) { try MarkdownTemplate(text) },
    ] {
      #expect(error?.reason == reason)
      #expect(error?.line == 2)
    }
  }
}
