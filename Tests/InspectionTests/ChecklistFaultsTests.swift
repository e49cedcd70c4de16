import Inspection
import Testing

@Suite struct ChecklistFaultsTests {
  private func faults(of items: [Item], profile: [ProfileQuestion] = [], section: SectionID = "PHY") -> [Fault] {
    Sample.checklist(profile: profile, sections: [Section(id: section, title: "物理", items: items)])
      .faults(policy: Sample.policy)
  }

  private func kinds(_ question: String) -> [Fault.Kind] {
    faults(of: [Sample.item("M-PHY-01", question)]).filter { $0.path.description.hasSuffix("question") }.map(\.kind)
  }

  @Test func `A good checklist has none`() {
    #expect(Sample.members.faults(policy: Sample.policy).isEmpty)
  }

  @Test func `A question has 42 characters at most and ends in か。`() {
    let fits = String(repeating: "会", count: 40) + "か。"
    #expect(kinds(fits).isEmpty)
    #expect(kinds("会" + fits) == [.tooLong(length: 43, limit: 42)])
    #expect(kinds("端末を手元に置いています。") == [.notAQuestion])
  }

  @Test(arguments: ["及び", "又は", "かつ"]) func `One question asks one thing`(word: String) {
    #expect(kinds("端末\(word)紙を守っていますか。") == [.doubleBarrelled(word)])
  }

  @Test func `Two negations are hard to answer, one is not`() {
    #expect(kinds("許可のないアプリを入れていませんか。") == [.doubleNegative])
    #expect(kinds("心当たりのないメールを確かめていますか。").isEmpty)
  }

  @Test func `Ids have the form M-PHY-01, fit role and section, and are unique`() {
    let path = "sections[0].items[0].id"
    func idFaults(_ id: ItemID) -> [Fault.Kind] {
      faults(of: [Sample.item(id)]).filter { $0.path.description == path }.map(\.kind)
    }
    for wrong in ["M-PHY-1", "m-PHY-01", "M-PHYS-01", "M-PHY-01-1", "X-PHY-01", "M_PHY_01", ""] {
      #expect(idFaults(ItemID(wrong)) == [.malformedID(wrong)])
    }
    #expect(idFaults("S-PHY-01") == [.idOutsideRole(id: "S-PHY-01", role: .member)])
    #expect(idFaults("M-TEC-01") == [.idOutsideSection(id: "M-TEC-01", section: "PHY")])
    let twice = faults(of: [Sample.item("M-PHY-01"), Sample.item("M-PHY-01")])
    #expect(twice.map(\.kind) == [.duplicateID("M-PHY-01")])
    #expect(twice.map(\.path.description) == ["sections[0].items[1].id"])
  }

