import Formats
import Inspection
import Testing

@Suite("policy.yaml") struct PolicyFormatTests {
  @Test func `Every key is read`() throws {
    let policy = try Samples.policy()
    #expect(policy.id == "mihon")
    #expect(policy.assembly == "見本市議会")
    #expect(policy.effective.iso == "2026-04-01")
    #expect(policy.clauses.map(\.responsible) == [[.member, .organisation]])
    #expect(policy.clauses.map(\.ordinance) == [3])
    #expect(policy.clauses.map(\.number) == ["6(3)"])
    #expect(policy.threats.map(\.title) == ["のぞき見"])
    #expect(policy.assets.map(\.number) == ["4(2)①"])
    #expect(policy.properties.map(\.id) == [.confidentiality])
    #expect(policy.ordinance.items.map(\.number) == [3])
    #expect(policy.ordinance.items.map(\.notInPolicy) == ["業務委託"])
    #expect(policy.rules.map(\.clause) == ["c6-3"])
  }

  @Test func `What the rules of the policy refuse is placed`() {
    let marked = MarkedText(
      Samples.policyYAML
        .replacing("effective: \"2026-04-01\"", with: "effective: ❶\"2026-03-01\"")
        .replacing("ordinance: 3", with: "ordinance: ❷9")
        .replacing("clause: c6-3", with: "clause: ❸c9-9"))
    #expect(
      faults { () throws(YAMLError) in try PolicyFormat.decode(marked.bytes) }?.map(\.position)
        == [marked["❶"], marked["❷"], marked["❸"]])
  }

  @Test func `What was judged before is read without being judged again`() throws {
    let contrary = Samples.policyYAML.replacing("effective: \"2026-04-01\"", with: "effective: \"2026-03-01\"")
    #expect(try PolicyFormat.decodeFrozen(Array(contrary.utf8)).effective.iso == "2026-03-01")
    let misspelt = Samples.policyYAML.replacing("assembly:", with: "asembly:")
    #expect(faults { () throws(YAMLError) in try PolicyFormat.decodeFrozen(Array(misspelt.utf8)) }?.count == 2)
  }
}
