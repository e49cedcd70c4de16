import Inspection
import Testing

@Suite("The council's actions") struct ActionTests {
  private func matter(_ kind: Action.Kind, _ items: ItemID...) -> Action.Matter {
    Action.Matter(kind: kind, items: items, subject: "課題", ground: "根拠")
  }

  private func action(_ id: ActionID, _ state: Action.State = .notStarted, due: String? = nil) -> Action {
    Action(
      id: id, round: "r8-1", matter: matter(.support, ItemID("M-\(id)")), due: due.flatMap { CalendarDay(iso: $0) },
      state: state)
  }

  @Test func `New matters are numbered on from the highest number, whatever the order`() {
    let list = [action("A-07"), action("A-02")]
    let new = list.additions(
      for: [matter(.support, "M-PHY-01"), matter(.rule, "M-PHY-02")].map { Action.Finding($0) }, of: "r9-1")
    #expect(new.map(\.id) == ["A-08", "A-09"])
    #expect(new.allSatisfy { $0.round == "r9-1" && $0.state == .notStarted && $0.due == nil && $0.measure.isEmpty })
    #expect([Action]().additions(for: [Action.Finding(matter(.rule))], of: "r9-1").map(\.id) == ["A-01"])
  }

  @Test func `A matter that is there already is not added, even when it is done or its words changed`() {
    var there = action("A-01", .done)
    there.matter = Action.Matter(kind: .support, items: ["M-PHY-01"], subject: "書き直した", ground: "")
    let new = [there].additions(
      for: [matter(.support, "M-PHY-01"), matter(.training, "M-PHY-01"), matter(.support, "M-PHY-01", "M-PHY-02")].map {
        Action.Finding($0)
      }, of: "r8-1")
    #expect(new.map(\.matter.kind) == [.training, .support])
  }

  @Test func `What the organisation plans itself is written down with its day`() {
    let due = CalendarDay(iso: "2027-03-31")
    let finding = Action.Finding(
      matter(.organisation, "O-ORG-01"), plan: ImprovementPlan(action: "要綱を作る", due: due))
    let new = [Action]().additions(for: [finding], of: "r8-1")
    #expect(new.map(\.measure) == ["要綱を作る"] && new.map(\.due) == [due])
    #expect(new.map(\.state) == [.notStarted])
  }

  @Test func `What is neither done nor dropped is open`() {
    let list = [
      action("A-01", .notStarted), action("A-02", .started), action("A-03", .done), action("A-04", .dropped),
    ]
    #expect(list.open.map(\.id) == ["A-01", "A-02"])
    #expect(Action.State.allCases.map { list.count($0) } == [1, 1, 1, 1])
  }

  @Test func `An open action is overdue the day after it was due`() throws {
    let day = try #require(CalendarDay(iso: "2027-03-31"))
    let list = [
      action("A-01", due: "2027-03-30"), action("A-02", due: "2027-03-31"), action("A-03", .done, due: "2027-03-30"),
      action("A-04"),
    ]
    #expect(list.overdue(on: day).map(\.id) == ["A-01"])
  }

  @Test(arguments: [("A-01", 1), ("A-123456", 123_456), ("A-", nil), ("B-01", nil), ("A-1234567", nil), ("A-１", nil)])
  func `A number is A- and one to six digits`(id: String, number: Int?) {
    #expect(ActionID(id).number == number)
  }
}
