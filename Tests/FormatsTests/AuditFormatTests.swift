import Formats
import Inspection
import Testing

/// docs/formats.md, 監査の記録.
@Suite("audit.csv") struct AuditFormatTests {
  private let header = "項目,設問,回答,根拠,確認したこと,判定,所見,確認日,確認者\n"
  private let items: Set<ItemID> = ["O-ORG-01", "O-ORG-02"]

  private func decode(_ bytes: [UInt8]) throws -> [AuditRecord] { try AuditFormat.decode(bytes, items: items).rows }

  private func faults(_ text: String) -> [AuditFault] {
    do throws(AuditError) {
      _ = try AuditFormat.decode(Array(text.utf8), items: items)
      return []
    } catch { return error.faults }
  }

  private let seen = AuditRecord(
    item: "O-ORG-01", question: "定めていますか。", claim: "はい", evidence: "要綱", seen: "要綱を\n見た", judgement: .partly,
    finding: "役割が古い", day: CalendarDay(iso: "2027-03-31"), auditor: "監査委員")

  @Test(arguments: ["令和9年3月31日", "R9.3.31", "2027/3/31"])
  func `Is read as Excel saves it, with BOM and CR LF`(day: String) throws {
    let text = header + "O-ORG-01,定めていますか。,はい,要綱,\"要綱を\n見た\",一部確認できた,役割が古い,\(day),監査委員\n,,,,,,,,\n"
    let saved = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
    #expect(try decode(saved) == [seen])
  }

  /// 見 8CA9, た 82BD by Microsoft's table of code page 932.
  @Test func `Is read in CP932 and added to without changing a byte`() throws {
    let bytes =
      Array("item,question,claim,evidence,seen,judgement,finding,day,auditor\r\nO-ORG-02,,,,".utf8)
      + [0x8C, 0xA9, 0x82, 0xBD] + Array(",notConfirmed,,,\r\n".utf8)
    let file = try AuditFormat.decode(bytes, items: items)
    #expect(file.rows.map(\.seen) == ["見た"] && file.rows.map(\.judgement) == [.notConfirmed])
    let more = try file.appending([seen])
    #expect(more.starts(with: bytes))
    #expect(try decode(more) == file.rows + [seen])
  }

  @Test func `A new list comes back the same, with nothing judged where nobody has`() throws {
    let drawn = AuditRecord(item: "O-ORG-02", question: "=1+1", claim: "はい", evidence: "")
    let bytes = AuditFormat.encode([seen, drawn])
    #expect(try decode(bytes) == [seen, drawn])
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"'=1+1\""))
  }

  @Test func `All faults are told at once by their lines`() {
    let text =
      header + "O-ORG-01,,,,,確認できた,,,\n" + "O-ORG-01,,,,,だめ,,きのう,\n" + "M-PHY-01,,,,,,,,\n" + ",設問,,,,,,,\n"
    #expect(
      faults(text) == [
        AuditFault(.duplicate("O-ORG-01", column: "項目"), line: 3),
        AuditFault(.unknownWord("だめ", column: "判定", allowed: ["確認できた", "一部確認できた", "確認できなかった"]), line: 3),
        AuditFault(.notADay("きのう", column: "確認日"), line: 3),
        AuditFault(.row(.unknownItem("M-PHY-01")), line: 4), AuditFault(.empty(column: "項目"), line: 5),
      ])
  }
}
