import Inspection
import Interview
import InterviewSamples
import Testing

/// Staff keying one form in: lines are typed, and what was saved last is kept.
struct Typist {
  let store: MemoryStore
  private var runner: Runner<PaperEntry>

  init(_ role: Role = .member, twice: Bool = false, draft: Draft? = nil) throws {
    let store = try MemoryStore()
    self.store = store
    var setting = Sample.inRound(role)
    setting.assistance = Assistance(.form, of: "議員01", by: "職員01")
    let now = Timestamp(secondsSinceEpoch: 1_795_521_333)
    let fresh = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon", version: "1", digest: "00"), role: role,
      respondent: "m01", entry: Draft.Entry(mode: .paper, by: "s01"), started: now)
    runner = Runner(
      PaperEntry(setting, draft: draft ?? fresh, twice: twice), clock: { now }, perform: { $0.perform(in: store) })
  }

  var page: Page { runner.state.page }
  var outcome: PaperEntry.Outcome? { runner.state.outcome }
  /// The code of the line that is next.
  var next: String? { page.heading?.code }
  var notice: String { page.notice?.text ?? "" }

  mutating func send(_ intent: Intent) { runner.send(intent) }
  mutating func type(_ lines: String...) { for line in lines { runner.send(.submit(text: line)) } }
}

@Suite("Keying a paper form in") struct PaperEntryTests {
  @Test func `A digit and Enter answers the line that is next, in the order of the form`() throws {
    var typist = try Typist()
    var codes: [String?] = []
    while typist.next != nil {
      codes.append(typist.next)
      typist.type("1")
    }
    #expect(codes == ["P0", "P1", "P2", "M-PHY-01", "M-PHY-02", "M-PHY-03", "M-PHY-04"])
    #expect(typist.store.saved?.consent == true)
    #expect(typist.store.saved?.profile == ["device": true, "paper": true])
    #expect(typist.store.saved?.responses.count == 4)
    typist.type("")
    let saved = try #require(typist.store.saved)
    #expect(typist.outcome == .keyed(saved))
    #expect(saved.position == .review)
    #expect(saved.entry == Draft.Entry(mode: .paper, by: "s01"))
  }

  @Test func `Items that the profile rules out are skipped, and counted off what is left`() throws {
    var typist = try Typist()
    #expect(typist.page.banner.progress == "残り 7行（全7行）")
    typist.type("1", "3")
    #expect(typist.page.banner.progress == "残り 3行（全5行）")
    typist.type("1")
    #expect(typist.next == "M-PHY-03")
    typist.type("M-PHY-01 1")
    #expect(typist.notice.contains("前提の質問"))
    #expect(typist.store.saved?.responses.isEmpty == true)
  }

  @Test(arguments: ["M-PHY-03 3", "PHY03 3", "ｐｈｙ０３　３", "phy033", "M-PHY-03 いいえ"])
  func `A code and a digit answers that line, wherever one is`(line: String) throws {
    var typist = try Typist()
    typist.type("1", "1", "1", line)
    #expect(typist.store.saved?.responses == ["M-PHY-03": .init(choice: .no)])
    #expect(typist.next == "M-PHY-01")
    #expect(typist.page.guidance.joined().contains("M-PHY-03 3 いいえ"))
  }

  @Test func `Typing a code again corrects it`() throws {
    var typist = try Typist()
    typist.type("1", "1", "1", "1", "PHY01 3")
    #expect(typist.store.saved?.responses == ["M-PHY-01": .init(choice: .no)])
    #expect(typist.next == "M-PHY-02")
  }

  @Test(
    arguments: [
      ("M-PHY-99 1", "M-PHY-99"), ("9", "9"), ("2 ", "選べません"), ("PHY04", "番号がありません"), ("PHY04 2", "選べません"),
      ("1 いつも", "言葉"), ("PHY05 1", "ありません"), ("", "番号を打って"),
    ]) func `What cannot be taken says why and changes nothing`(line: String, reason: String) throws
  {
    var typist = try Typist()
    typist.type("1", "1", "1", "1", line)
    #expect(typist.notice.contains(reason), "\(typist.notice)")
    #expect(typist.store.saved?.responses == ["M-PHY-01": .init(choice: .yes)])
    #expect(typist.next == "M-PHY-02")
  }

  @Test func `A line without a tick stays open`() throws {
    var typist = try Typist()
    typist.type("1", "1", "1", "-", "1", "1", "1")
    #expect(typist.next == nil)
    #expect(typist.store.saved?.responses["M-PHY-01"] == nil)
    #expect(typist.store.saved?.responses.count == 3)
  }

  @Test func `Without consent nothing is keyed and nothing kept`() throws {
    var typist = try Typist()
    typist.type("-")
    #expect(typist.notice.contains("同意"))
    typist.type("3")
    #expect(typist.outcome == .declined)
    #expect(typist.store.saved == nil)
  }

