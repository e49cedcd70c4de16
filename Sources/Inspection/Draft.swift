/// One person's answers while they are being given; it never leaves the person's own folder.
public struct Draft: Equatable, Sendable {
  /// How the answers were entered.
  public enum EntryMode: String, CaseIterable, Sendable { case me = "self", assisted, paper }

  /// How the answers came in, and who entered them.
  public struct Entry: Equatable, Sendable {
    public var mode: EntryMode
    /// Who entered them when it was not the person.
    public var by: RespondentID?
    public init(mode: EntryMode, by: RespondentID? = nil) { (self.mode, self.by) = (mode, by) }
  }

  /// What was chosen for an item, with the words that go with a choice; they stay while another choice is tried.
  public struct Response: Equatable, Sendable {
    public var choice: Choice
    public var reason: String?
    public var evidence: String?
    public init(choice: Choice, reason: String? = nil, evidence: String? = nil) {
      (self.choice, self.reason, self.evidence) = (choice, reason, evidence)
    }

    /// Another way is an answer only with the way (docs/design.md 6).
    public var isComplete: Bool { choice != .alternative || reason != nil }
  }

  /// Where the person is, so that starting again lands on the same question.
  public enum Position: Equatable, Hashable, Sendable {
    case preface
    case profile(ProfileQuestionID)
    case item(ItemID)
    case review
    case plan(ItemID)
    case opinion
    case handIn
  }

  /// nil for a personal inspection.
  public var round: RoundID?
  public var checklist: ChecklistReference
  public var role: Role
  public var respondent: RespondentID?
  public var entry: Entry
  /// Whether the person agreed that whoever enters the answers will know them; nil where nobody else does.
  public var consent: Bool?
  public var profile: [ProfileQuestionID: Bool]
  public var responses: [ItemID: Response]
  public var notes: [ItemID: String]
  public var plans: [ItemID: ImprovementPlan]
  public var opinion: String?
  public var position: Position
  public var started: Timestamp
  public var updated: Timestamp
  /// How often the submission whose sheet it is to replace had been replaced before; nil where it is to be handed in first.
  ///
  /// So a draft whose hand-in was cut short after the box was written is told from one that is still to be handed in.
  public var replacing: Int?
  /// Which of the rounds of its id it is of: the digest of the first line of the round's log. nil for a personal inspection,
  /// and where an earlier version wrote it.
  public var opened: String?

  public init(
    round: RoundID?, checklist: ChecklistReference, role: Role, respondent: RespondentID?, entry: Entry,
    started: Timestamp
  ) {
    self.round = round
    self.checklist = checklist
    self.role = role
    self.respondent = respondent
    self.entry = entry
    self.started = started
    updated = started
    profile = [:]
    responses = [:]
    notes = [:]
    plans = [:]
    position = .preface
  }
}

extension Draft {
  /// Whether anything was agreed to, answered or written: before that there is nothing to keep.
  public var holdsAnything: Bool {
    consent != nil || !profile.isEmpty || !responses.isEmpty || !notes.isEmpty || !plans.isEmpty || opinion != nil
  }

  /// Whether the person's submission, replaced `times` times, already holds these answers: what a hand-in has left.
  public func isLeftover(ofSubmissionReplaced times: Int) -> Bool { replacing.map { $0 < times } ?? true }

  /// Whether it goes on in the round that `fresh` is of; one of a round that is gone does not, though both bear one name.
  public func goesOn(in fresh: Draft) -> Bool { opened == nil || opened == fresh.opened }

  /// Whether it is to replace a sheet that the person has handed in before.
  public var isReplacing: Bool { replacing != nil }

  /// Takes over what an earlier sheet answers of the items as they are now; what the profile or a rule said is asked anew.
  public mutating func begin(from answers: [Answer], of questionnaire: Questionnaire) {
    for answer in answers where answer.source == .respondent {
      guard let item = questionnaire.items.first(where: { $0.id == answer.item && $0.revision == answer.revision }),
        questionnaire.checklist.choices(for: item).contains(answer.choice)
      else { continue }
      responses[item.id] = Response(choice: answer.choice, reason: answer.reason, evidence: answer.evidence)
    }
  }

  /// Goes on with these answers, entered as `entry` says.
  ///
  /// Answers that another person has come to know stay so: a draft goes from one's own to an assisted or a paper one and
  /// never back. Consent is given to one person; for another it is asked anew.
  public mutating func goOn(as entry: Entry) {
    guard entry.mode != .me, entry != self.entry else { return }
    if entry.by != self.entry.by { consent = nil }
    self.entry = entry
  }
}
