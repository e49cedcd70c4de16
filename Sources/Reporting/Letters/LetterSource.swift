import Aggregation
import Documents
public import Inspection

/// What the letters of a round are filled from; it holds nothing of any answer.
public struct LetterSource: Sendable {
  public var round: Round
  public var policy: Policy
  public var events: [RoundEvent]
  public var roster: Roster
  public var submissions: [Submission]
  /// Whose submission is in the box and cannot be read.
  public var unread: Set<RespondentID>
  /// Whether people are let in by slip codes.
  public var hasCodes: Bool
  /// The day that stands on the letters.
  public var today: CalendarDay

  public init(
    round: Round, policy: Policy, events: [RoundEvent], roster: Roster, submissions: [Submission],
    unread: Set<RespondentID> = [], hasCodes: Bool, today: CalendarDay
  ) {
    self.round = round
    self.policy = policy
    self.events = events
    self.roster = roster
    self.submissions = submissions
    self.unread = unread
    self.hasCodes = hasCodes
    self.today = today
  }

  var status: RoundStatus { RoundStatus(of: round, after: events) }

  var roles: [Role] { Role.allCases.filter(round.asks) }

  func turnout(of role: Role) -> Turnout {
    Turnout(of: role, in: round, roster: roster, after: submissions, unread: unread)
  }

  /// The latest move of the deadline, with the deadline before it; nil where it was never moved.
  var latestExtension: Extension? {
    var before = round.deadline
    var latest: Extension?
    for event in events {
      guard case .extended(let deadline, let reason) = event.kind else { continue }
      latest = Extension(before: before, deadline: deadline, reason: reason)
      before = deadline
    }
    return latest
  }

  struct Extension: Equatable {
    var before: CalendarDay
    var deadline: CalendarDay
    var reason: String
  }
}

/// What stands on every letter alike.
extension LetterSource {
  var number: String { round.letterhead.number ?? "○○第　　　号" }

  /// Who writes, by post and name where the round has them.
  var sender: String {
    let person = [round.letterhead.post, round.letterhead.name].compactMap { $0 }
    return person.isEmpty ? office : named(person.joined(separator: "　"))
  }

  /// The assembly and the office.
  var office: String { named(round.contact.office) }

  /// With the assembly's name before it, which an office or a post may bear itself.
  private func named(_ words: String) -> String {
    words.hasPrefix(policy.assembly) ? words : "\(policy.assembly)　\(words)"
  }

  var contact: [String] { ["問い合わせ先", office, "電話 \(round.contact.telephone)"] }

  var year: String { CalendarDay.japaneseFiscalYear(round.fiscalYear) }

  /// The people who are written to; the organisation's sheet is the office's own.
  var addressees: [String] { roles.filter { $0 != .organisation }.map { "\(policy.name(of: $0))　各位" } }

  /// 「令和10年3月31日まで」, or from when the years count where the day is not known yet.
  var keptFor: String {
    round.keptUntil(status).map { "\($0.japanese)まで" } ?? "締め切った日の翌日から\(round.retention)"
  }

  var period: String { "\(round.opens.japanese)から\(status.deadline.japanese)まで" }

  /// A letter may cross with a hand-in.
  static let alreadyHandedIn = "行き違いですでに提出された場合は、ご容赦ください。"

  /// A letter to those who are asked, as far as all of them begin alike.
  func letter(_ title: String) -> Letter {
    var letter = Letter(title)
    letter.number = number
    letter.date = today.japanese
    letter.addressees = addressees
    letter.sender = sender
    letter.ending = "以上"
    letter.contact = contact
    return letter
  }

  /// How and where people answer; never a command, which is for the office to know.
  var ways: [String] {
    round.ways.isEmpty
      ? [
        "\(policy.office)の用意したパソコンで、画面の案内のとおりに進みます。",
        "Excel や紙の点検票に書いて渡すことも、代わりに入力してもらうこともできます。希望する方法を、問い合わせ先にお知らせください。",
      ] : round.ways
  }

  /// How a person begins.
  var beginning: Letter.Entry {
    var entry = Letter.Entry("始め方")
    if hasCodes { entry.texts.append("別にお渡しする紙にある点検コードを使います。点検コードは、ほかの人に見せないでください。") }
    entry.texts += ways
    return entry
  }

  /// The people who are asked, in the order of the roster.
  var asked: [Respondent] {
    let asked = Set(roles.flatMap { turnout(of: $0).asked.map(\.id) })
    return roster.respondents.filter { asked.contains($0.id) }
  }

  /// 様 for people, 御中 for the organisation.
  static func honorific(of person: Respondent) -> String { person.role == .organisation ? "御中" : "様" }
}

extension CalendarDay {
  /// 「令和8年12月18日（金）」.
  var japaneseWithWeekday: String {
    let names = ["木", "金", "土", "日", "月", "火", "水"]
    // 1970-01-01 was a Thursday; days before it count down.
    return "\(japanese)（\(names[(daysSinceEpoch % 7 + 7) % 7])）"
  }
}
