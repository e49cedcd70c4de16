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
  /// What is typed to begin, such as `tenken inspect --round r8-1`.
  public var start: String
  /// The day that stands on the letters.
  public var today: CalendarDay

  public init(
    round: Round, policy: Policy, events: [RoundEvent], roster: Roster, submissions: [Submission],
    unread: Set<RespondentID> = [], hasCodes: Bool, start: String, today: CalendarDay
  ) {
    self.round = round
    self.policy = policy
    self.events = events
    self.roster = roster
    self.submissions = submissions
    self.unread = unread
    self.hasCodes = hasCodes
    self.start = start
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
  static let number = "○○第　　　号"

  /// The assembly and the office, which may name the assembly itself.
  var sender: String {
    let office = round.contact.office
    return office.hasPrefix(policy.assembly) ? office : "\(policy.assembly)　\(office)"
  }

  var contact: [String] { ["問い合わせ先", sender, "電話 \(round.contact.telephone)"] }

  var year: String { CalendarDay.japaneseFiscalYear(round.fiscalYear) }

  /// The people who are written to; the organisation's sheet is the office's own.
  var addressees: [String] { roles.filter { $0 != .organisation }.map { "\(policy.name(of: $0))　各位" } }

  /// 「令和10年3月31日まで」, or from when the years count where the day is not known yet.
  var keptFor: String {
    round.retention.start == .closing && status.closed == nil
      ? "締め切った日の翌日から\(round.retention)" : "\(round.disposal(status).adding(days: -1).japanese)まで"
  }

  var period: String { "\(round.opens.japanese)から\(status.deadline.japanese)まで" }

  /// A letter may cross with a hand-in.
  static let alreadyHandedIn = "行き違いですでに提出された場合は、ご容赦ください。"

  /// A letter to those who are asked, as far as all of them begin alike.
  func letter(_ title: String) -> Letter {
    var letter = Letter(title)
    letter.number = Self.number
    letter.date = today.japanese
    letter.addressees = addressees
    letter.sender = sender
    letter.ending = "以上"
    letter.contact = contact
    return letter
  }

  /// How a person begins.
  var beginning: Letter.Entry {
    var entry = Letter.Entry("始め方")
    if hasCodes { entry.texts.append("別にお渡しする紙にある点検コードを使います。点検コードは、ほかの人に見せないでください。") }
    guard round.ways.isEmpty else {
      entry.texts += round.ways
      return entry
    }
    entry.texts += [
      "\(policy.office)の用意したパソコンでは、画面の案内のとおりに進みます。",
      "ご自分のパソコンを使う場合は、次の一行を打って Enter を押します。",
      // Alone, so that it is not broken where a row ends.
      start,
      "パソコンを使いにくい場合は、代理入力と紙の点検票があります。問い合わせ先にお知らせください。",
    ]
    return entry
  }
}

/// The letters of a round, by the words of `--kind`; each is a file of its own.
public enum LetterKind: String, CaseIterable, Sendable {
  case request, outline, slips, reminder, memo, `extension`, receipts, report, executive, notice

  public var japanese: String {
    switch self {
    case .request: "依頼文"
    case .outline: "実施要領"
    case .slips: "配付表"
    case .reminder: "督促"
    case .memo: "未提出者の一覧"
    case .extension: "期限延長のお知らせ"
    case .receipts: "受領書"
    case .report: "報告の起案"
    case .executive: "執行機関への連絡"
    case .notice: "公表文"
    }
  }

  /// Why a letter cannot be made of a round as it is now.
  public enum Refusal: Error, Equatable, Sendable {
    /// The round has no slip codes.
    case noCodes
    case closed
    case nobodyMissing
    case notExtended
    case nothingHandedIn
    case notClosed
    /// Known only from the figures, which are counted when the letter is made.
    case nothingToTell
  }

  /// nil where it can be made.
  public func refusal(of source: LetterSource) -> Refusal? {
    let isClosed = source.status.closed != nil
    return switch self {
    case .request, .outline: nil
    case .slips: source.hasCodes ? nil : .noCodes
    case .reminder, .memo:
      isClosed ? .closed : source.roles.allSatisfy { source.turnout(of: $0).missing.isEmpty } ? .nobodyMissing : nil
    case .extension: source.latestExtension == nil ? .notExtended : nil
    case .receipts: source.submissions.isEmpty ? .nothingHandedIn : nil
    case .report, .executive, .notice: isClosed ? nil : .notClosed
    }
  }

  /// Whether it is made without being asked for by name: what invites to a round is of no use after its closing.
  public func isDue(in source: LetterSource) -> Bool {
    guard refusal(of: source) == nil else { return false }
    return switch self {
    case .request, .outline, .slips, .extension: source.status.closed == nil
    case .reminder, .memo: source.round.opens <= source.today
    case .receipts, .report, .executive, .notice: true
    }
  }
}
