import Inspection
import Testing

@Suite struct RosterTests {
  private func member(_ id: RespondentID, from: String? = nil, to: String? = nil, exempt: String? = nil) -> Respondent {
    Respondent(
      id: id, name: "議員", kana: "", role: .member, from: from.map(Sample.day), to: to.map(Sample.day), exempt: exempt)
  }

  @Test func `Asked are those in office on the reference day, less the exempt`() {
    let roster = Roster(respondents: [
      member("m01"), member("m02", from: "2026-12-01"), member("m03", from: "2026-12-02"),
      member("m04", to: "2026-12-01"), member("m05", to: "2026-11-30"), member("m06", exempt: "病気療養のため"),
      Respondent(id: "s01", name: "職員01", kana: "", role: .staff),
    ])
    #expect(roster.asked(.member, on: Sample.day("2026-12-01")).map(\.id) == ["m01", "m02", "m04"])
    #expect(roster.asked(.staff, on: Sample.day("2026-12-01")).map(\.id) == ["s01"])
  }

  @Test func `Invited are all but the exempt, whatever the day, where their role is asked`() {
    let roster = Roster(respondents: [
      member("m01", to: "2026-11-30"), member("m02", exempt: "病気療養のため"),
      Respondent(id: "s01", name: "職員01", kana: "", role: .staff),
      Respondent(id: "soshiki", name: "組織", kana: "", role: .organisation),
    ])
    func invited(_ staffMode: Round.StaffMode, _ roles: [Role]) -> [RespondentID] {
      var round = Sample.round(staffMode: staffMode)
      round.checklists = roles.map { Round.FrozenChecklist(role: $0, file: "\($0).yaml", digests: []) }
      return roster.invited(to: round).map(\.id)
    }
    #expect(invited(.own, [.member, .staff]) == ["m01", "s01"])
    #expect(invited(.both, [.staff, .organisation]) == ["s01", "soshiki"])
    // The city's own inspection stands for theirs.
    #expect(invited(.copy, [.member, .staff]) == ["m01"])
  }

  @Test func `A term of one day is in office on that day and on no other`() {
    let term = member("m01", from: "2026-12-01", to: "2026-12-01")
    let asked = ["2026-11-30", "2026-12-01", "2026-12-02"].map { term.isOnRoster(on: Sample.day($0)) }
    #expect(asked == [false, true, false])
  }

  @Test func `The last extension is in force, and closing is final`() {
    let start = Timestamp(secondsSinceEpoch: 1_795_517_733)
    let round = Sample.round(deadline: "2026-11-30")
    #expect(RoundStatus(of: round, after: []).deadline == Sample.day("2026-11-30"))
    let status = RoundStatus(
      of: round,
      after: [
        RoundEvent(.opened, at: start),
        RoundEvent(.extended(deadline: Sample.day("2026-12-10"), reason: "会期"), at: start),
        RoundEvent(.extended(deadline: Sample.day("2026-12-20"), reason: "会期"), at: start),
        RoundEvent(.closed(box: "00ff"), at: start),
      ])
    #expect(status.deadline == Sample.day("2026-12-20"))
    #expect(status.closed == start)
  }
}
