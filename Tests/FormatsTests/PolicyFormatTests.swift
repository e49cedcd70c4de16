import Formats
import Inspection
import Testing

@Suite("policy.yaml") struct PolicyFormatTests {
  @Test func `Every key is read`() throws {
    let policy = try Samples.policy()
    #expect(policy.id == "mihon")
    #expect(policy.assembly == "見本市議会")
    #expect(policy.code == "999997")
    #expect([policy.office, policy.staff] == ["議会局", "議会局職員"])
    #expect(policy.signOff == ["担当", "局長"])
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

  /// 全国地方公共団体コード: 6, 5, 4, 3, 2 times the digits are 20 × 9 = 180 = 16 × 11 + 4, so that the check digit is 7.
  @Test(arguments: ["999996", "99999", "9999970", "99999x"]) func `A 団体コード with a wrong check digit is refused`(
    _ code: String
  ) {
    let marked = MarkedText(Samples.policyYAML.replacing("code: \"999997\"", with: "code: ❶\"\(code)\""))
    let found = faults { () throws(YAMLError) in try PolicyFormat.decode(marked.bytes) }
    #expect(found?.map(\.fault.kind) == [.malformedCode(code)])
    #expect(found?.map(\.position) == [marked["❶"]])
  }

  @Test func `What was judged before is read without being judged again`() throws {
    let contrary = Samples.policyYAML.replacing("effective: \"2026-04-01\"", with: "effective: \"2026-03-01\"")
    #expect(try PolicyFormat.decodeFrozen(Array(contrary.utf8)).effective.iso == "2026-03-01")
    let misspelt = Samples.policyYAML.replacing("assembly:", with: "asembly:")
    #expect(faults { () throws(YAMLError) in try PolicyFormat.decodeFrozen(Array(misspelt.utf8)) }?.count == 2)
  }
}
