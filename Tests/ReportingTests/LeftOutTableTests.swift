import Aggregation
import Inspection
import Reporting
import Testing

@Suite("The list of sheets that were left out")
struct LeftOutTableTests {
  @Test func `Names line, role, reason and particulars`() {
    let rows = LeftOutTable.rows(of: [
      LeftOut(line: 7, reason: .wrongRevision("M-PHY-01", found: 2, expected: 1), role: .member),
      LeftOut(line: 12, as: nil, reason: .damaged), LeftOut(line: 13, as: .opinion, reason: .syntax(byte: 4)),
    ])
    #expect(rows.dropFirst().map(\.first) == ["7", "12", "13"])
    #expect(rows[1] == ["7", "回答票", "議員", "設問の版が違うもの", "M-PHY-01 版2（正しくは版1）"])
    #expect(rows[2] == ["12", "何の行か分からないもの", "", "要約値が合わず、中身が変わっているか途中で切れたもの", ""])
    // Bytes are counted from 1 for people.
    #expect(rows[3] == ["13", "ご意見", "", "途中で切れているなど、読み取れないもの", "5バイト目"])
  }

  @Test func `Does not say what was answered: in a small role the roster tells by whom`() {
    let rows = LeftOutTable.rows(of: [
      LeftOut(line: 7, reason: .choiceNotOffered("S-PHY-01", .partial), role: .staff)
    ])
    #expect(rows[1] == ["7", "回答票", "職員", "その項目にない選択肢が選ばれているもの", "S-PHY-01"])
  }
}
