import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 集計から除いたもの.
@Suite("The list of the lines that were left out")
struct LeftOutListTests {
  private let office: Office
  private let list = "r/summary/left-out.csv"

  init() throws {
    office = try Office()
    try office.makePracticeRound()
  }

  private func aggregate(correction: String? = nil) throws -> AggregateJob.Outcome {
    try AggregateJob(
      office.path("r"), to: .office, correction: correction.flatMap { Correction(because: $0, isRecalling: true) }
    ).run(
      clock: office.clock, tell: office.tell, make: { $0 }, give: { _ in })
  }

  /// Takes every line that does not count out of the box; the figures are then of a box that changed.
  private func mend() throws {
    let result = try RoundResult(office.path("r"), previous: [], tell: office.tell)
    try office.removeLines(result.summary.leftOut.map(\.line), from: "r")
  }

  @Test func `It names each line with its reason, and its place and length are told`() throws {
    let leftOut = try RoundResult(office.path("r"), previous: [], tell: office.tell).summary.leftOut
    try #require(!leftOut.isEmpty)
    #expect(try aggregate() == .leftOut(leftOut, list: office.path(list)))
    let lines = try office.text(list).split(separator: "\r\n").map(String.init)
    #expect(lines.first?.hasSuffix("\"box.ndjson の行\",\"種類\",\"区分\",\"理由\",\"詳細\"") == true)
    #expect(lines.dropFirst().map { $0.split(separator: "\"")[0] } == leftOut.map { "\($0.line)"[...] })
  }

  @Test func `It is not written again when it would be the same`() throws {
    let outcome = try aggregate()
    let inode = office.inode(of: list)
    #expect(try aggregate() == outcome)
    #expect(office.inode(of: list) == inode)
    // And is when it would not be.
    try office.write("古い一覧", to: list)
    #expect(try aggregate() == outcome)
    #expect(try office.text(list).contains("\"box.ndjson の行\",\"種類\",\"区分\",\"理由\",\"詳細\""))
  }

  @Test func `A submission and an opinion that cannot be read stand in it as what they are, with the place`() throws {
    try mend()
    let box = try office.box("r")
    let submission = try #require(box.lines(of: .submission).first)
    let opinion = try #require(box.lines(of: .opinion).first)
    try office.rewrite(submission, in: "r") { $0.replacing(/"role":"[a-z]+"/, with: "\"role\":\"x\"") }
    try office.rewrite(opinion, in: "r") { String($0.dropLast()) }
    guard case .leftOut(let lines, _) = try aggregate(correction: "壊れた") else {
      Issue.record("nothing was left out")
      return
    }
    #expect(lines.map(\.subject) == [.submission, .opinion])
    let rows = try office.text(list).split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.map { $0[1] } == ["\"提出の記録\"", "\"ご意見\""])
    #expect(rows[0].last == "\"role\"")
    #expect(rows[1].last?.hasSuffix("バイト目\"") == true)
  }

  @Test func `It goes when every sheet counts, and that is told`() throws {
    _ = try aggregate()
    try mend()
    #expect(try aggregate(correction: "写しを除いた") == .complete)
    #expect(!office.exists(list))
    #expect(office.told.last == .leftOutListRemoved(path: office.path(list)))
  }

  @Test func `A file in its place that is no list of ours stays, and that is told`() throws {
    try mend()
    try office.write("担当の覚え書き", to: list)
    #expect(try aggregate(correction: "写しを除いた") == .complete)
    #expect(try office.text(list) == "担当の覚え書き")
    #expect(office.told.contains(.foreignLeftOutList(path: office.path(list))))
  }

  @Test func `Where nothing was ever left out there is none, and no word of it`() throws {
    try mend()
    #expect(try aggregate(correction: "写しを除いた") == .complete)
    #expect(!office.exists(list))
    #expect(!office.told.contains(.leftOutListRemoved(path: office.path(list))))
  }
}
