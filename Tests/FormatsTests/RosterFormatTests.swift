import Formats
import Inspection
import Testing

@Suite("roster.csv") struct RosterFormatTests {
  private func decode(_ text: String) throws -> Roster {
    try RosterFormat.decode(Array(text.utf8), policy: Samples.policy())
  }

  private func faults(_ text: String) -> [RosterFault] { faults(Array(text.utf8)) }

  private func faults(_ bytes: [UInt8]) -> [RosterFault] {
    guard let policy = try? Samples.policy() else { return [] }
    do throws(RosterError) {
      _ = try RosterFormat.decode(bytes, policy: policy)
      return []
    } catch { return error.faults }
  }

  private static let headings = ["番号", "氏名", "ふりがな", "役割", "就任日", "退任日", "除外理由"]

  private let header = "id,name,kana,role,from,to,exempt\n"

  @Test func `Every column is read`() throws {
    let roster = try decode(header + "m01,議員01,ぎいん01,member,2023-05-01,2027-04-30,\ns01,職員01,,staff,,,休職\n")
    #expect(
      roster.respondents == [
        Respondent(
          id: "m01", name: "議員01", kana: "ぎいん01", role: .member, from: CalendarDay(iso: "2023-05-01"),
          to: CalendarDay(iso: "2027-04-30")),
        Respondent(id: "s01", name: "職員01", kana: "", role: .staff, exempt: "休職"),
      ])
  }

  @Test func `Columns may stand in any order under Japanese headings`() throws {
    let roster = try decode("役割,除外理由,氏名,番号,ふりがな,退任日,就任日\n議員,,議員01,m01,ぎいん,,令和5年5月1日\n組織,,事務局,org,,,\n")
    #expect(roster.respondents.map(\.id) == ["m01", "org"])
    #expect(roster.respondents.map(\.role) == [.member, .organisation])
    #expect(roster.respondents.map(\.from) == [CalendarDay(iso: "2023-05-01"), nil])
  }

  @Test(arguments: [
    "Ｎｏ．,名　前,フリガナ,区分,就任,退任,除外", "整理番号,お名前,かな,種別,採用日,退職日,対象外の理由", "ID,Name,氏名（カナ）,役割,任期開始日,任期満了日,除外理由",
  ])
  func `Headings of lists that an office keeps already are understood`(headings: String) throws {
    let roster = try decode(headings + "\nm01,議員01,ぎいん01,議員,2023-05-01,2027-04-30,休職\n")
    #expect(
      roster.respondents == [
        Respondent(
          id: "m01", name: "議員01", kana: "ぎいん01", role: .member, from: CalendarDay(iso: "2023-05-01"),
          to: CalendarDay(iso: "2027-04-30"), exempt: "休職")
      ])
  }

  @Test func `Remarks are not taken for a reason to leave somebody out`() {
    #expect(
      faults("id,name,role,備考\nm01,議員01,議員,副議長\n") == [
        RosterFault(.unknownColumn("備考", allowed: Self.headings), line: 1)
      ])
  }

  @Test(arguments: [
    ("議員", Role.member), ("member", .member), ("職員", .staff), ("議会局職員", .staff), ("staff", .staff),
    ("組織", .organisation), ("organisation", .organisation),
  ])
  func `A role is understood in both languages`(_ word: String, _ role: Role) throws {
    #expect(try decode("id,name,role\nx1,名前,\(word)\n").respondents.map(\.role) == [role])
  }

  @Test func `Staff are named as the policy of the assembly names them`() throws {
    let yaml = Samples.policyYAML.replacing("office: 議会局", with: "office: 議会事務局").replacing(
      "staff: 議会局職員", with: "staff: 書記")
    let policy = try PolicyFormat.decode(Array(yaml.utf8))
    let text = "id,name,role\nx1,名前,議会事務局職員\nx2,名前,書記\nx3,名前,会計年度任用職員\nx4,名前,職員\n"
    let roster = try RosterFormat.decode(Array(text.utf8), policy: policy)
    #expect(roster.respondents.map(\.role) == [.staff, .staff, .staff, .staff])
    #expect(throws: RosterError.self) {
      try RosterFormat.decode(Array("id,name,role\nx1,名前,議会局職員\n".utf8), policy: policy)
    }
  }

  @Test(arguments: ["2027-03-31", "2027/3/31", "R9.3.31", "令和9年3月31日", "令和９年３月３１日"])
  func `A day is read in any form that people write`(_ written: String) throws {
    let roster = try decode("id,name,role,to\nm01,議員01,member,\(written)\n")
    #expect(roster.respondents.map(\.to) == [CalendarDay(iso: "2027-03-31")])
  }

  @Test func `A term may begin and end on one day`() throws {
    let roster = try decode("id,name,role,from,to\nm01,議員01,member,2026-12-01,2026-12-01\n")
    #expect(
      roster.respondents.map { [$0.from, $0.to] } == [[CalendarDay(iso: "2026-12-01"), CalendarDay(iso: "2026-12-01")]])
  }

  @Test func `Excel's UTF-8 with its mark and line ends is read`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("id,name,role\r\nm01,議員01,member\r\n".utf8)
    #expect(try RosterFormat.decode(bytes, policy: Samples.policy()).respondents.map(\.name) == ["議員01"])
  }

  /// `番号,氏名,役割 / m01,髙橋①,議員` by Microsoft's table of code page 932.
  @Test func `Excel's CP932 is read`() throws {
    let bytes: [UInt8] =
      [0x94, 0xD4, 0x8D, 0x86, 0x2C, 0x8E, 0x81, 0x96, 0xBC, 0x2C, 0x96, 0xF0, 0x8A, 0x84, 0x0D, 0x0A]
      + [0x6D, 0x30, 0x31, 0x2C, 0xFB, 0xFC, 0x8B, 0xB4, 0x87, 0x40, 0x2C, 0x8B, 0x63, 0x88, 0xF5, 0x0D, 0x0A]
    #expect(try RosterFormat.decode(bytes, policy: Samples.policy()).respondents.map(\.name) == ["髙橋①"])
  }

  @Test func `Bytes of neither encoding are refused`() {
    #expect(faults([0x69, 0x64, 0xFF, 0xFF]) == [RosterFault(.notText, line: 1)])
  }

  @Test func `A name outside CP932 is kept`() throws {
    #expect(try decode("id,name,role\nm01,𠮷田葛\u{E0100},member\n").respondents.map(\.name) == ["𠮷田葛\u{E0100}"])
  }

  @Test func `Quoted fields hold commas quotes and line ends`() throws {
    let roster = try decode("id,name,role,exempt\r\nm01,\"議員,\"\"01\"\"\",member,\"育児\r\n休業\"\r\nm02,議員02,member,\r\n")
    #expect(roster.respondents.map(\.name) == ["議員,\"01\"", "議員02"])
    #expect(roster.respondents.map(\.exempt) == ["育児 休業", nil])
  }

  @Test func `Rows of nothing but commas are passed over`() throws {
    #expect(try decode(header + "m01,議員01,,member,,,\n,,,,,,\n\n").respondents.count == 1)
  }

  @Test func `All faults are told at once by their lines`() {
    let text =
      header + "m01,議員01,,member,,,\n" + "m01,議員02,,member,,,\n" + "m 3,議員03,,member,,,\n" + "m04,,,member,,,\n"
      + "m05,\"議員\n05\",,menber,,,\n" + "m06,議員06,,member,2026-13-01,,\n" + "m07,議員07,,member,2027-04-01,2026-04-01,\n"
      + "m08,議員08,,member\n"
    #expect(
      faults(text) == [
        RosterFault(.duplicate("m01", column: "番号"), line: 3), RosterFault(.row(.unsafeID("m 3")), line: 4),
        RosterFault(.empty(column: "氏名"), line: 5),
        RosterFault(.unknownWord("menber", column: "役割", allowed: ["議員", "職員", "組織"]), line: 6),
        RosterFault(.notADay("2026-13-01", column: "就任日"), line: 8), RosterFault(.row(.daysOutOfOrder), line: 9),
        RosterFault(.wrongFieldCount(found: 4, expected: 7), line: 10),
      ])
  }

  @Test func `Whoever stands on two lines is told on the second, in whatever order the roster is`() throws {
    let ids = ["m03", "m01", "m05", "m01", "m03", "m05", "m02", "m06", "m02"]
    let text = header + ids.map { "\($0),議員,,member,,,\n" }.joined()
    let expected = [(5, "m01"), (6, "m03"), (7, "m05"), (10, "m02")].map { line, id in
      RosterFault(.duplicate(id, column: "番号"), line: line)
    }
    #expect(faults(text) == expected)
    let day = try #require(CalendarDay(iso: "2026-12-01"))
    let error = #expect(throws: RosterError.self) {
      try RosterFormat.standings(Array(text.utf8), policy: Samples.policy(), on: day)
    }
    #expect(error?.faults == expected)
  }

  @Test func `What figures need of a roster is the same in whatever order it is`() throws {
    let lines = ["m02,議員02,,member,,,療養のため\n", "s01,職員01,,staff,,,\n", "m01,議員01,,member,,,\n"]
    let day = try #require(CalendarDay(iso: "2026-12-01"))
    let standings = try [lines, lines.sorted(), lines.sorted().reversed()].map { lines in
      try RosterFormat.standings(Array((header + lines.joined()).utf8), policy: Samples.policy(), on: day)
    }
    #expect(standings.allSatisfy { $0 == standings[0] && $0.count == 3 && !$0.contains("m03") })
    #expect(["m01", "m02", "s01"].allSatisfy(standings[0].contains))
    let turnout = TurnoutCount(of: .member, roster: standings[0], after: [], deadline: day)
    #expect((turnout.asked, turnout.exempt) == (1, 1))
  }

  @Test func `An id has 64 characters at most`() {
    let longest = String(repeating: "m", count: 64)
    #expect(faults("id,name,role\n\(longest),議員01,member\n") == [])
    #expect(faults("id,name,role\n\(longest)m,議員01,member\n") == [RosterFault(.row(.unsafeID(longest + "m")), line: 2)])
  }

  @Test(arguments: ["../m01", ".m01", "m/01", "m\\01", "ｍ０１"])
  func `An id that could lead elsewhere is refused`(_ id: String) {
    #expect(faults("id,name,role\n\(id),議員01,member\n") == [RosterFault(.row(.unsafeID(id)), line: 2)])
  }

  @Test(
    arguments: [
      "\u{1B}", "\u{7}", "\u{202E}", "\t", "\u{85}", "\u{FEFF}", "\u{2028}", "\u{200B}", "\u{AD}", "\u{3164}",
      "\u{E0041}",
    ] as [Unicode.Scalar])
  func `What nobody sees in a name is refused by its number`(_ hidden: Unicode.Scalar) {
    #expect(
      faults("id,name,role\nm01,議\(hidden)員,member\n") == [
        RosterFault(.controlCharacter(hidden, column: "氏名"), line: 2)
      ])
  }

  @Test func `A form of a kanji is part of a name`() throws {
    let name = "葛\u{E0100}城"
    #expect(try decode("id,name,role\nm01,\(name),member\n").respondents.map(\.name) == [name])
  }

  @Test func `Of a million headings one fault is made`() {
    let headings = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",")
    #expect(
      faults(headings + "\n") == [RosterFault(.tooManyColumns(found: 1_000_000, allowed: Self.headings), line: 1)])
  }

  @Test func `What is larger than any table is refused before it is read`() {
    let text = "id,name,role\nm01," + String(repeating: "議", count: 6 << 20) + ",member\n"
    #expect(faults(text) == [RosterFault(.tooLarge, line: 1)])
  }

  @Test func `The heading is judged first`() {
    #expect(faults("") == [RosterFault(.noHeader(expected: Self.headings), line: 1)])
    #expect(
      faults("id,nmae,role,id\nm01,議員01,member,\n") == [
        RosterFault(.unknownColumn("nmae", allowed: Self.headings), line: 1),
        RosterFault(.duplicateColumn("id"), line: 1),
        RosterFault(.missingColumn("氏名"), line: 1),
      ])
  }

  @Test func `A quote that stays open is told by the line it opens on`() {
    #expect(faults("id,name,role\nm01,\"議員01,member\nm02,議員02,member\n") == [RosterFault(.openQuote, line: 2)])
    #expect(faults("id,name,role\nm01,\"議員\"01,member\n") == [RosterFault(.textAfterQuote, line: 2)])
  }

  @Test func `A written roster is read back the same`() throws {
    let roster = try decode(header + "m01,\"議員,01\",ぎいん,member,2023-05-01,,\ns01,職員01,,staff,,,休職\n")
    #expect(try RosterFormat.decode(RosterFormat.encode(roster), policy: Samples.policy()) == roster)
  }
}
