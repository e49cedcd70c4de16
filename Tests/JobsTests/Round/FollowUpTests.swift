import Aggregation
import Formats
import Inspection
import Jobs
import Practice
import Reporting
import Storage
import Testing

/// docs/secretariat.md: what people keep beside the figures is made once, and their lines are never changed.
@Suite("Opinions, actions, review and audit of a round")
struct FollowUpTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func `Nothing of an open round is read or proposed`() throws {
    let path = try office.makePracticeRound(closed: false).path
    func refused(_ body: () throws -> Void) -> RoundNotClosed.Asked? {
      #expect(throws: RoundNotClosed.self, performing: body)?.asked
    }
    #expect(refused { _ = try RoundOpinions.gathered(in: path) } == .opinions)
    #expect(refused { _ = try RoundActions.propose(in: path, tell: office.tell) } == .actions)
    #expect(refused { _ = try RoundReview.state(of: path, tell: office.tell) } == .review)
    #expect(refused { _ = try AuditDrawing.form(of: path, size: 3, seed: "1", tell: office.tell) } == .audit)
    for list in ["opinions.csv", "actions.csv", "review.yaml"] { #expect(!office.exists("r/" + list)) }
  }

  @Test func `Each opinion is listed once, and what was decided stays`() throws {
    let path = try office.makePracticeRound().path
    let first = try RoundOpinions.gathered(in: path)
    #expect(first.new > 1 && first.new == first.opinions.count)
    #expect(first.list == path + "/opinions.csv")
    // The first line below the heading is to be shown.
    var lines = try office.text("r/opinions.csv").split(separator: "\r\n", omittingEmptySubsequences: false).map(
      String.init)
    lines[1] = lines[1].replacing(/,""$/, with: ",\"載せる\"")
    try office.write(lines.joined(separator: "\r\n"), to: "r/opinions.csv")
    let edited = try office.text("r/opinions.csv")

    let again = try RoundOpinions.gathered(in: path)
    #expect(again.new == 0 && again.opinions.count(.shown) == 1)
    #expect(try office.text("r/opinions.csv") == edited)
  }

  @Test func `Proposals are written behind the lines that people wrote, each once`() throws {
    let path = try office.makePracticeRound().path
    #expect(throws: RoundActions.NoList.self) { try RoundActions.listed(in: path) }
    let first = try RoundActions.propose(in: path, tell: office.tell)
    #expect(first.new > 0 && first.old == nil)
    let written = try office.text("r/actions.csv")
    let again = try RoundActions.propose(in: path, tell: office.tell)
    #expect(again.new == 0 && again.old == first.new)
    #expect(try office.text("r/actions.csv") == written)
    #expect(try RoundActions.listed(in: path).actions.count == first.new)
  }

  @Test func `The form for the review is made once and decides nothing`() throws {
    let path = try office.makePracticeRound().path
    guard case .blank(let form, _) = try RoundReview.state(of: path, tell: office.tell) else {
      Issue.record("no form was made")
      return
    }
    #expect(form == path + "/review.yaml")
    let written = try office.text("r/review.yaml")
    guard case .written(let review, _) = try RoundReview.state(of: path, tell: office.tell) else {
      Issue.record("the form was not read")
      return
    }
    #expect(review.results.needed == nil && review.circumstances.needed == nil)
    #expect(try office.text("r/review.yaml") == written)
  }

  @Test func `The same seed draws the same items, another one others; nothing is written`() throws {
    let path = try office.makePracticeRound().path
    let before = try office.names(in: "r")
    func drawn(_ seed: String) throws -> [ItemID] {
      let form = try AuditDrawing.form(of: path, size: 5, seed: seed, tell: office.tell)
      return form.sample.rows.map(\.item.id)
    }
    #expect(try drawn("くじ1").count == 5)
    #expect(try drawn("くじ1") == drawn("くじ1"))
    #expect(try drawn("くじ1") != drawn("くじ2"))
    #expect(try office.names(in: "r") == before)
  }

