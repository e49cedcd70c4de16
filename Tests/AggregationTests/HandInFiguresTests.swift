import Aggregation
import Inspection
import Testing

@Suite("提出")
struct HandInFiguresTests {
  // Six on the roster: two stay, one is exempt, one left the day before, one comes the day after, one is of the staff.
  private let roster = Roster(respondents: [
    Respondent(id: "m1", name: "議員01", kana: "ぎいん", role: .member, from: Sample.day),
    Respondent(id: "m2", name: "議員02", kana: "ぎいん", role: .member, to: Sample.day),
    Respondent(id: "m3", name: "議員03", kana: "ぎいん", role: .member, exempt: "療養"),
    Respondent(id: "m4", name: "議員04", kana: "ぎいん", role: .member, to: Sample.day.adding(days: -1)),
    Respondent(id: "m5", name: "議員05", kana: "ぎいん", role: .member, from: Sample.day.adding(days: 1)),
    Respondent(id: "s1", name: "職員01", kana: "しょくいん", role: .staff),
  ])

  private func figures(_ submissions: [Submission], status: RoundStatus = Sample.closed) -> HandInFigures {
    HandInFigures(
      of: .member, status: status, roster: Standings(of: roster, on: Sample.round().referenceDay),
      submissions: submissions, sheets: 0, leftOut: 0)
  }

  @Test func `Asks those on the roster on the reference day, less the exempt`() {
    #expect(figures([]).asked == 2)
    #expect(figures([]).handedIn == 0)
    #expect(figures([]).exempt == 1)
  }

  @Test func `Never passes 100 %, however many others hand in`() {
    let all = figures(["m1", "m2", "m3", "m4", "m5", "m9"].map { Sample.submission($0) })
    #expect(all.rate == Rate(2, of: 2))
    #expect(all.reconciliation?.submissions == 6)
    #expect(all.reconciliation?.fromExempt == 1)
    #expect(all.reconciliation?.fromOthers == 3)
  }

  @Test func `Counts a person once`() {
    #expect(figures([Sample.submission("m1"), Sample.submission("m1")]).handedIn == 1)
  }

  @Test func `Counts the late ones by the deadline in force`() {
    let deadline = Sample.round().deadline
    let submissions = [
      Sample.submission("m1", on: deadline), Sample.submission("m2", on: deadline.adding(days: 1)),
    ]
    #expect(figures(submissions).reconciliation?.late == 1)
    var extended = Sample.closed
    extended.deadline = deadline.adding(days: 1)
    #expect(figures(submissions, status: extended).reconciliation?.late == 0)
  }

  @Test func `Keeps the roles apart`() {
    #expect(figures([Sample.submission("s1", as: .staff)]).reconciliation?.submissions == 0)
  }
}
