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

  @Test func `As text has slips between lines for the scissors`() {
    var letter = Letter("配る紙")
    letter.slips = [.init(title: "札", rows: [.init("番号", "01"), .init("名", "見本")], notes: ["なくさない。"])]
    let cut = String(repeating: "- ", count: 40).dropLast()
    #expect(
      letter.text.hasSuffix("\n\(cut)\n\n札\n\n  番号  01\n  名    見本\n\n  なくさない。\n\n\(cut)\n"))
  }

  @Test func `As HTML counts its entries, escapes every word, and begins a page for slips that would not fit`() throws {
    var letter = letter
    letter.entries.append(.init("注意", "<b>\"危険\"</b>"))
    letter.slips = (1...5).map { .init(title: "札\($0)", rows: [], notes: []) }
    let template = try HTMLTemplate(
      "{{% CONTENT_TYPE:TEXT}}{{#entries}}{{index}}{{label}}{{#texts}}-{{.}}{{/texts}};{{/entries}}"
        + "{{#slips}}{{#startsPage}}|{{/startsPage}}{{name}}{{/slips}}")
    #expect(
      letter.html(by: template) == "1期限-六月;2持ち物-傘-長靴;3注意-&lt;b&gt;&quot;危険&quot;&lt;/b&gt;;|札1札2札3札4|札5")
    for index in letter.slips.indices { letter.slips[index].notes = Array(repeating: "長い", count: 6) }
    #expect(letter.html(by: template).hasSuffix("|札1札2札3|札4札5"))
  }
}
