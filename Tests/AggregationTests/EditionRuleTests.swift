import Aggregation
import Inspection
import Testing

@Suite struct `The editions of a round's figures` {
  private func next(
    to audience: Audience = .office, after last: Int? = 1, because reason: String? = "誤り",
    differing sheets: [EditionRule.Difference] = [], recalling: Bool = false
  ) throws(EditionRule.Refusal) -> Edition {
    try EditionRule.next(
      to: audience, after: last.map { Edition(to: audience, number: $0) }, because: reason, differences: sheets,
      isRecalling: recalling)
  }

  @Test(arguments: Audience.allCases) func `The first is number 1 and corrects nothing`(audience: Audience) throws {
    #expect(try next(to: audience, after: nil, because: nil) == Edition(to: audience, number: 1))
    #expect(throws: EditionRule.Refusal.nothingToCorrect) { try next(to: audience, after: nil) }
  }

  @Test(arguments: Audience.allCases) func `A correction has the next number and its reason`(audience: Audience) throws
  {
    #expect(try next(to: audience, after: 2) == Edition(to: audience, number: 3, reason: "誤り"))
  }

  @Test func `What has changed is not given out without a reason`() {
    #expect(throws: EditionRule.Refusal.changed(since: Edition(to: .office, number: 1))) { try next(because: nil) }
  }

  @Test(arguments: [(0, true), (1, false), (4, false), (5, true), (40, true)])
  func `A public edition counts the same sheets of a role as each earlier one, or five others at least`(
    sheets: Int, isMade: Bool
  ) throws {
    let near = difference(.staff, from: 1, sheets)
    let all = [difference(.member, from: 1, 40), near, difference(.member, from: 2, 0), difference(.staff, from: 2, 9)]
    if isMade {
      #expect(try next(to: .everyone, after: 2, differing: all).number == 3)
    } else {
      #expect(throws: EditionRule.Refusal.tooAlike(near)) { try next(to: .everyone, after: 2, differing: all) }
    }
  }

  @Test(arguments: [(9, 10, true), (10, 9, true), (10, 10, false), (11, 10, false)])
  func `A role of which one of the two shows no figures gives nobody away`(now: Int, before: Int, isMade: Bool) throws {
    let one = difference(.member, from: 1, 1, now: now, before: before)
    if isMade {
      #expect(try next(to: .everyone, differing: [one]).number == 2)
    } else {
      #expect(throws: EditionRule.Refusal.tooAlike(one)) { try next(to: .everyone, differing: [one]) }
    }
  }

  /// Of 5 to 9 sheets the office is told what most report, which changes by one sheet too.
  @Test(arguments: [(4, 5, true), (5, 4, true), (5, 5, false), (9, 10, false), (48, 47, false)])
  func `An internal edition is bound by it where both tell anything of the role`(
    now: Int, before: Int, isMade: Bool
  ) throws {
    let one = difference(.member, from: 1, 1, now: now, before: before, to: .office)
    if isMade {
      #expect(try next(differing: [one]).number == 2)
    } else {
      #expect(throws: EditionRule.Refusal.tooAlike(one)) { try next(differing: [one]) }
    }
  }

  @Test func `What was taken back is named in the edition that replaces it, and nothing else is`() throws {
    let all = [1, 2, 3].map { difference(.member, from: $0, $0 == 2 ? 20 : 1, to: .office) }
    #expect(try next(after: 3, differing: all, recalling: true).recalled == [1, 3])
    // Where nothing is too alike, it is the last that is replaced.
    #expect(
      try next(after: 3, differing: [difference(.member, from: 3, 0, to: .office)], recalling: true).recalled == [3])
    #expect(try next(after: 3).recalled == [])
  }

  @Test func `What was published is not taken back`() {
    let one = difference(.member, from: 1, 1)
    #expect(throws: EditionRule.Refusal.tooAlike(one)) { try next(to: .everyone, differing: [one], recalling: true) }
  }

  private func difference(
    _ role: Role, from number: Int, _ sheets: Int, now: Int = 48, before: Int = 48, to audience: Audience = .everyone
  ) -> EditionRule.Difference {
    .init(of: role, from: Edition(to: audience, number: number), now: now, before: before, differing: sheets)
  }
}
