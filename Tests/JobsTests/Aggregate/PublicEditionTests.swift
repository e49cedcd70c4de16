import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/design.md 7.5: what everybody may read tells of whole roles alone, also when it is given twice.
@Suite struct PublicEditionTests {
  private let office: Office
  private let round: RoundFolder

  init() throws {
    office = try Office()
    office.now = Office.deadline.adding(days: 9).noon
    round = try office.makePracticeRound(members: 30, checklists: office.makeApprovedChecklists())
  }

  private func run(
    to audience: Audience = .everyone, correction: String? = nil, recalling: Bool = false
  ) throws -> DisclosedSummary {
    var given: [DisclosedSummary] = []
    let correction = correction.flatMap { Correction(because: $0, isRecalling: recalling) }
    _ = try AggregateJob(round.path, to: audience, correction: correction).run(
      clock: office.clock, tell: office.tell, make: { $0 }, give: { given.append($0) })
    return try #require(given.first)
  }

  /// Takes away sheets that count, as a hand that corrects the box would.
  private func removeSheets(_ count: Int) throws {
    let counted = try office.box("r").lines(of: .sheet).filter { line in
      guard let number = CheckedNumber(written: line.name) else { return false }
      return try RoundReceipt(of: number, in: round.path, tell: office.tell) == .counted
    }
    try office.change("r") { box in counted.prefix(count).forEach { box.remove(.sheet, $0.name) } }
  }

  @Test func `Two that differ by fewer than five sheets of a role are not both given`() throws {
    let first = try run()
    try removeSheets(4)
    let refusal = #expect(throws: FiguresRefusal.self) { try run(correction: "重なった票を除いた") }
    guard case .edition(.tooAlike(let difference)) = refusal else {
      Issue.record("not refused for being alike: \(String(describing: refusal))")
      return
    }
    #expect(difference.role == .member && difference.earlier == first.edition && difference.differing == 4)
    #expect(try office.round("r").editions(to: .everyone).count == 1)
    // What was published cannot be taken back.
    #expect(throws: FiguresRefusal.edition(.tooAlike(difference))) { try run(correction: "重なった票を除いた", recalling: true) }
    // The office has no edition yet that this one could be taken from.
    #expect(try run(to: .office, correction: "重なった票を除いた").edition?.number == 1)

    try removeSheets(1)
    #expect(try run(correction: "重なった票を除いた").edition?.number == 2)
  }

  @Test func `What people keep beside the figures changes nothing of it, and is in the office's`() throws {
    let (before, official) = (try run(), try run(to: .office))
    #expect(try RoundOpinions.gathered(in: round.path).new > 0)
    #expect(try run() == before)
    let followed = try run(to: .office)
    #expect(followed != official && followed.edition == official.edition)
  }
}
