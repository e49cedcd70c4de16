import Inspection
import Interview
import InterviewSamples
import Testing

@Suite("Assisted entry") struct AssistedTests {
  static let spoken = Assistance(.spoken, of: "議員01", by: "職員01")

  static func setting(_ assistance: Assistance = spoken) -> Setting {
    var setting = Sample.inRound()
    setting.assistance = assistance
    return setting
  }

  // MARK: Consent

  private func consent(_ intents: Intent...) -> Consent {
    var consent = Consent(to: Self.spoken, in: Self.setting())
    for intent in intents { _ = consent.update(intent, at: Timestamp(secondsSinceEpoch: 0)) }
    return consent
  }

  @Test func `The first page says that the answers will be known and offers to agree or not`() {
    let page = consent().page
    #expect(page.lead.joined().contains("職員01さん"))
    #expect(page.lead.joined().contains("答えが知られます"))
    #expect(page.lead.joined().contains("無記名になりません"))
    #expect(page.options.map(\.text) == ["同意する", "同意しない"])
    #expect(page.options.map(\.digit) == [1, 3])
  }

  @Test func `1 and Enter agrees, 3 and Enter declines, Enter alone does neither`() {
    #expect(consent(.choose(digit: 1), .next).outcome == .agreed)
    #expect(consent(.choose(digit: 3), .next).outcome == .declined)
    #expect(consent(.next).outcome == nil)
    #expect(consent(.choose(digit: 2), .next).outcome == nil)
  }

  @Test func `The last digit before Enter counts`() {
    #expect(consent(.choose(digit: 1), .choose(digit: 3), .next).outcome == .declined)
  }

  @Test(arguments: [Intent.suspend, .interrupt, .hangUp, .back]) func `Leaving is no consent`(intent: Intent) {
    #expect(consent(.choose(digit: 1), intent).outcome == .left)
  }

  // MARK: The interview

  @Test func `Every page says whose answers are entered by whom`() throws {
    var visitor = try Visitor(Self.setting())
    visitor.begin()
    #expect(visitor.page.banner.entry == "代理入力：議員01さん（入力 職員01さん）")
    visitor.send(.list)
    #expect(visitor.page.banner.entry?.contains("議員01") == true)
    #expect(try Visitor(Sample.inRound()).page.banner.entry == nil)
  }

  /// Up to the opinion, all answered by `digit` and no plans made.
  private func toReadBack(_ digit: Int, _ assistance: Assistance = spoken) throws -> Visitor {
    var visitor = try Visitor(Self.setting(assistance))
    visitor.answerAll(digit)
    visitor.goOn()
    return visitor
  }

  @Test func `Before the hand-in every question is read back with its answer`() throws {
    let visitor = try toReadBack(3)
    #expect(
      visitor.page.rows.map(\.label) == [
        "会議用の端末を使いますか。　回答：はい", "会議の紙の資料を持ちますか。　回答：はい",
        "会議中に席を離れるときは、会議用の端末の画面をロックしていますか。　回答：いいえ",
        "会議で配られた取扱注意の紙の資料を、会議が終わった後に、鍵のかかる所へしまっていますか。　回答：いいえ", "会議の紙の資料をしまっていますか。　回答：いいえ",
        "会議室を出るときに机を見ていますか。　回答：いいえ",
        "すべて確かめました。提出へ進む",
      ])
  }

  @Test func `Enter alone leads away from no list, and 9 is a row of it`() throws {
    var visitor = try toReadBack(3)
    let before = visitor.page.rows
    visitor.enter()
    #expect(visitor.page.rows == before && visitor.page.notice?.text == "番号を押してください。")
    #expect(!visitor.page.offers(.suspend))
  }

  @Test func `A row can be gone to and changed, and leads back to the reading`() throws {
    var visitor = try toReadBack(3)
    visitor.send(.select(row: 2))
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.answer(2)
    #expect(visitor.page.rows[2].label == "会議中に席を離れるときは、会議用の端末の画面をロックしていますか。　回答：一部できている（忘れることがある）")
    visitor.send(.select(row: 0))
    visitor.answer(3)
    #expect(visitor.page.rows.count == 5)
    visitor.send(.select(row: 4))
    #expect(visitor.page.options.first?.text == "提出する")
    visitor.send(.back)
    #expect(visitor.page.rows.count == 5)
  }

  @Test func `Starting again at the hand-in reads everything back again`() throws {
    var visitor = try toReadBack(1)
    visitor.send(.select(row: visitor.page.rows.count - 1))
    #expect(visitor.pageAfterRestart?.rows.last?.label == "すべて確かめました。提出へ進む")
  }

  @Test func `People who enter their own answers are read nothing back`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll(1)
    visitor.goOn()
    #expect(visitor.page.options.first?.text == "提出する")
  }

  private static let form = Assistance(.form, of: "議員01", by: "職員01")

  @Test(arguments: [spoken, form]) func `Told or on paper, nothing is handed in that was not read back`(
    assistance: Assistance
  ) throws {
    let visitor = try toReadBack(1, assistance)
    #expect(visitor.page.rows.last?.label == "すべて確かめました。提出へ進む")
  }

  @Test func `No plans are made for a person whose answers came on paper`() throws {
    var visitor = try Visitor(Self.setting(Self.form))
    visitor.answerAll(3)
    visitor.answer(1)
    #expect(visitor.page.heading?.section == "ご意見")
    #expect(visitor.page.banner.entry == "点検票：議員01さん（入力 職員01さん）")
  }
}
