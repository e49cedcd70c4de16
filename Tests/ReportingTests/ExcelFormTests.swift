import Documents
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The Excel form") struct ExcelFormTests {
  private let identity = FormIdentity(checklist: "mihon", digest: String(repeating: "0", count: 64), round: "r8-1")

  private func questionnaire(_ role: Role, change: (inout Checklist) -> Void = { _ in }) throws -> Questionnaire {
    var checklist = try #require(Example.checklists(approved: false).first { $0.role == role })
    change(&checklist)
    return Questionnaire(checklist: checklist, length: .full, rules: [], lentDevices: .council)
  }

  private func sheet(
    _ role: Role = .member, round: Round? = Example.round(), change: (inout Checklist) -> Void = { _ in }
  )
    throws -> FillInSheet
  {
    ExcelForm.sheet(
      of: try questionnaire(role, change: change), policy: Example.policy, round: round, identity: identity)
  }

  private func questions(of sheet: FillInSheet) -> [FillInSheet.Question] {
    sheet.rows.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  private func texts(of sheet: FillInSheet) -> String {
    sheet.rows.map { row in
      switch row {
      case .heading(let text), .text(let text), .mark(let text): text
      case .question: ""
      }
    }.joined(separator: "\n")
  }

  /// Screen, paper and Excel are one instrument.
  @Test(arguments: Role.allCases) func `It asks what the paper form asks, in the same words and choices`(role: Role)
    throws
  {
    let paper = PaperForm(try questionnaire(role), policy: Example.policy, round: Example.round())
    let lines = FormLines(of: try questionnaire(role))
    let asked = questions(of: try sheet(role)).filter { lines.line(written: $0.code) != nil }
    let printed = paper.sections.flatMap(\.lines)
    #expect(asked.map(\.code) == printed.map(\.code))
    #expect(asked.map(\.text) == printed.map(\.text))
    for (question, line) in zip(asked, printed) {
      // Of consent the paper form says that a mark has to be made.
      #expect(line.code == "P0" || question.guidance == line.notes)
      guard let digits = lines.line(written: line.code).map({ lines.choices(of: $0).map(\.digit) }) else { continue }
      #expect(question.choices.map { Int($0.prefix(1)) } == digits, "\(line.code)")
    }
  }

  @Test func `What partly and not applicable mean stands below the question`() throws {
    let question = try #require(questions(of: try sheet()).first { $0.code == "M-PHY-01" })
    #expect(question.meanings == ["2 一部できている：ときどき", "5 該当なし：使わない場合"])
  }

  @Test func `An item knows the profile questions that make it needless`() throws {
    let sheet = try sheet { checklist in
      checklist.profile = [
        ProfileQuestion(id: "paper", question: "紙を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-02"])
      ]
    }
    #expect(questions(of: sheet).filter { $0.skippedBy == ["P1"] }.map(\.code) == ["M-PHY-02"])
  }

  @Test func `Only the organisation is asked what shows it`() throws {
    #expect(try !sheet().wordHeadings.contains("根拠"))
    #expect(try sheet(.organisation).wordHeadings.contains("根拠"))
  }

  @Test func `It says what it is for, whom to ask, what becomes of the file, and which form it is`() throws {
    let sheet = try sheet()
    for words in ["提出の期限", "お問い合わせ", "差し替えも取消しもできません", "だれの回答かが分かります", identity.line] {
      #expect(texts(of: sheet).contains(words), "\(words)")
    }
    #expect(sheet.hidden == [identity.line])
    #expect(questions(of: sheet).last?.code == "ご意見")
  }

  @Test func `The person is named by the slip code, or without codes by number or name`() throws {
    var round = Example.round()
    round.hasCodes = true
    #expect(questions(of: try sheet(round: round)).first?.code == "点検コード")
    round.hasCodes = false
    #expect(questions(of: try sheet(round: round)).first?.code == "番号又は氏名")
    #expect(questions(of: try sheet(round: nil)).first?.code == "P0")
  }
}
