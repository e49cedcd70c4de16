import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct ReceptionTests {
  private let now = Timestamp(secondsSinceEpoch: 1_795_521_333)

  @Test func `A code is tried only when its check digit is right`() throws {
    var reception = Reception(.code, assembly: "見本市議会", round: Sample.round())
    let code = try #require(CheckedNumber(payload: "00112345678"))
    #expect(reception.update(.submit(text: "123"), at: now).isEmpty)
    #expect(reception.page.notice != nil)
    #expect(reception.update(.submit(text: code.grouped), at: now) == [.admit(code, after: .zero)])
    #expect(reception.update(.admissionRefused(.unknownCode), at: now).isEmpty)
    #expect(reception.page.notice?.text.contains("見つかりません") == true)
    #expect(reception.outcome == nil)
    // The slip may be another person's: the name is shown once, to be confirmed.
    let person = Respondent(id: "m01", name: "議員01", kana: "", role: .member)
    _ = reception.update(.admitted(person), at: now)
    #expect(reception.outcome == nil)
    #expect(reception.page.question == "議員01さんの点検を始めます。よろしいですか。")
    choose(3, &reception)
    #expect(reception.page.prompt == .text(label: "点検コード（12けた）", initial: ""))
    _ = reception.update(.admitted(person), at: now)
    choose(1, &reception)
    #expect(reception.outcome == .respondent("m01"))
  }

  private func choose(_ digit: Int, _ reception: inout Reception) {
    _ = reception.update(.choose(digit: digit), at: now)
    _ = reception.update(.next, at: now)
  }

  @Test func `A digit alone chooses nobody and no role`() {
    let people = [Respondent(id: "m01", name: "議員01", kana: "", role: .member)]
    var reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    _ = reception.update(.choose(digit: 1), at: now)
    #expect(reception.page.options.map(\.isChosen) == [true])
    _ = reception.update(.next, at: now)
    _ = reception.update(.select(row: 0), at: now)
    _ = reception.update(.choose(digit: 1), at: now)
    #expect(reception.outcome == nil)
  }

  @Test func `Two wrong codes cost nothing, then each doubles the time before the next is looked up, up to 15 seconds`()
    throws
  {
    var reception = Reception(.code, assembly: "見本市議会", round: Sample.round())
    let code = try #require(CheckedNumber(payload: "00112345678"))
    var (pauses, told) = ([Duration](), [Bool]())
    for _ in 0..<8 {
      if case .admit(_, let pause)? = reception.update(.submit(text: code.grouped), at: now).first {
        pauses.append(pause)
      }
      _ = reception.update(.admissionRefused(.unknownCode), at: now)
      told.append(reception.page.notice?.text.contains("秒かかります") == true)
    }
    // Each time is told before it is waited.
    #expect(told == [false] + Array(repeating: true, count: 7))
    #expect(pauses == [0, 0, 2, 4, 8, 15, 15, 15].map { .seconds($0) })
    #expect(reception.page.notice?.text.contains("15秒") == true)
  }

  @Test func `A code that is only mistyped is not looked up and costs nothing`() throws {
    var reception = Reception(.code, assembly: "見本市議会", round: Sample.round())
    for _ in 0..<9 { #expect(reception.update(.submit(text: "123"), at: now).isEmpty) }
    let code = try #require(CheckedNumber(payload: "00112345678"))
    #expect(reception.update(.submit(text: code.grouped), at: now) == [.admit(code, after: .zero)])
  }

  @Test func `Where codes are not used one chooses role and name, and may go back`() {
    let people = [
      Respondent(id: "m01", name: "議員01", kana: "", role: .member),
      Respondent(id: "s01", name: "職員01", kana: "", role: .staff),
      Respondent(id: "s02", name: "職員02", kana: "", role: .staff),
    ]
    var reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    #expect(reception.page.options.map(\.digit) == [1, 2])
    choose(1, &reception)
    _ = reception.update(.back, at: now)
    choose(2, &reception)
    #expect(reception.page.rows.map(\.label) == ["職員01", "職員02"])
    _ = reception.update(.select(row: 1), at: now)
    choose(1, &reception)
    #expect(reception.outcome == .respondent("s02"))
  }

  @Test func `A name is asked back, so that Enter alone or a wrong row lets nobody in`() {
    let people = (1...3).map { Respondent(id: .init("m0\($0)"), name: "議員0\($0)", kana: "", role: .member) }
    var reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    choose(1, &reception)
    _ = reception.update(.select(row: 0), at: now)
    #expect(reception.page.question == "議員01さんの点検を始めます。よろしいですか。")
    #expect(reception.page.options.map(\.digit) == [1, 3])
    _ = reception.update(.next, at: now)
    #expect(reception.outcome == nil)
    #expect(reception.page.notice?.text.contains("番号") == true)
    choose(3, &reception)
    #expect(reception.page.rows.map(\.label) == ["議員01", "議員02", "議員03"])
    _ = reception.update(.select(row: 2), at: now)
    _ = reception.update(.back, at: now)
    #expect(reception.page.rows.count == 3)
    _ = reception.update(.select(row: 1), at: now)
    choose(1, &reception)
    #expect(reception.outcome == .respondent("m02"))
  }

  @Test func `Whoever leaves the page alone leaves no chosen name behind`() {
    let people = [Respondent(id: "m01", name: "議員01", kana: "", role: .member)]
    var reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    let door = reception.page
    choose(1, &reception)
    _ = reception.update(.select(row: 0), at: now)
    #expect(reception.update(.abandon(text: nil), at: now).isEmpty)
    #expect(reception.page == door)
    #expect(reception.outcome == nil)
  }

  @Test func `A personal inspection begins with the role`() {
    var reception = Reception(.roles([.member, .staff]), assembly: "見本市議会", round: nil)
    choose(3, &reception)
    #expect(reception.outcome == nil)
    choose(2, &reception)
    #expect(reception.outcome == .role(.staff))
  }

  @Test(arguments: [-1, 1]) func `A name that is not in the list is nobody`(row: Int) {
    let people = [Respondent(id: "m01", name: "議員01", kana: "", role: .member)]
    var reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    _ = reception.update(.select(row: 0), at: now)
    #expect(reception.outcome == nil)
    choose(1, &reception)
    _ = reception.update(.select(row: row), at: now)
    #expect(reception.outcome == nil)
  }

  @Test func `Enter alone chooses no role`() {
    var reception = Reception(.roles([.member, .staff]), assembly: "見本市議会", round: nil)
    _ = reception.update(.next, at: now)
    #expect(reception.page.notice?.text.contains("番号") == true)
    #expect(reception.outcome == nil)
  }

  @Test(arguments: [Intent.suspend, .interrupt, .hangUp, .back]) func `One may leave`(intent: Intent) {
    var reception = Reception(.code, assembly: "見本市議会", round: Sample.round())
    _ = reception.update(intent, at: now)
    #expect(reception.outcome == .left)
  }
}
