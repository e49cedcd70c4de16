import Inspection
import Testing

/// docs/formats.md, `retention`: years from April 1 of the next fiscal year, or from the day after the closing.
@Suite struct RetentionTests {
  private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

  @Test(arguments: [("1年", 1), ("３年", 3), (" 10 年 ", 10), ("99年", 99)])
  func `Is a number of years`(_ text: String, _ years: Int) {
    #expect(Retention(written: text) == .years(years))
    #expect(Retention(written: text)?.description == "\(years)年")
  }

  @Test(arguments: ["", "年", "0年", "100年", "永年", "1", "-1年", "1年間"])
  func `Anything else is refused`(_ text: String) { #expect(Retention(written: text) == nil) }

  @Test func `Gives a day of disposal`() throws {
    var round = Sample.round()
    (round.fiscalYear, round.retention) = (2026, .years(1))
    var status = RoundStatus(of: round, after: [])
    #expect(try round.disposal(status) == day("2028-04-01"))
    round.retention = .years(3, from: .closing)
    // Closed on the day after the deadline, as far as anybody knows yet.
    status.deadline = try day("2027-01-29")
    #expect(try round.disposal(status) == day("2030-01-31"))
    status.closed = Timestamp(rfc3339: "2027-02-10T09:00:00+09:00")
    #expect(try round.disposal(status) == day("2030-02-11"))
    // The day after February 28 of a leap year is not there in others.
    status.closed = Timestamp(rfc3339: "2028-02-28T09:00:00+09:00")
    #expect(try round.disposal(status) == day("2031-03-01"))
  }

  @Test func `Is told with its last day, where the closing does not decide it`() throws {
    var round = Sample.round()
    (round.fiscalYear, round.retention) = (2026, .years(1))
    #expect(round.keeping == "1年（令和10年3月31日まで）")
    round.retention = .years(3, from: .closing)
    #expect(round.keeping == "3年（締め切った日の翌日から）")
    var status = RoundStatus(of: round, after: [])
    #expect(round.keptUntil(status) == nil)
    status.closed = Timestamp(rfc3339: "2027-02-10T09:00:00+09:00")
    #expect(try round.keptUntil(status) == day("2030-02-10"))
  }

  @Test func `What comes next follows from the round's own dates`() throws {
    var round = Sample.round()
    (round.fiscalYear, round.retention, round.deadline) = (2026, .years(1), try day("2027-01-29"))
    let open = RoundCourse(
      of: round, status: RoundStatus(of: round, after: []), isReported: false, actions: nil, review: nil)
    let disposal = RoundCourse.Step.dispose(from: try day("2028-04-01"))
    #expect(
      try open.steps(on: day("2027-01-10")) == [
        .close(from: day("2027-01-30")), .report, .review, .nextRound(fiscalYear: 2027), disposal,
      ])
    var status = RoundStatus(of: round, after: [])
    status.closed = Timestamp(rfc3339: "2027-01-30T09:00:00+09:00")
    let matter = Action.Matter(kind: .rule, items: [], subject: "決まりを作る", ground: "")
    let actions = try ["2027-03-01", "2027-06-30"].enumerated().map { index, due in
      Action(id: ActionID(number: index + 1), round: round.id, matter: matter, due: try day(due))
    }
    let closed = RoundCourse(of: round, status: status, isReported: true, actions: actions, review: nil)
    #expect(
      try closed.steps(on: day("2027-04-01")) == [
        .actions(open: 2, overdue: 1, next: day("2027-06-30")), .review, .nextRound(fiscalYear: 2027), disposal,
      ])
    // What is due today is next, and not overdue.
    #expect(
      try closed.steps(on: day("2027-06-30")).first == .actions(open: 2, overdue: 1, next: day("2027-06-30")))
  }
}
