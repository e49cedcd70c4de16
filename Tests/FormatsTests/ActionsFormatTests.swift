import Formats
import Inspection
import Testing

@Suite("actions.csv") struct ActionsFormatTests {
  private let header = "番号,点検回,種別,項目,課題,根拠,原因,対応,担当,期限,状況\n"

  private func decode(_ text: String) throws -> [Action] { try ActionsFormat.decode(Array(text.utf8)).rows }

  private func faults(_ bytes: [UInt8]) -> [ActionsFault] {
    do throws(ActionsError) {
      _ = try ActionsFormat.decode(bytes)
      return []
    } catch { return error.faults }
  }

  private func action(_ id: ActionID, measure: String = "", due: String? = nil) -> Action {
    Action(
      id: id, round: "r8-1",
      matter: .init(kind: .training, items: ["M-PHY-01", "M-PHY-02"], subject: "席を離れるとき", ground: "わからない率が20%以上である。"),
      cause: "知らない", measure: measure, owner: "議会局", due: due.flatMap { CalendarDay(iso: $0) }, state: .started)
  }

  @Test func `Every column is read`() throws {
    let text =
      header + "A-03,r8-1,研修,M-PHY-01、M-PHY-02,席を離れるとき,わからない率が20%以上である。,知らない,\"研修を\r\n開く\",議会局,令和9年3月31日,着手\n"
    #expect(try decode(text) == [action("A-03", measure: "研修を\n開く", due: "2027-03-31")])
  }

  @Test(arguments: ["、", ",", "，", " ", "　", "、\n"])
  func `Items are told apart by whatever people write between them`(_ between: String) throws {
    let read = try decode(header + "A-01,r8-1,支援,\"M-PHY-01\(between)M-PHY-02\",課題,,,,,,未着手\n")
    #expect(read.map(\.matter.items) == [["M-PHY-01", "M-PHY-02"]])
  }

  @Test(arguments: ["令和9年3月31日", "R9.3.31", "2027-03-31", "2027/3/31", "令和９年３月３１日"])
  func `A day is read in any form that people write`(_ written: String) throws {
    let read = try decode(header + "A-01,r8-1,支援,,課題,,,,,\(written),未着手\n")
    #expect(read.map(\.due) == [CalendarDay(iso: "2027-03-31")])
  }

  @Test(arguments: [
    ("支援", Action.Kind.support), ("研修", .training), ("決まり", .rule), ("組織", .organisation), ("執行機関", .managingBody),
  ])
  func `Each kind is read by its word`(word: String, kind: Action.Kind) throws {
    #expect(try decode(header + "A-01,r8-1,\(word),,課題,,,,,,未着手\n").map(\.matter.kind) == [kind])
  }