  @Test func `Clauses, threats, assets and rules must be the policy's`() {
    var item = Sample.item("M-PHY-01", clauses: ["c6-3", "c66"], threats: ["t9"], requires: "none")
    item.assets = ["a9"]
    let found = faults(of: [item]).map { "\($0.path) \($0.kind)" }
    #expect(
      found == [
        "sections[0].items[0].clauses[1] \(Fault.Kind.unknownClause("c66"))",
        "sections[0].items[0].threats[0] \(Fault.Kind.unknownThreat("t9"))",
        "sections[0].items[0].assets[0] \(Fault.Kind.unknownAsset("a9"))",
        "sections[0].items[0].requires \(Fault.Kind.unknownRule("none"))",
      ])
  }

  @Test func `Lists that a question cannot do without are not empty`() {
    let question = ProfileQuestion(id: "p", question: "端末を使いますか。", guidance: nil, assumes: nil, whenNo: [])
    var checklist = Sample.checklist(
      profile: [question],
      sections: [Section(id: "PHY", title: "物理", items: [Sample.item("M-PHY-01", clauses: [])])])
    checklist.choices = []
    let found = checklist.faults(policy: Sample.policy)
    #expect(found.allSatisfy { $0.kind == .emptyList })
    #expect(found.map(\.path.description) == ["choices", "profile[0].whenNo", "sections[0].items[0].clauses"])
  }

  @Test func `A profile question rules out only items that are there and can be 該当なし`() {
    let question = ProfileQuestion(
      id: "p", question: "端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-01", "M-PHY-09"])
    let found = faults(of: [Sample.item("M-PHY-01", notApplicable: nil)], profile: [question])
    #expect(found.map(\.kind) == [.ruledOutButAlwaysApplies("M-PHY-01"), .unknownItem("M-PHY-09")])
    #expect(found.map(\.path.description) == ["profile[0].whenNo[0]", "profile[0].whenNo[1]"])
  }

  @Test func `Everything is said at once, in the order of the document`() {
    let items = [Sample.item("M-PHY-1", "端末及び紙"), Sample.item("M-PHY-02", threats: ["t9"])]
    let question = ProfileQuestion(id: "p", question: "端末", guidance: nil, assumes: nil, whenNo: ["M-PHY-02"])
    #expect(
      faults(of: items, profile: [question, question]).map(\.path.description) == [
        "profile[0].question", "profile[1].id", "profile[1].question", "sections[0].items[0].id",
        "sections[0].items[0].question", "sections[0].items[0].question", "sections[0].items[1].threats[0]",
      ])
  }

  @Test func `A checklist of another policy, without items, or approved before the policy is refused`() {
    var checklist = Sample.checklist(
      sections: [], approved: Approval(by: "議長", date: Sample.day("2026-03-09"), document: "第1号"))
    checklist.policy = "betsu"
    #expect(checklist.faults(policy: Sample.policy).map(\.path.description) == ["policy", "approved.date", "sections"])
  }

  @Test func `A round opens with the policy, ends after it opens, and names rules that exist`() {
    let round = Sample.round(
      rules: ["list", "none"], kind: .extraordinary(reason: ""), opens: "2026-03-31", deadline: "2026-03-30",
      staffMode: .copy)
    #expect(
      round.faults(policy: Sample.policy).map(\.path.description) == [
        "opens", "deadline", "fiscalYear", "reason", "rules[1]", "cityInspection",
      ])
    #expect(Sample.round(opens: "2026-04-01").faults(policy: Sample.policy).isEmpty)
  }

  /// 2027-03-31 is the last day of 令和8年度.
  @Test func `The fiscal year is that of a day between the first and the deadline`() {
    func faults(_ year: Int) -> [Fault.Kind] {
      var round = Sample.round(opens: "2027-03-20", deadline: "2027-04-10")
      round.fiscalYear = year
      return round.faults(policy: Sample.policy).map(\.kind)
    }
    #expect(faults(2026) == [] && faults(2027) == [])
    #expect(faults(2025) == [.otherFiscalYear(2025, allowed: 2026...2027)])
    #expect(faults(2028) == [.otherFiscalYear(2028, allowed: 2026...2027)])
  }

  @Test func `The roster is of a day up to the deadline, and of the year before the first day at most`() {
    func paths(_ day: String) -> [String] {
      var round = Sample.round(opens: "2027-06-01", deadline: "2027-06-30")
      (round.fiscalYear, round.referenceDay) = (2027, Sample.day(day))
      return round.faults(policy: Sample.policy).map(\.path.description)
    }
    #expect(paths("2027-06-30") == [] && paths("2026-06-01") == [])
    #expect(paths("2027-07-01") == ["referenceDay"])
    #expect(paths("2026-05-29") == ["referenceDay"])
  }

  @Test func `A label has at most 14 characters, and there is no other way to know`() {
    var item = Sample.item("M-PHY-01")
    item.label = String(repeating: "あ", count: 15)
    let checklist = Sample.checklist(sections: [Section(id: "PHY", title: "物理", items: [item])])
    #expect(checklist.faults(policy: Sample.policy).map(\.kind) == [.tooLong(length: 15, limit: 14)])
    var open = checklist
    open.choices = Choice.allCases
    #expect(open.choices(for: item).contains(.alternative))
    item.kind = .awareness
    #expect(!open.choices(for: item).contains(.alternative))
  }

  @Test func `A round may open and end on one day`() {
    func faults(_ opens: String, _ deadline: String) -> [Fault] {
      Sample.round(opens: opens, deadline: deadline).faults(policy: Sample.policy)
    }
    #expect(faults("2026-11-30", "2026-11-30") == [])
    #expect(faults("2026-11-30", "2026-11-29").map(\.path.description) == ["deadline"])
  }
}
