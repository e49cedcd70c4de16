import Aggregation
import Inspection
import Reporting
import Testing

@Suite("The list of sheets that were left out")
struct LeftOutTableTests {
  @Test func `Names file, role, reason and particulars`() {
    let rows = LeftOutTable.rows(of: [
      LeftOut(file: "1.json", reason: .wrongRevision("M-PHY-01", found: 2, expected: 1), role: .member),
      LeftOut(file: "2.json", reason: .syntax),
    ])
    #expect(rows.dropFirst().map(\.first) == ["1.json", "2.json"])
    #expect(rows[1] == ["1.json", "議員", "設問の版が違うもの", "M-PHY-01 版2（正しくは版1）"])
    #expect(rows[2] == ["2.json", "", "途中で切れているなど、読み取れないもの", ""])
  }

  @Test func `Does not say what was answered: in a small role the roster tells by whom`() {
    let rows = LeftOutTable.rows(of: [
      LeftOut(file: "1.json", reason: .choiceNotOffered("S-PHY-01", .partial), role: .staff)
    ])
    #expect(rows[1] == ["1.json", "議会局職員", "その項目にない選択肢が選ばれているもの", "S-PHY-01"])
  }
}
