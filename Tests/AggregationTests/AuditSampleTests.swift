import Aggregation
import Inspection
import Testing

@Suite("The audit sample")
struct AuditSampleTests {
  private static let organisation = Sample.summary([
    Sample.sheet(1, as: .organisation, ["O-AUD-01": .yes, "O-AUD-02": .notApplicable, "O-REV-01": .no])
  ]).organisation

  private func drawn(_ size: Int, key: (ItemID) -> String = \.rawValue) throws -> [ItemID] {
    AuditSample(of: try #require(Self.organisation), size: size, key: key).rows.map(\.item.id)
  }

  @Test func `Holds what was answered and applies, in checklist order`() throws {
    #expect(try drawn(9) == ["O-AUD-01", "O-REV-01"])
    #expect(AuditSample(of: try #require(Self.organisation), size: 1, key: \.rawValue).population == 2)
  }

  @Test func `Draws by the key, and no more than asked for`() throws {
    #expect(try drawn(1) == ["O-AUD-01"])
    #expect(try drawn(1) { $0 == "O-REV-01" ? "0" : "1" } == ["O-REV-01"])
  }
}
