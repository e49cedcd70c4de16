import Documents
import Testing

@Suite("A letter")
struct LetterTests {
  private var letter: Letter {
    var letter = Letter("雨具について")
    letter.marks = ["案"]
    letter.addressees = ["皆様"]
    letter.sender = "見本気象台"
    letter.paragraphs = ["　お願いします。"]
    letter.entriesHeading = "記"
    letter.entries = [.init("期限", "六月"), .init("持ち物", "傘", "長靴")]
    letter.ending = "以上"
    return letter
  }

  @Test func `As text has its parts in the order of an official document`() {
    func right(_ words: String) -> String { String(repeating: " ", count: 80 - words.count * 2) + words }
    func middle(_ words: String) -> String { String(repeating: " ", count: 40 - words.count) + words }
    #expect(
      letter.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == [
        right("［案］"), "皆様", right("見本気象台"), "", middle("雨具について"), "", "　お願いします。", "", middle("記"), "", "1 期限", "  六月",
        "2 持ち物", "  傘", "  長靴", "", right("以上"), "",
      ])
  }

  private func slip(_ number: Int) -> Letter.Slip {
    .init(
      title: "札", person: "見本\(number)", key: .init("番号", "0\(number)"), rows: [.init("名", "見本")], notes: ["なくさない。"])
  }

  @Test func `As text has slips between lines for the scissors`() {
    var letter = Letter("配る紙")
    letter.slips = [slip(1)]
    let cut = String(repeating: "- ", count: 40).dropLast()
    #expect(
      letter.text.hasSuffix("\n\(cut)\n\n札\n\n  見本1\n  番号  01\n  名    見本\n\n  なくさない。\n\n\(cut)\n"))
  }

  @Test func `As HTML counts its entries and escapes every word`() throws {
    var letter = letter
    letter.entries.append(.init("注意", "<b>\"危険\"</b>"))
    (letter.highlight, letter.particulars) = ("<大>", [.init("&", "'")])
    let template = try HTMLTemplate(
      "{{% CONTENT_TYPE:TEXT}}{{#entries}}{{index}}{{label}}{{#texts}}-{{.}}{{/texts}};{{/entries}}"
        + "{{highlight}}{{#particulars}}{{#lines}}{{#pairs}}{{key}}{{value}}{{/pairs}}{{/lines}}{{/particulars}}")
    #expect(
      letter.html(by: template)
        == "1期限-六月;2持ち物-傘-長靴;3注意-&lt;b&gt;&quot;危険&quot;&lt;/b&gt;;&lt;大&gt;&amp;&#39;")
  }

  @Test(arguments: [(Letter.Layout.handout, "handout"), (.document, "letter")])
  func `A template can tell a handout from a letter`(layout: Letter.Layout, laidOut: String) throws {
    var letter = letter
    letter.layout = layout
    let template = try HTMLTemplate("{{#isHandout}}handout{{/isHandout}}{{^isHandout}}letter{{/isHandout}}")
    #expect(letter.html(by: template) == laidOut)
  }

  @Test(arguments: [(1, "[1_]"), (7, "[12][34][56][7_]"), (8, "[12][34][56][78]"), (9, "[12][34][56][78]|[9_]")])
  func `As HTML has eight slips a page, two beside each other`(count: Int, laidOut: String) throws {
    var letter = Letter("配る紙")
    letter.slips = (1...count).map(slip)
    let template = try HTMLTemplate(
      "{{% CONTENT_TYPE:TEXT}}{{#slipPages}}{{#isLater}}|{{/isLater}}{{#strips}}[{{#slips}}"
        + "{{^hasPerson}}_{{/hasPerson}}{{#hasPerson}}{{keyValue}}{{/hasPerson}}{{/slips}}]{{/strips}}{{/slipPages}}")
    #expect(letter.html(by: template).replacing("0", with: "") == laidOut)
  }
}
