public import Inspection

/// A made-up round to try things on: everything a round folder holds, as values.
///
/// The same settings give the same round. The command writes it through Storage; broken lines are described, because
/// only Formats can turn a sheet into bytes.
public struct PracticeRound: Equatable, Sendable {
  /// A checklist of the round, the name of its file in `checklists/`, and the digest of that file's bytes.
  public struct Source: Equatable, Sendable {
    public var checklist: Checklist
    public var file: String
    public var digest: String

    public init(checklist: Checklist, file: String, digest: String) {
      (self.checklist, self.file, self.digest) = (checklist, file, digest)
    }
  }

  /// What a made-up round is to be like.
  public struct Settings: Equatable, Sendable {
    public var id: RoundID = "renshu"
    /// People on the roster, 0 or more; the organisation comes on top.
    public var members = 48
    public var staff = 18
    public var seed: UInt64 = 1
    public var opens: CalendarDay
    public var length = ChecklistLength.full
    public var handIn = Round.HandIn.unsigned
    public var lentDevices = Round.LentDevices.executive
    public var staffMode = Round.StaffMode.own
    /// Whether the round's log ends with its closing.
    public var isClosed = true

    public init(opens: CalendarDay) { self.opens = opens }
  }

  /// A line of the box that must not count, and how the writer makes it.
  public struct BrokenSheet: Equatable, Sendable {
    /// How a sheet is broken that is not to count.
    public enum Damage: Equatable, Sendable {
      /// The sheet is written as it is; what is wrong with it is in its values, or that it is there already.
      case none
      /// Only the first half of the bytes is written.
      case truncated
      /// `format` says this instead.
      case format(String)
    }

    public var sheet: Sheet
    public var damage: Damage
  }

  public var round: Round
  public var roster: Roster
  public var submissions: [Submission]
  public var sheets: [Sheet]
  /// Of people who have begun and not handed in.
  public var drafts: [Draft]
  public var opinions: [Opinion]
  /// What an auditor saw of a few of the organisation's answers; empty before the closing.
  public var audit: [AuditRecord]
  /// The first of `events` is the opening.
  public var events: [RoundEvent]
  public var opened: Timestamp
  public var brokenSheets: [BrokenSheet]

  public init(_ settings: Settings, policy: Policy, sources: [Source]) {
    var numbers = PracticeNumbers(seed: settings.seed)
    let round = Round(practice: settings, policy: policy, sources: sources)
    self.round = round
    roster = Roster(practice: settings, referenceDay: round.referenceDay)
    opened = round.opens.at(hour: 9)
    events = [RoundEvent(.opened, at: opened)]
    if settings.isClosed {
      events.append(RoundEvent(.closed(box: ""), at: round.deadline.adding(days: 3).at(hour: 17)))
    }
    submissions = []
    sheets = []
    drafts = []
    opinions = []
    audit = []
    brokenSheets = []

    let left = settings.isClosed ? [] : roster.leftToTry(in: round)
    var texts: [String] = []
    for source in sources where settings.staffMode.asks(source.checklist.role) {
      var respondents = PracticeRespondents(source: source, round: round, numbers: numbers)
      for person in roster.respondents
      where person.role == source.checklist.role && person.isReachable(in: round) && !left.contains(person.id) {
        if let opinion = add(person, from: &respondents) { texts.append(opinion) }
      }
      if source.checklist.role == .organisation, settings.isClosed, let sheet = sheets.last {
        audit = Self.audit(of: sheet, to: respondents.questionnaire, on: round.deadline.adding(days: 30))
      }
      if source.checklist.role == .member { brokenSheets = respondents.brokenSheets(like: sheets.first) }
      numbers = respondents.numbersAfterwards
    }
    opinions = texts.map { Opinion(number: numbers.number(), text: $0) }
  }

  /// One item for each way in which an audit ends, and one not looked at yet.
  private static func audit(of sheet: Sheet, to questionnaire: Questionnaire, on day: CalendarDay) -> [AuditRecord] {
    let claimed = questionnaire.sections(answered: sheet.answers, notes: [:], plans: [:]).flatMap(\.rows).filter {
      $0.choice?.invitesEvidence ?? false
    }
    var records = claimed.prefix(PracticeText.seen.count + 1).map(AuditRecord.init(drawn:))
    for (index, seen) in PracticeText.seen.enumerated() where records.indices.contains(index) {
      (records[index].seen, records[index].judgement, records[index].finding) = seen
      (records[index].day, records[index].auditor) = (day, "監査の担当（架空）")
    }
    return records
  }

  /// Returns the person's opinion, if any.
  private mutating func add(_ person: Respondent, from respondents: inout PracticeRespondents) -> String? {
    switch respondents.conduct(of: person) {
    case .silent: return nil
    case .draft(let draft):
      drafts.append(draft)
      return nil
    case .handedIn(let sheet, let submission, let opinion):
      sheets.append(sheet)
      submissions.append(submission)
      return opinion
    }
  }
}

extension Roster {
  /// A dozen who have not begun, the first of their roles, for whoever wants to try it; of a smaller round half.
  fileprivate func leftToTry(in round: Round) -> Set<RespondentID> {
    let most: [Role: Int] = [.member: 8, .staff: 4]
    return Set(
      most.flatMap { role, most in
        let people = respondents.filter { $0.role == role && $0.isReachable(in: round) }
        return people.prefix(min(most, people.count / 2)).map(\.id)
      })
  }
}

extension Respondent {
  /// Whether the person holds office at some time while the round is open.
  fileprivate func isReachable(in round: Round) -> Bool {
    exempt == nil && (from.map { $0 <= round.deadline } ?? true) && (to.map { round.opens <= $0 } ?? true)
  }
}

extension CalendarDay {
  /// A full hour of this day in Japan.
  func at(hour: Int) -> Timestamp { Timestamp(secondsSinceEpoch: daysSinceEpoch * 86_400 + (hour - 9) * 3_600) }
}
