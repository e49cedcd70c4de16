import Formats
import Inspection
import Testing

@Suite("round.yaml") struct RoundFormatTests {
  @Test func `A written round is read back the same`() throws {
    #expect(try RoundFormat.decode(RoundFormat.encode(Samples.round), policy: Samples.policy()) == Samples.round)
  }

  @Test func `What is optional may be left out`() throws {
    var round = Samples.round
    round.kind = .regular
    round.cityInspection = nil
    round.rules = []
    round.meetings = []
    round.letterhead = Round.Letterhead()
    #expect(try RoundFormat.decode(RoundFormat.encode(round), policy: Samples.policy()) == round)
  }

  @Test func `Without an election or a letterhead in the file there was none, and none is missed`() throws {
    var round = Samples.round
    (round.electionBetween, round.letterhead) = (false, Round.Letterhead())
    let lines = String(decoding: RoundFormat.encode(round), as: UTF8.self).split(separator: "\n")
    let start = lines.firstIndex { $0.hasPrefix("letterhead:") } ?? lines.endIndex
    let end = lines[start...].dropFirst().firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
    let text = (lines[..<start] + lines[end...]).filter { !$0.hasPrefix("electionBetween:") }.joined(separator: "\n")
    #expect(!text.contains("letterhead:") && !text.contains("electionBetween:"))
    #expect(try RoundFormat.decode(Array(text.utf8), policy: Samples.policy()) == round)
  }

  @Test(arguments: [
    "引用\"符\\と改行\nと\tタブ", "# 注釈ではない", "yes", "null", "2026-11-24", "- 並びではない: ", "末尾の空白 ",
  ])
  func `Any text comes back as typed`(_ text: String) throws {
    var round = Samples.round
    round.addressee = text
    #expect(try RoundFormat.decode(RoundFormat.encode(round), policy: Samples.policy()).addressee == text)
  }

  @Test func `What is hidden is written as an escape and refused when it is read`() throws {
    var round = Samples.round
    round.addressee = "議\u{1B}長\u{202E}"
    let bytes = RoundFormat.encode(round)
    #expect(String(decoding: bytes, as: UTF8.self).contains("addressee: \"議\\x1b長\\u202e\""))
    let policy = try Samples.policy()
    let found = faults { () throws(YAMLError) in try RoundFormat.decode(bytes, policy: policy) }
    #expect(found?.map(\.fault.kind) == [.controlCharacter("\u{1B}")])
  }

  @Test func `The secretariat finds a word of Japanese in it`() {
    let text = String(decoding: RoundFormat.encode(Samples.round), as: UTF8.self)
    #expect(text.contains("# 提出率の分母になる名簿の基準日"))
    #expect(text.contains("deadline: \"2026-11-24\""))
  }

  @Test func `Days out of order and before the policy are faults`() throws {
    var round = Samples.round
    round.opens = Samples.day("2026-03-31")
    round.deadline = Samples.day("2026-03-30")
    (round.fiscalYear, round.referenceDay) = (2025, round.opens)
    let bytes = RoundFormat.encode(round)
    let found = faults { () throws(YAMLError) in
      try RoundFormat.decode(bytes, policy: PolicyFormat.decode(Array(Samples.policyYAML.utf8)))
    }
    #expect(
      found?.map(\.fault.kind) == [
        .beforePolicy(Samples.day("2026-03-31")), .daysOutOfOrder(earlier: "opens", later: "deadline"),
      ])
  }

  @Test func `A rule that the policy does not know is placed`() throws {
    let text = String(decoding: RoundFormat.encode(Samples.round), as: UTF8.self)
    let marked = MarkedText(text.replacing("- \"approved-messengers\"", with: "- ❶\"unknown-rule\""))
    let found = faults { () throws(YAMLError) in
      try RoundFormat.decode(marked.bytes, policy: PolicyFormat.decode(Array(Samples.policyYAML.utf8)))
    }
    #expect(found?.map(\.position) == [marked["❶"]])
  }
}
