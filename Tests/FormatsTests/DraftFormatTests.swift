import Formats
import Inspection
import Testing

@Suite("A draft's JSON") struct DraftFormatTests {
  static func text(profile: String = "{}", position: String = "review", answers: String = "[]") -> String {
    """
    {"format": "tenken.draft/1", "checklist": {"id": "mihon-members", "version": "1", "digest": "00ff"},
     "role": "member", "entry": {"mode": "self"}, "profile": \(profile), "answers": \(answers), "notes": [], "plans": [],
     "position": "\(position)", "started": "2026-11-24T10:55:33+09:00", "updated": "2026-11-24T11:00:00+09:00"}
    """
  }

  private func decode(_ bytes: [UInt8]) throws -> Draft { try withReader { try DraftFormat.decode(bytes, with: $0) } }

  private func draft() throws -> Draft {
    let started = try #require(Timestamp(rfc3339: "2026-11-24T10:55:33+09:00"))
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon-members", version: "1", digest: "00ff"), role: .member,
      respondent: "m01", entry: Draft.Entry(mode: .assisted, by: "s01"), started: started)
    draft.consent = true
    draft.updated = Timestamp(secondsSinceEpoch: started.secondsSinceEpoch + 60)
    draft.profile = ["device": true, "paper": false]
    draft.responses = [
      "M-PHY-01": Draft.Response(choice: .partial),
      "M-PHY-02": Draft.Response(choice: .alternative, reason: "鍵", evidence: "台帳"),
    ]
    draft.notes = ["M-PHY-01": "覚え"]
    draft.plans = ["M-PHY-01": ImprovementPlan(action: "かける", due: CalendarDay(iso: "2027-03-31"))]
    draft.opinion = "研修を\n増やしてください"
    draft.replacing = 2
    draft.opened = String(repeating: "a", count: 64)
    return draft
  }

  @Test func `A personal draft names nobody`() throws {
    let draft = try decode(Array(Self.text().utf8))
    #expect(draft.round == nil)
    #expect(draft.respondent == nil)
    #expect(draft.entry == Draft.Entry(mode: .me))
    #expect(draft.started.rfc3339 == "2026-11-24T10:55:33+09:00")
  }

  @Test(arguments: [
    Draft.Position.preface, .profile("device"), .item("M-PHY-03"), .review, .plan("M-PHY-03"), .opinion, .handIn,
  ])
  func `A written draft is read back the same at every position`(_ position: Draft.Position) throws {
    var draft = try draft()
    draft.position = position
    #expect(try decode(DraftFormat.encode(draft)) == draft)
  }

  @Test(arguments: [
    ("preface", Draft.Position.preface), ("profile:lent-device", .profile("lent-device")),
    ("item:M-PHY-03", .item("M-PHY-03")), ("plan:M-PHY-03", .plan("M-PHY-03")), ("handIn", .handIn),
  ])
  func `A position is written as a word`(_ word: String, _ position: Draft.Position) throws {
    #expect(try decode(Array(Self.text(position: word).utf8)).position == position)
  }

  @Test(arguments: ["", "item", "item:", "preface:x", "somewhere"])
  func `An unknown position is a fault`(_ word: String) throws {
    let fault = try jsonFault(Self.text(position: word)) { bytes, reader throws(DocumentError) in
      try DraftFormat.decode(bytes, with: reader)
    }
    #expect(fault?.path.description == "position")
  }

  @Test func `Empty notes and opinions are kept`() throws {
    var draft = try draft()
    draft.opinion = ""
    draft.notes = ["M-PHY-01": ""]
    #expect(try decode(DraftFormat.encode(draft)) == draft)
  }
}
