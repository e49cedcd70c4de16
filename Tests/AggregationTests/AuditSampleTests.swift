import Aggregation
import Inspection
import Testing

/// docs/figures.md 6.1: what the organisation claims is drawn, the doubtful first, and anybody can draw it again.
@Suite("The audit sample")
struct AuditSampleTests {
  private func answer(_ item: ItemID, _ choice: Choice, evidence: String? = nil) -> Answer {
    Answer(item: item, revision: 1, choice: choice, source: .respondent, evidence: evidence)
  }

  /// Three items, of which the last may be of low importance.
  private func organisation(_ answers: [Answer], last: Item.Importance = .high) throws -> OrganisationSummary {
    var checklist = Sample.organisation
    checklist.sections[1].items[0].importance = last
    let sheet = Sample.sheet(1, as: .organisation, answers: answers)
    return try #require(Sample.summary([sheet], checklists: [checklist]).organisation)
  }

  private func drawn(_ organisation: OrganisationSummary, _ size: Int, key: (ItemID) -> String = \.rawValue) -> [ItemID]
  {
    AuditSample(of: organisation, size: size, key: key).rows.map(\.item.id)
  }

  @Test(arguments: [
    (Choice.yes, true), (.partial, true), (.alternative, true), (.no, false), (.unknown, false),
    (.notApplicable, false),
  ])
  func `Holds what is claimed in whole, in part or in another way`(choice: Choice, isClaim: Bool) throws {
    let organisation = try organisation([answer("O-AUD-01", choice)])
    #expect(drawn(organisation, 9) == (isClaim ? ["O-AUD-01"] : []))
    #expect(AuditSample(of: organisation, size: 9, key: \.rawValue).population == (isClaim ? 1 : 0))
  }

  @Test func `Draws by the key among equals, no more than asked for, in checklist order`() throws {
    let organisation = try organisation(["O-AUD-01", "O-AUD-02", "O-REV-01"].map { answer($0, .yes) })
    #expect(drawn(organisation, 9) == ["O-AUD-01", "O-AUD-02", "O-REV-01"])
    #expect(drawn(organisation, 1) == ["O-AUD-01"])
    #expect(drawn(organisation, 2) { $0 == "O-AUD-02" ? "1" : "0" } == ["O-AUD-01", "O-REV-01"])
  }

  @Test func `Takes what nothing shows before what is shown, and the important before the rest, whatever the key`()
    throws
  {
    let shown = try organisation([
      answer("O-AUD-01", .yes, evidence: "台帳"), answer("O-AUD-02", .yes, evidence: "　"),
      answer("O-REV-01", .partial),
    ])
    #expect(drawn(shown, 2) == ["O-AUD-02", "O-REV-01"])
    // Important and shown, important and not shown, of low importance and not shown.
    let mixed = try organisation(
      [answer("O-AUD-01", .yes, evidence: "台帳"), answer("O-AUD-02", .yes), answer("O-REV-01", .yes)], last: .low)
    #expect(drawn(mixed, 1) { $0 == "O-AUD-02" ? "9" : "0" } == ["O-AUD-02"])
    #expect(drawn(mixed, 2) { $0 == "O-AUD-01" ? "0" : "1" } == ["O-AUD-01", "O-AUD-02"])
  }
}
