import Formats
import Inspection
import Testing

@Suite("A form filled in with Excel") struct AnswersFormatTests {
  private static let headings = ["項目", "回答", "理由", "根拠", "設問", "選べる回答", "説明"]

  static func item(_ id: ItemID, partial: String? = nil) -> Item {
    Item(
      id: id, revision: 1, label: "守る", question: "会議で守っていますか。", guidance: "説明。", clauses: ["c6-3"], threats: ["t1"],
      properties: [.integrity], assets: ["a1"], importance: .high, kind: .practice, partial: partial,
      remedy: "尋ねる。", short: true)
  }

  static func lines(_ role: Role = .staff) -> FormLines {
    FormLines(
      of: Questionnaire(
        checklist: Checklist(
          id: "mihon", version: "1", title: "見本用点検票", role: role, policy: "mihon", approved: nil, scope: "会議",
          preface: [], choices: Choice.allCases,
          profile: [
            ProfileQuestion(id: "device", question: "端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["S-PHY-01"])
          ],
          sections: [Section(id: "PHY", title: "物理", items: [item("S-PHY-01", partial: "ときどき"), item("S-PHY-02")])]),
        length: .full, rules: [], lentDevices: .council))
  }

  private func decode(_ text: String, _ role: Role = .staff) throws(AnswersError) -> FormAnswers {
    try AnswersFormat.decode(Array(text.utf8), for: Self.lines(role)).answers
  }

  private func faults(_ text: String) -> [AnswersFault] {
    do throws(AnswersError) {
      _ = try decode(text)
      return []
    } catch { return error.faults }
  }

  @Test(arguments: ["item,choice,reason", "項目,回答,理由"]) func `English and Japanese headings say the same`(header: String)
    throws
  {
    let answers = try decode("\(header)\nP0,1,\ndevice,はい,\nS-PHY-01,２,\nphy02,6 別の方法で対応,鍵のかかる棚\n")
    #expect(
      answers
        == FormAnswers(
          consent: true, profile: ["device": true],
          responses: [
            "S-PHY-01": .init(choice: .partial), "S-PHY-02": .init(choice: .alternative, reason: "鍵のかかる棚"),
          ]))
  }

  @Test func `Excel's own encoding, a byte order mark and empty answers are fine`() throws {
    let text = "項目,回答,理由\r\nS-PHY-01,いいえ,\r\nS-PHY-02,,\r\n,,\r\n"
    let expected = FormAnswers(responses: ["S-PHY-01": .init(choice: .no)])
    #expect(try AnswersFormat.decode(#require(CP932.encode(text)), for: Self.lines()).answers == expected)
    #expect(try AnswersFormat.decode([0xEF, 0xBB, 0xBF] + text.utf8, for: Self.lines()).answers == expected)
  }

  @Test func `Every fault is told at once, by its line`() {
    let text = """
      項目,回答,理由
      S-PHY-09,1,
      S-PHY-01,たぶん,
      S-PHY-02,2,
      S-PHY-02,1,
      P1,4,
      ,1,
      S-PHY-01,1
      """
    #expect(
      faults(text) == [
        AnswersFault(.row(.unknownCode("S-PHY-09")), line: 2),
        AnswersFault(.row(.unknownChoice("たぶん", code: "S-PHY-01")), line: 3),
        AnswersFault(
          .row(.choiceNotOffered(.partial, code: "S-PHY-02", offered: [.yes, .no, .unknown, .alternative])), line: 4),
        AnswersFault(.duplicate("S-PHY-02", column: "項目"), line: 5),
        AnswersFault(.row(.choiceNotOffered(.unknown, code: "P1", offered: [.yes, .no])), line: 6),
        AnswersFault(.empty(column: "項目"), line: 7), AnswersFault(.wrongFieldCount(found: 2, expected: 3), line: 8),
      ])
  }

  @Test func `Words stand only where the answer takes them`() {
    let text = "item,choice,reason\nS-PHY-01,6,\nS-PHY-02,1,いつも\n"
    #expect(
      faults(text) == [
        AnswersFault(.row(.reasonMissing(code: "S-PHY-01")), line: 2),
        AnswersFault(.row(.wordsNotTaken(code: "S-PHY-02", column: "理由")), line: 3),
      ])
  }

  @Test func `What does not agree to being entered is not entered`() {
    #expect(faults("item,choice\nP0,3\n") == [AnswersFault(.row(.consentRefused), line: 2)])
  }

  @Test func `Control characters in words are refused`() {
    #expect(
      faults("item,choice,reason\nS-PHY-01,6,\u{1B}[2J\n") == [
        AnswersFault(.controlCharacter("\u{1B}", column: "理由"), line: 2)
      ])
  }

  @Test(
    arguments: [
      ("", AnswersFault.Kind.noHeader(expected: headings)), ("項目,回答,点数\n", .unknownColumn("点数", allowed: headings)),
      ("項目,理由\n", .missingColumn("回答")),
      ("項目,回答,回答\n", .duplicateColumn("回答")), ("項目,\"回答\n", .openQuote),
    ]) func `A wrong heading is told on line 1`(text: String, kind: AnswersFault.Kind)
  {
    #expect(faults(text) == [AnswersFault(kind, line: 1)])
  }

  @Test func `The blank form is read back as no answers, and holds what can be chosen`() throws {
    let blank = AnswersFormat.blank(Self.lines())
    #expect(try AnswersFormat.decode(blank, for: Self.lines()) == FilledForm())
    let text = String(decoding: blank, as: UTF8.self)
    #expect(text.contains("\"S-PHY-02\",\"\",\"\",\"会議で守っていますか。\",\"1 はい、3 いいえ、4 わからない、6 別の方法で対応\",\"説明。\"\r\n"))
    #expect(text.contains("2 一部できている（ときどき）"))
    #expect(!text.contains("根拠"))
  }

  @Test func `The organisation's form has a column for what shows it`() throws {
    let answers = try decode("項目,回答,根拠\nS-PHY-01,1,台帳\n", .organisation)
    #expect(answers.responses == ["S-PHY-01": .init(choice: .yes, evidence: "台帳")])
    #expect(String(decoding: AnswersFormat.blank(Self.lines(.organisation)), as: UTF8.self).contains("根拠"))
  }
}
