import Documents
import Testing

@Suite("A form on paper as docx")
struct PaperFormWordTests {
  private static let columns = [
    PaperForm.Tick(digit: 1, words: ["はい"]), .init(digit: 4, words: ["わから", "ない"]),
  ]

  private var form: PaperForm {
    var form = PaperForm("雨具の点検", assembly: "見本気象台", mark: "取扱注意")
    form.occasion = "六月"
    form.edition = "第1版"
    form.scope = "傘について"
    form.preface = ["一つだけ印を付けてください。"]
    form.facts = ["期限：六月末"]
    form.personal = .init(codeLabel: "コード", codeNote: "なければ氏名", opinionHeading: "ご意見", opinionNote: "<自由>に")
    var second = PaperForm.Line(
      code: "A-2", text: "長靴を履きますか。", notes: [], ticks: [Self.columns[0]], blanks: [.init(label: "見たもの", rows: 2)])
    second.skippedBy = ["P1"]
    form.sections = [
      .init(
        heading: "外出", rule: "P1 がいいえなら不要", columns: Self.columns,
        lines: [
          .init(code: "A-1", text: "傘を持ちますか。", notes: ["雨の日に"], ticks: Self.columns, blanks: []), second,
        ])
    ]
    return form
  }

  @Test func `Has all that stands on the paper, in its order, with the digits in their boxes`() throws {
    let word = try ReadWord(form.word())
    let four = "　 　 　 　 "
    #expect(
      try word.paragraphs().map(\.text).filter { !$0.isEmpty } == [
        "雨具の点検", "見本気象台　六月", "第1版", "傘について", "一つだけ印を付けてください。", "期限：六月末",
        "コード　\(four)- \(four)- \(four)", "なければ氏名", "外出", "1", "はい", "4", "わから", "ない", "P1 がいいえなら不要",
        "A-1　傘を持ちますか。", "雨の日に", " 1 ", " 4 ", "A-2　長靴を履きますか。（P1）", " 1 ", "見たもの", "ご意見", "<自由>に",
      ])
    #expect(try #require(try word.elements(of: "word/header1.xml").last).text.contains("取扱注意"))
    #expect(try form.word() == form.word())
  }

  @Test func `Has a box for each answer that is offered, and no other`() throws {
    let runs = try ReadWord(form.word()).elements(of: "word/document.xml").filter { $0.name == "w:bdr" }
    #expect(runs.count == 12 + 3)
  }

  @Test func `What is for nobody in person has neither code nor opinion, and boxes without digits`() throws {
    var form = form
    form.personal = nil
    form.sections[0].columns = [.init(digit: nil, words: ["確認"])]
    form.sections[0].lines = [.init(code: "A-1", text: "傘", notes: [], ticks: form.sections[0].columns, blanks: [])]
    let texts = try ReadWord(form.word()).paragraphs().map(\.text)
    #expect(texts.contains("　") && !texts.contains { $0.contains("コード") || $0.contains("ご意見") })
  }

  @Test func `A heading is printed on each page, and what is written makes the room for it grow`() throws {
    let document = try ReadWord(form.word()).elements(of: "word/document.xml")
    #expect(document.count { $0.name == "w:tblHeader" } == 1)
    let heights = document.filter { $0.name == "w:trHeight" }
    #expect(heights.map { $0.attributes["w:hRule"] } == ["atLeast", "atLeast"])
    #expect(document.filter { $0.name == "w:gridSpan" }.map { $0.attributes["w:val"] } == ["3", "3"])
  }
}
