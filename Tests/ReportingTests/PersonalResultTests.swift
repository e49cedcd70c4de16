import Documents
import Formats
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite("A person's own result")
struct PersonalResultTests {
  private let round = Example.round()
  private var questionnaire: Questionnaire {
    Questionnaire(checklist: Example.checklists(approved: false)[0], round: round)
  }

  private var draft: Draft {
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon-member", version: "1", digest: "digest-member"),
      role: .member, respondent: "m1", entry: .init(mode: .me),
      started: Timestamp(secondsSinceEpoch: Example.day.daysSinceEpoch * 86_400))
    draft.responses = [
      "M-PHY-01": .init(choice: .yes), "M-PHY-03": .init(choice: .unknown), "M-PHY-04": .init(choice: .no),
    ]
    draft.notes["M-PHY-03"] = Example.hostile
    draft.plans["M-PHY-04"] = ImprovementPlan(action: "箱を置く", due: Example.day.adding(days: 30))
    return draft
  }

  private var result: PersonalResult { PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round) }

  @Test func `Counts by section what is kept, what applies and what is open; a missing rule's item is not asked`() {
    #expect(result.sections.map(\.title) == ["物理的セキュリティ"])
    #expect(result.sections.map(\.tally.kept) == [1])
    #expect(result.sections.map(\.tally.applicable) == [3])
    #expect(result.sections.map(\.tally.unanswered) == [1])
    #expect(result.attention.map(\.item.id) == ["M-PHY-03", "M-PHY-04"])
    #expect(result.unanswered.map(\.item.id) == ["M-PHY-02"])
  }

  @Test func `Is the same from the sheet that the draft becomes, less notes and plans`() throws {
    let number = try #require(CheckedNumber(payload: "12345678901"))
    let sheet = Sheet(draft, of: questionnaire, as: number, respondent: "m1", in: round)
    var expected = result
    expected.number = number
    for index in expected.sections.indices {
      for row in expected.sections[index].rows.indices {
        expected.sections[index].rows[row].note = nil
        expected.sections[index].rows[row].plan = nil
      }
    }
    let day = draft.updated.day
    #expect(PersonalResult(sheet, of: questionnaire, policy: Example.policy, round: round, day: day) == expected)
  }

  @Test func `Told in paragraphs for a screen it holds the same, a table row by row`() {
    let report = PersonalReport(of: result)
    for words in [
      "分野ごとの結果", "・物理的セキュリティ：実施 1、当てはまる項目 3、未回答 1", "・次にすること：置き場所を議会局に尋ねる。", "・改善計画：箱を置く（令和8年12月25日まで）",
    ] {
      #expect(report.paragraphs.contains(words), "\(words)")
    }
    let plain = report.document.text.filter { !$0.isWhitespace }
    for chapter in report.document.chapters {
      #expect(report.paragraphs.contains(chapter.heading))
      #expect(plain.contains(chapter.heading.filter { !$0.isWhitespace }))
    }
  }

  private func brief(of draft: Draft) throws -> [String] {
    let result = PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round)
    let chapter = try #require(PersonalReport(of: result).document.chapters.first)
    #expect(chapter.heading == "まとめ")
    return chapter.blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text, _), .paragraph(let text): [text]
      case .list(let items): items
      default: []
      }
    }
  }

  @Test func `Begins with what goes well, what to do next and whom to ask`() throws {
    // What another body decides about its devices (M-PHY-04) is no step of the person's.
    #expect(
      try brief(of: draft) == [
        "できていること", "お答えの3項目のうち、1項目ができています。", "次にすること", "置き場所M-PHY-03：置き場所を議会局に尋ねる。",
        "まだお答えのない項目が1あります。", "お尋ねになる先", "見本市議会議会局（電話 00-1234-5678）へ、遠慮なくお尋ねください。",
      ])
    var all = draft
    let items: [ItemID] = ["M-PHY-01", "M-PHY-02", "M-PHY-03", "M-PHY-04"]
    for item in items { all.responses[item] = .init(choice: .yes) }
    #expect(
      try brief(of: all).prefix(5) == [
        "できていること", "お答えの4項目のうち、4項目ができています。", "すべてできている分野：物理的セキュリティ", "次にすること", "今のやり方を続けてください。",
      ])
  }

  @Test func `Names three steps at most, the most important first, with the person's own plan`() throws {
    var checklist = Example.checklists(approved: false)[0]
    let importances: [Item.Importance] = [.low, .medium, .high, .medium]
    checklist.sections[0].items = importances.enumerated().map { index, importance in
      var item = Example.item(ItemID("M-PHY-0\(index + 1)"))
      item.importance = importance
      return item
    }
    var draft = draft
    for item in checklist.sections[0].items { draft.responses[item.id] = .init(choice: .no) }
    draft.plans = ["M-PHY-02": ImprovementPlan(action: "棚を決める", due: nil)]
    let result = PersonalResult(
      draft, of: Questionnaire(checklist: checklist, round: round), policy: Example.policy, round: round)
    guard case .list(let steps)? = PersonalReport(of: result).document.chapters[0].blocks.dropFirst(3).first else {
      Issue.record("no steps")
      return
    }
    #expect(
      steps == [
        "置き場所M-PHY-03：置き場所を議会局に尋ねる。", "置き場所M-PHY-02：棚を決める", "置き場所M-PHY-04：置き場所を議会局に尋ねる。",
        "ほかの1項目は、「これから取り組むこと」にあります。急がず、一つずつで構いません。",
      ])
  }

  @Test func `Gives the next step, the note, the plan and whom to ask, in plain words`() {
    let text = PersonalReport(of: result).document.text
    for words in [
      "令和8年11月25日", "回答：わからない（基本方針6(3)、重要度 高）", "次にすること：置き場所を議会局に尋ねる。", "改善計画：箱を置く（令和8年12月25日まで）",
      "00-1234-5678", "（参考）", "（案）",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80, "\(line)") }
    #expect(isHarmless(text))
  }

  @Test func `Holds the 回答番号 of its sheet and names nobody`() throws {
    let number = try #require(CheckedNumber(payload: "12345678901"))
    let sheet = Sheet(draft, of: questionnaire, as: number, respondent: "m1", in: Example.round { $0.handIn = .signed })
    let signed = PersonalResult(sheet, of: questionnaire, policy: Example.policy, round: round)
    let text = PersonalReport(of: signed).document.text
    #expect(text.contains("回答番号：\(number.grouped)"))
    let json = String(decoding: PersonalResultFormat.encode(signed), as: UTF8.self)
    for text in [text, json] { #expect(!text.contains("m1")) }
    // A draft has no number yet.
    #expect(!PersonalReport(of: result).document.text.contains("回答番号"))
  }

  @Test func `Holds every answer, with the way, what shows it, and the note`() {
    var draft = draft
    draft.responses["M-PHY-01"] = .init(choice: .alternative, reason: "当番が見ています")
    draft.notes["M-PHY-01"] = "来週までに"
    var result = PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round)
    for index in result.sections.indices { result.sections[index].rows[0].evidence = "当番表" }
    let text = PersonalReport(of: result).document.text.filter { !$0.isWhitespace }
    for row in result.rows { #expect(text.contains("\(row.item.id)回答：\(row.choice?.japanese ?? "未回答")")) }
    for words in ["方法：当番が見ています", "根拠：当番表", "メモ：来週までに"] { #expect(text.contains(words), "\(words)") }
    let row = PersonalCSV.rows(of: result)[1]
    #expect(row[4...6] == ["当番が見ています", "当番表", "来週までに"])
  }

  @Test func `As a table has a row for each item, with plan and due day`() throws {
    let rows = PersonalCSV.rows(of: result)
    #expect(rows.first == ["番号", "分野", "質問", "回答", "理由", "根拠", "メモ", "計画", "期限"])
    #expect(rows.dropFirst().map { $0[0] } == ["M-PHY-01", "M-PHY-02", "M-PHY-03", "M-PHY-04"])
    #expect(rows.dropFirst().map { $0[3] } == ["はい", "未回答", "わからない", "いいえ"])
    #expect(
      rows.last == [
        "M-PHY-04", "物理的セキュリティ", "（参考）会議の資料を決められた場所に置いてM-PHY-04を守っていますか。", "いいえ", "", "", "", "箱を置く", "2026-12-25",
      ])
  }

  @Test func `As a table and as sheets makes hostile words plain, and dates of plans no dates`() throws {
    var draft = draft
    draft.responses["M-PHY-01"] = .init(choice: .alternative, reason: Example.hostile)
    draft.plans["M-PHY-04"] = ImprovementPlan(action: "3/1", due: nil)
    let result = PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round)
    let rows = PersonalCSV.rows(of: result)
    #expect(rows.allSatisfy { $0.count == 9 && $0.allSatisfy { isHarmless($0) && !$0.contains("\n") } })
    #expect(rows[1][4].contains("*太字* # <b>"))
    #expect(rows[4][7] == "'3/1")
  }

  @Test func `As sheets has the answers, the sections and whom to ask, under the marks`() throws {
    let book = PersonalSpreadsheet.spreadsheet(of: result)
    #expect(book.marks == ["取扱注意", "案"])
    #expect(book.worksheets.map(\.name) == ["回答", "分野ごとの結果"])
    let table = try #require(book.worksheets.first).table
    // Nobody gave a reason or named evidence.
    #expect(table.columns.map(\.title) == ["番号", "名", "質問", "重要度", "分野", "回答", "メモ", "計画", "期限"])
    #expect(table.rows.count == 4 && table.rows.allSatisfy { $0.count == 9 })
    #expect(table.rows[0][1] == .text("置き場所M-PHY-01"))
    #expect(book.properties.subject == result.checklistTitle && !book.properties.author.isEmpty)
    #expect(table.rows[3][8] == .text("令和8年12月25日"))
    #expect(table.notes.contains { $0.contains("00-1234-5678") })
    #expect(book.worksheets[1].table.rows == [[.text("物理的セキュリティ"), .count(1), .count(3), .count(1)]])
  }

  @Test func `Of a personal inspection has no round and nobody to ask`() {
    let alone = PersonalResult(
      draft, of: Questionnaire(personal: Example.checklists(approved: false)[0], policy: Example.policy),
      policy: Example.policy, round: nil)
    #expect(!PersonalReport(of: alone).document.text.contains("お尋ねになる先"))
    #expect(!PersonalReport(of: alone).document.text.contains("点検回："))
    // As if the rule existed, its item is asked.
    #expect(alone.unanswered.map(\.item.id) == ["M-PHY-02", "M-PHY-05"])
  }
}