  @Test func `Another way asks for the way, or takes it behind the digit`() throws {
    var typist = try Typist(.staff)
    typist.type("1", "1", "1", "6")
    #expect(typist.page.question == "会議中に席を離れるときは、会議用の端末の画面をロックしていますか。")
    typist.type("  ")
    #expect(typist.store.saved?.responses.isEmpty == true)
    typist.type("鍵のかかる棚")
    typist.type("６　袋に 入れる")
    #expect(
      typist.store.saved?.responses == [
        "M-PHY-01": .init(choice: .alternative, reason: "鍵のかかる棚"),
        "M-PHY-02": .init(choice: .alternative, reason: "袋に 入れる"),
      ])
  }

  @Test func `The organisation's form takes what shows it behind the digit`() throws {
    var typist = try Typist(.organisation)
    typist.type("1", "1 台帳")
    #expect(typist.store.saved?.responses == ["M-PHY-01": .init(choice: .yes, evidence: "台帳")])
  }

  @Test func `A line that could not be saved is asked again`() throws {
    var typist = try Typist()
    typist.type("1", "1", "1")
    typist.store.fault = .diskFull(path: "/d")
    typist.type("1")
    #expect(typist.next == "M-PHY-01")
    #expect(typist.page.notice?.kind == .trouble)
    typist.store.fault = nil
    typist.type("3")
    #expect(typist.store.saved?.responses == ["M-PHY-01": .init(choice: .no)])
  }

  @Test func `Left half-way it goes on at the first open line`() throws {
    var typist = try Typist()
    typist.type("1", "1", "1", "1")
    typist.send(.back)
    typist.send(.choose(digit: 1))
    typist.send(.next)
    #expect(typist.outcome == .suspended)
    let again = try Typist(draft: typist.store.saved)
    #expect(again.next == "M-PHY-02")
  }

  // MARK: Twice

  @Test func `The second keying begins from nothing, and what differs is settled line by line`() throws {
    var typist = try Typist(twice: true)
    typist.type("1", "1", "1", "1", "3", "4", "1", "")
    #expect(typist.next == "P1")
    #expect(typist.page.guidance.isEmpty)
    typist.type("1", "1", "1", "1", "4", "-", "")
    #expect(typist.page.banner.progress == "違い 残り 2件")
    #expect(typist.next == "M-PHY-02")
    #expect(typist.page.options.map(\.text) == ["1回目の入力： 3 いいえ", "2回目の入力： 1 はい"])
    typist.send(.choose(digit: 2))
    typist.send(.next)
    #expect(typist.page.options.map(\.text) == ["1回目の入力： 1 はい", "2回目の入力： 未回答"])
    typist.send(.choose(digit: 1))
    typist.send(.next)
    let saved = try #require(typist.store.saved)
    #expect(typist.outcome == .keyed(saved))
    #expect(
      saved.responses == [
        "M-PHY-01": .init(choice: .yes), "M-PHY-02": .init(choice: .yes), "M-PHY-03": .init(choice: .unknown),
        "M-PHY-04": .init(choice: .yes),
      ])
  }

  @Test func `Keyings that agree go straight on`() throws {
    var typist = try Typist(twice: true)
    typist.type("1", "3", "3", "1", "", "3", "3", "1", "")
    let saved = try #require(typist.store.saved)
    #expect(typist.outcome == .keyed(saved))
    #expect(saved.responses == ["M-PHY-04": .init(choice: .yes)])
  }

  @Test func `A profile question is settled before the items that hang on it`() throws {
    var typist = try Typist(twice: true)
    typist.type("1", "3", "3", "1", "", "3", "1", "4", "1", "")
    #expect(typist.next == "P2")
    typist.send(.choose(digit: 2))
    typist.send(.next)
    #expect(typist.next == "M-PHY-03")
    #expect(typist.page.options.map(\.text) == ["1回目の入力： 未回答", "2回目の入力： 4 わからない"])
    typist.send(.choose(digit: 2))
    typist.send(.next)
    #expect(typist.store.saved?.responses["M-PHY-03"] == .init(choice: .unknown))
  }

  @Test func `Who leaves the second keying is told that it begins anew, who leaves the first is not`() throws {
    let told = "2回目の入力は、次にはじめからやり直します。"
    var typist = try Typist(twice: true)
    typist.type("1")
    typist.send(.back)
    #expect(!typist.page.lead.joined().contains(told))
    typist = try Typist(twice: true)
    typist.type("1", "3", "3", "1", "", "1")
    typist.send(.back)
    #expect(typist.page.lead.joined().contains(told))
  }

  @Test func `Leaving in the second keying keeps the first`() throws {
    var typist = try Typist(twice: true)
    typist.type("1", "3", "3", "1", "", "1")
    typist.send(.hangUp)
    #expect(typist.store.saved?.profile == ["device": false, "paper": false])
  }
}
