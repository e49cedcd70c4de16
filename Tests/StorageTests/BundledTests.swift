import Formats
import Inspection
import Storage
import Testing

@Suite("What is built in") struct BundledTests {
  @Test func `Nothing is empty`() {
    for file in Bundled.allCases { #expect(!file.bytes.isEmpty, "\(file)") }
  }

  /// Starting reads them without judging them again, so they are judged here.
  @Test func `The policy and the checklists are without faults`() throws {
    let policy = try PolicyFormat.decode(Bundled.policy.bytes)
    for role in Role.allCases {
      let checklist = try ChecklistFormat.decode(Bundled(checklistOf: role).bytes, policy: policy)
      #expect(checklist.role == role)
    }
  }
}
