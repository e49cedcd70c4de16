import Aggregation
import Documents
import Formats
import Inspection
import Jobs
import Reporting
import Storage
import Testing

/// docs/figures.md: 期限後 is after the deadline in force; the denominator is who is on the roster on the reference day.
@Suite("The status of a round")
struct StatusTests {
  private let office: Office

  init() throws { office = try Office() }

  private func handIn(_ id: RespondentID, on day: CalendarDay) throws {
    let submission = Submission(
      respondent: id, role: .member, receipt: "123456", day: day, entry: Draft.Entry(mode: .me), consent: nil)
    try office.change { $0.put(SubmissionFormat.line(of: submission)) }
  }

  private func status(listsReceipts: Bool = false) throws -> String {
    try StatusReport(
      ofRound: office.path("r8-1"), on: Office.deadline, listsReceipts: listsReceipts,
      words: { "読めない：\($0.line)行目" }
    ).document.text
  }

  @Test func `Who hands in on the day of the deadline is not late, the day after is`() throws {
    try office.makeRound()
    try handIn("m01", on: Office.deadline)
    // 区分 対象 提出 提出率 未提出 期限の後.
    #expect(try status().contains(/議員 +2 +1 +1 +50\.0% +1 +0\n/))
    try handIn("m02", on: Office.deadline.adding(days: 1))
    #expect(try status().contains(/議員 +2 +1 +2 +100\.0% +0 +1\n/))
  }

  @Test func `After the deadline was moved its new day counts`() throws {
    try office.makeRound()
    let moved = Office.deadline.adding(days: 7)
    try RoundExtension.extend(office.path("r8-1"), until: moved, because: "会期の延長", at: office.now)
    try handIn("m01", on: moved)
    try handIn("m02", on: moved.adding(days: 1))
    #expect(try status().contains(/議員 +2 +1 +2 +100\.0% +0 +1\n/))
  }

  @Test func `The numbers of receipts stand in it only where they were asked for`() throws {
    try office.makeRound()
    try handIn("m01", on: Office.deadline)
    #expect(try !status().contains("123456"))
    #expect(try status(listsReceipts: true).contains("123456"))
  }

  @Test func `A term of one day is asked on that day alone`() throws {
    let day = Office.opens.adding(days: 7)
    let roster = """
      id,name,role,from,to
      m01,議員01,member,\(day.iso),\(day.iso)
      m02,議員02,member,,\(day.adding(days: -1).iso)
      m03,議員03,member,\(day.adding(days: 1).iso),

      """
    try office.makeRound("r8-1", Office.wanted(referenceDay: day), roster: roster)
    #expect(try status().contains(/議員 +1 +0 +0 +0\.0% +1 +0\n/))
  }

  @Test func `A submission that cannot be read is named by its line in the box, and stays`() throws {
    try office.makeRound()
    try handIn("m01", on: Office.deadline)
    try handIn("m02", on: Office.deadline)
    let line = try #require(try office.box().line(.submission, "m02"))
    try office.rewrite(line, in: "r8-1") { $0.replacing("\"member\"", with: "\"giin\"") }
    let before = try office.text("r8-1/box.ndjson")
    #expect(try status().contains("読めない：2行目"))
    #expect(try office.text("r8-1/box.ndjson") == before)
  }

  /// It may be a submission: the office must not send a reminder without knowing.
  @Test func `A damaged line is told by its place`() throws {
    try office.makeRound()
    try handIn("m01", on: Office.deadline)
    try office.write(
      office.text("r8-1/box.ndjson").replacing("\"receipt\":\"1", with: "\"receipt\":\"9"), to: "r8-1/box.ndjson")
    #expect(try status().contains("読めない：1行目"))
    #expect(try status().contains(/議員 +2 +1 +0 +0\.0% +2 +0\n/))
  }
}
