import Inspection
import Testing

@Suite struct CoverageTests {
  private func coverage(_ checklists: [Checklist], _ round: Round = Sample.round()) -> Coverage {
    Coverage(of: checklists.map { Questionnaire(checklist: $0, round: round) }, policy: Sample.policy)
  }

  private let organisation = Sample.checklist(
    role: .organisation,
    sections: [
      Section(
        id: "ORG", title: "体制",
        items: [
          Sample.item("O-ORG-01", clauses: ["c6-3"], threats: ["t2"], short: true),
          Sample.item("O-ORG-02", clauses: ["c6-7"], threats: ["t1"], short: true),
        ])
    ])

  @Test func `A clause needs an item for each role that answers for it`() {
    let found = coverage([Sample.members, organisation])
    // c5 is the members' and has no item; the other clauses are covered for both.
    #expect(found.clauses.map { $0.missing.map(\.role) } == [[.member], [], []])
    #expect(!found.isComplete)
    #expect(found.clauses[1].items[.member] == ["M-PHY-01", "M-PHY-02", "M-PHY-03"])
  }

  @Test func `It is complete when nothing is missing, and not when a threat has no item at all`() {
    var members = Sample.members
    members.sections[0].items[0].clauses.append("c5")
    #expect(coverage([members, organisation]).isComplete)
    var one = organisation
    one.sections[0].items[0].threats = ["t1"]
    let found = coverage([members, one])
    #expect(!found.isComplete)
    #expect(found.threats.map(\.isMissing) == [false, true])
  }

  @Test func `The short form is judged by its own items`() {
    let short = coverage([Sample.members, organisation], Sample.round(length: .short))
    #expect(short.clauses[1].items[.member] == ["M-PHY-01"])
  }

  @Test func `An item counts where it can yield a figure in the round at hand, and a gap says why none does`() {
    var members = Sample.members
    members.sections[0].items[0].clauses = ["c5"]
    members.sections[0].items[0].needsPrevious = true
    let gaps = coverage([members, organisation]).clauses[0].missing
    #expect(gaps.map(\.role) == [.member] && gaps.map(\.silences) == [[.noPrevious]])
    var later = Sample.round(rules: [])
    later.previous = "r7-1"
    let found = coverage([members, organisation], later)
    #expect(found.clauses.map(\.missing) == [[], [], []])
    // M-CLD-01 waits for a rule, and is no item for 6(7).
    #expect(found.clauses[2].items[.member] == [])
  }
}