  @Test func `What people fill in may be empty`() throws {
    let read = try decode(header + "A-01,r8-1,決まり,,課題,,,,,,見送り\n,,,,,,,,,,\n")
    #expect(
      read == [
        Action(
          id: "A-01", round: "r8-1", matter: .init(kind: .rule, items: [], subject: "課題", ground: ""), state: .dropped)
      ])
  }

  @Test func `What may be made public is marked, a list without the column marks nothing, and a mark needs a measure`()
    throws
  {
    let marked = header.replacing("状況\n", with: "状況,公表\n")
    let lines = "A-01,r8-1,支援,,課題,,,案内する,,,着手,はい\nA-02,r8-1,支援,,課題,,,案内する,,,着手,\n"
    #expect(try decode(marked + lines).map(\.isPublic) == [true, false])
    #expect(try decode(header + "A-01,r8-1,支援,,課題,,,案内する,,,着手\n").map(\.isPublic) == [false])
    #expect(
      faults(Array((marked + "A-01,r8-1,支援,,課題,,,,,,着手,はい\nA-02,r8-1,支援,,課題,,,案内する,,,着手,いいえ\n").utf8)) == [
        ActionsFault(.empty(column: "対応"), line: 2),
        ActionsFault(.unknownWord("いいえ", column: "公表", allowed: ["はい"]), line: 3),
      ])
    let written = Action(
      id: "A-01", round: "r8-1", matter: .init(kind: .rule, items: [], subject: "課題", ground: ""), measure: "定める",
      isPublic: true)
    #expect(try ActionsFormat.decode(ActionsFormat.encode([written])).rows == [written])
  }

  @Test func `A written list is read back the same and holds no formula`() throws {
    let list = [action("A-01", measure: "=1+1", due: "2027-03-31"), action("A-02", measure: "a,\"b\"\nc")]
    let bytes = ActionsFormat.encode(list)
    #expect(try ActionsFormat.decode(bytes).rows == list)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"'=1+1\""))
    // Excel would make a date of 2027-03-31.
    #expect(text.contains("\"令和9年3月31日\""))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func `Lines are added without changing a byte of what is there`() throws {
    let text = "状況,番号,点検回,種別,項目,課題,根拠,原因,対応,担当,期限\n着手,A-09,r8-1,支援,, 課題 ,,,,,R9.3.31"
    let file = try ActionsFormat.decode(Array(text.utf8))
    let bytes = try file.appending([action("A-10")])
    #expect(bytes.starts(with: Array(text.utf8)))
    #expect(try ActionsFormat.decode(bytes).rows == file.rows + [action("A-10")])
  }

  /// 番号 and the rest by Microsoft's table of code page 932: 議 8B63, 員 88F5.
  @Test func `Excel's CP932 is read and added to`() throws {
    let bytes =
      Array("id,round,kind,items,subject,ground,cause,measure,owner,due,state\r\nA-01,r8-1,support,,".utf8)
      + [0x8B, 0x63, 0x88, 0xF5] + Array(",,,,,,done\r\n".utf8)
    let file = try ActionsFormat.decode(bytes)
    #expect(file.rows.map(\.matter.subject) == ["議員"])
    let more = try file.appending([action("A-02")])
    #expect(more.starts(with: bytes))
    #expect(String(validating: more, as: UTF8.self) == nil)
    #expect(try ActionsFormat.decode(more).rows == file.rows + [action("A-02")])
    #expect(throws: UnencodableField(row: 2, column: "対応", character: "𠮷")) {
      try file.appending([action("A-02", measure: "𠮷")])
    }
  }

  @Test func `All faults are told at once by their lines`() {
    let text =
      header + "A-01,r8-1,支援,,課題,,,,,,未着手\n" + "A-1,r8-1,支援,,課題,,,,,,未着手\n" + "1,r8-1,支援,,課題,,,,,,未着手\n"
      + "A-04,,しえん,,,,,,,きのう,終わり\n" + "A-05,r8-1,支援,,課題\n" + "A-06,r8-1,支援,,課題,,,\u{1B}[2J,,,未着手\n"
    #expect(
      faults(Array(text.utf8)) == [
        ActionsFault(.duplicate("A-1", column: "番号"), line: 3), ActionsFault(.row(.malformedID("1")), line: 4),
        ActionsFault(.empty(column: "点検回"), line: 5), ActionsFault(.empty(column: "課題"), line: 5),
        ActionsFault(.unknownWord("しえん", column: "種別", allowed: ["支援", "研修", "決まり", "組織", "執行機関"]), line: 5),
        ActionsFault(.notADay("きのう", column: "期限"), line: 5),
        ActionsFault(.unknownWord("終わり", column: "状況", allowed: ["未着手", "着手", "完了", "見送り"]), line: 5),
        ActionsFault(.wrongFieldCount(found: 5, expected: 11), line: 6),
        ActionsFault(.controlCharacter("\u{1B}", column: "対応"), line: 7),
      ])
  }

  @Test func `Columns that are unknown twice or missing are named`() {
    let text = "番号,点検回,種別,項目,課題,根拠,原因,対応,担当,担当,備考,状況\n"
    let kinds = faults(Array(text.utf8)).map(\.kind)
    #expect(kinds.contains(.duplicateColumn("担当")))
    #expect(kinds.contains(.missingColumn("期限")))
    #expect(kinds.contains { if case .unknownColumn("備考", _) = $0 { true } else { false } })
    #expect(
      faults([]) == [
        ActionsFault(
          .noHeader(expected: ["番号", "点検回", "種別", "項目", "課題", "根拠", "原因", "対応", "担当", "期限", "状況", "公表"]), line: 1)
      ])
    #expect(faults([0x69, 0xFF, 0xFF]) == [ActionsFault(.notText, line: 1)])
  }
}
