import Inspection
import Testing

@Suite struct PolicyFaultsTests {
  private func faults(_ change: (inout Policy) -> Void) -> [String] {
    var policy = Sample.policy
    change(&policy)
    return policy.faults().map { "\($0.path) \($0.kind)" }
  }

  @Test func `A good policy has none`() {
    #expect(faults { _ in }.isEmpty)
  }

  @Test func `It says how the assembly calls its staff; the others are called the same everywhere`() {
    #expect(Role.allCases.map(Sample.policy.name) == ["議員", "議会局職員", "組織"])
  }

  @Test func `It is in force no earlier than it was made`() {
    let wrong = Fault.Kind.daysOutOfOrder(earlier: "enacted", later: "effective")
    #expect(faults { $0.effective = Sample.day("2026-03-09") } == ["effective \(wrong)"])
    #expect(faults { $0.effective = $0.enacted }.isEmpty)
  }

  @Test func `Ids are unique in each list`() {
    let found = faults { policy in
      policy.clauses.append(policy.clauses[0])
      policy.threats.append(policy.threats[0])
      policy.assets.append(policy.assets[0])
      policy.properties.append(policy.properties[0])
      policy.rules.append(policy.rules[0])
    }
    #expect(
      found == [
        "clauses[3].id \(Fault.Kind.duplicateID("c5"))", "threats[2].id \(Fault.Kind.duplicateID("t1"))",
        "assets[1].id \(Fault.Kind.duplicateID("a1"))",
        "properties[3].id \(Fault.Kind.duplicateID("confidentiality"))",
        "rules[1].id \(Fault.Kind.duplicateID("list"))",
      ])
  }

  @Test func `Clauses name items of the ordinance, rules name clauses`() {
    let found = faults { policy in
      policy.clauses[1].ordinance = 9
      policy.rules[0].clause = "c9-9"
    }
    #expect(
      found == [
        "clauses[1].ordinance \(Fault.Kind.unknownOrdinanceItem(9))",
        "rules[0].clause \(Fault.Kind.unknownClause("c9-9"))",
      ])
  }
}