  @Test func `Drawn items are written behind those that an auditor has filled in, each once`() throws {
    let path = try office.makePracticeRound().path
    let before = try office.text("r/audit.csv")
    let form = try AuditDrawing.form(of: path, size: 1_000, seed: "1", tell: office.tell)
    let there = try office.round("r").audit()?.rows.count ?? 0
    let recorded = try AuditDrawing.record(form, in: path)
    #expect(there > 0 && recorded.new == form.sample.rows.count - there && recorded.list == path + "/audit.csv")
    #expect(try office.text("r/audit.csv").hasPrefix(before))
    let records = try #require(try office.round("r").audit()).rows
    #expect(Set(records.map(\.item)) == Set(form.sample.rows.map(\.item.id)))
    #expect(records.dropFirst(there).allSatisfy { $0.judgement == nil && $0.seen.isEmpty && !$0.claim.isEmpty })
    #expect(try AuditDrawing.record(form, in: path).new == 0)
  }

  @Test func `Six gaps of the organisation are six lines of the list, with what it plans, and carried on while open`()
    throws
  {
    let path = try office.makePracticeRound().path
    let summary = try RoundResult(path, previous: [], tell: office.tell).summary
    let gaps = try #require(summary.organisation).concerns
    try #require(gaps.count >= 6 && gaps.contains { $0.plan != nil })
    _ = try RoundActions.propose(in: path, tell: office.tell)
    let lines = try RoundActions.listed(in: path).actions.filter { $0.matter.kind == .organisation }
    #expect(Set(lines.flatMap(\.matter.items)) == Set(gaps.map(\.item.id)) && lines.count == gaps.count)
    for gap in gaps {
      let line = try #require(lines.first { $0.matter.items == [gap.item.id] })
      #expect(line.measure == gap.plan?.action ?? "" && line.due == gap.plan?.due)
    }
    let next = try RoundCreation(at: office.path("r9"), checklists: nil, previous: path)
    var generator = SplitMix64(seed: 1)
    try office.write(Office.roster, to: "meibo.csv")
    _ = try next.make(
      Office.wanted(), roster: office.path("meibo.csv"), admission: .names, using: &generator, clock: office.clock,
      tell: office.tell)
    #expect(try RoundActions.listed(in: office.path("r9")).actions.filter { $0.matter.kind == .organisation } == lines)
  }

  @Test func `Without the organisation's sheet there is nothing to draw from`() throws {
    try office.makeRound()
    try office.close()
    #expect(throws: AuditDrawing.NoSheet.self) {
      try AuditDrawing.form(of: office.path("r8-1"), size: 5, seed: "1", tell: office.tell)
    }
  }

  @Test func `A sheet is told to count, not to count, or not to be there, by its 回答番号`() throws {
    let folder = try office.makePracticeRound()
    let result = try RoundResult(folder.path, previous: [], tell: office.tell)
    func receipt(_ number: CheckedNumber) throws -> RoundReceipt {
      try RoundReceipt(of: number, in: folder.path, tell: office.tell)
    }
    let all = try office.admission(in: "r").counted.map(\.id)
    let counted = try #require(all.first)
    #expect(try receipt(counted) == .counted)
    // Of a sheet that can be read and is no copy of one that counts.
    let numbers = Set(all.map(\.digits))
    let line = try #require(
      folder.box().lines(of: .sheet).first { line in
        !numbers.contains(line.name) && result.summary.leftOut.contains { $0.line == line.place }
      })
    let leftOut = try #require(result.summary.leftOut.first { $0.line == line.place })
    let number = try #require(CheckedNumber(written: line.name))
    #expect(try receipt(number) == .leftOut(leftOut, folder.round.contact))
    let unknown = try #require(CheckedNumber(payload: "00000000000"))
    #expect(try receipt(unknown) == .unknown)
  }
}
