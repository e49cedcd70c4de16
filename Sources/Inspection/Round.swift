/// One inspection as `round.yaml` describes it; what happened to it since stands in its log.
public struct Round: Equatable, Sendable {
  /// Regular, or extraordinary with its reason (policy 7: 定期的又は必要に応じて).
  public enum Kind: Equatable, Sendable {
    case regular
    case extraordinary(reason: String)
  }

  /// Who manages the devices lent to members; an executive body's devices follow its own policy (policy 9).
  public enum LentDevices: String, CaseIterable, Sendable { case council, executive, none }

  /// Whether staff are inspected here, by the city, or both (policy 6 proviso).
  public enum StaffMode: String, CaseIterable, Sendable {
    case own, copy, both

    /// Whether sheets of `role` are asked for: all but the staff's where the city alone inspects them.
    public func asks(_ role: Role) -> Bool { !(role == .staff && self == .copy) }
  }

  /// 無記名 (the default) or 記名.
  public enum HandIn: String, CaseIterable, Sendable { case unsigned, signed }

  /// Whom people can ask.
  public struct Contact: Equatable, Sendable {
    public var office: String
    public var telephone: String
    public init(office: String, telephone: String) { (self.office, self.telephone) = (office, telephone) }
  }

  /// What the office's letters bear as this assembly has it; what is absent is left blank on them, and the sender is then the
  /// office.
  public struct Letterhead: Equatable, Sendable {
    /// 文書番号, with room for the number itself: 「議総第　　　号」.
    public var number: String?
    /// 職名 and 氏名 of the sender.
    public var post: String?
    public var name: String?
    /// 文書分類 and 保存年限 of the draft of the report.
    public var classification: String?
    public var keptFor: String?

    public init(
      number: String? = nil, post: String? = nil, name: String? = nil, classification: String? = nil,
      keptFor: String? = nil
    ) {
      (self.number, self.post, self.name) = (number, post, name)
      (self.classification, self.keptFor) = (classification, keptFor)
    }
  }

  /// The city's own inspection of the staff, recorded instead of being asked again.
  public struct CityInspection: Equatable, Sendable {
    public var date: CalendarDay
    public var form: String
    public init(date: CalendarDay, form: String) { (self.date, self.form) = (date, form) }
  }

  /// The frozen checklist of a role: its file in `checklists/` and the digests that sheets may name.
  public struct FrozenChecklist: Equatable, Sendable {
    public var role: Role
    public var file: String
    /// Hexadecimal BLAKE2b-256; an editorial correction adds one and keeps the earlier ones valid.
    public var digests: [String]
    public init(role: Role, file: String, digests: [String]) {
      (self.role, self.file, self.digests) = (role, file, digests)
    }
  }

  /// When a proposal is made, in percent (docs/design.md 7.6).
  public struct Thresholds: Equatable, Sendable {
    /// An item whose 実施率 is below this is proposed for support.
    public var support: Int
    /// An item whose わからない率 is at least this is proposed for training.
    public var training: Int
    /// An item whose 該当なし率 is at least this is proposed for revision of the checklist.
    public var revision: Int
    public init(support: Int = 70, training: Int = 20, revision: Int = 50) {
      (self.support, self.training, self.revision) = (support, training, revision)
    }
  }

  public var id: RoundID
  public var title: String
  public var kind: Kind
  /// The first calendar year of the fiscal year.
  public var fiscalYear: Int
  public var opens: CalendarDay
  public var deadline: CalendarDay
  /// The day whose roster is the denominator of 提出率.
  public var referenceDay: CalendarDay
  /// The meetings in scope of policy 4(1), as the secretariat settled them.
  public var meetings: [String]
  public var contact: Contact
  public var addressee: String
  public var retention: Retention
  /// How and where people answer, in sentences that the letters print; empty: the sentences of the letters themselves.
  public var ways: [String]
  public var letterhead: Letterhead
  /// The inspection before it, on which `needsPrevious` items look back; nil for the first of all.
  public var previous: RoundID?
  public var electionBetween: Bool
  /// The rules that exist; an item that requires another one is asked of nobody.
  public var rules: [RuleID]
  public var lentDevices: LentDevices
  public var staffMode: StaffMode
  public var cityInspection: CityInspection?
  /// `form` in the file and on the command line.
  public var length: ChecklistLength
  public var handIn: HandIn
  /// Whether people are let in by slip codes, whose hashes the folder then holds.
  public var hasCodes: Bool
  public var checklists: [FrozenChecklist]
  public var thresholds: Thresholds

  public init(
    id: RoundID, title: String, kind: Kind, fiscalYear: Int, opens: CalendarDay, deadline: CalendarDay,
    referenceDay: CalendarDay, meetings: [String], contact: Contact, addressee: String, retention: Retention,
    ways: [String] = [], letterhead: Letterhead = Letterhead(), previous: RoundID? = nil, electionBetween: Bool,
    rules: [RuleID], lentDevices: LentDevices,
    staffMode: StaffMode,
    cityInspection: CityInspection?, length: ChecklistLength, handIn: HandIn, hasCodes: Bool = false,
    checklists: [FrozenChecklist], thresholds: Thresholds
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.fiscalYear = fiscalYear
    self.opens = opens
    self.deadline = deadline
    self.referenceDay = referenceDay
    self.meetings = meetings
    self.contact = contact
    self.addressee = addressee
    self.retention = retention
    self.ways = ways
    self.letterhead = letterhead
    self.previous = previous
    self.electionBetween = electionBetween
    self.rules = rules
    self.lentDevices = lentDevices
    self.staffMode = staffMode
    self.cityInspection = cityInspection
    self.length = length
    self.handIn = handIn
    self.hasCodes = hasCodes
    self.checklists = checklists
    self.thresholds = thresholds
  }

  /// Whether sheets of `role` are asked for and counted: it has a checklist here, and is not inspected by the city alone.
  public func asks(_ role: Role) -> Bool { checklists.contains { $0.role == role } && staffMode.asks(role) }

  /// Whether a role's sheets name the respondent; the organisation's always does (docs/design.md 4).
  public func isSigned(for role: Role) -> Bool { handIn == .signed || role == .organisation }

  /// All faults of meaning at once.
  public func faults(policy: Policy) -> [Fault] {
    let root = DocumentPath()
    var faults: [Fault] = []
    if opens < policy.effective { faults.append(Fault(.beforePolicy(opens), at: root.key("opens"))) }
    if deadline < opens {
      faults.append(Fault(.daysOutOfOrder(earlier: "opens", later: "deadline"), at: root.key("deadline")))
    }
    let years = opens.fiscalYear...max(opens, deadline).fiscalYear
    if !years.contains(fiscalYear) {
      faults.append(Fault(.otherFiscalYear(fiscalYear, allowed: years), at: root.key("fiscalYear")))
    }
    let days = opens.adding(days: -366)...max(opens, deadline)
    if !days.contains(referenceDay) {
      let wrong = Fault.Kind.dayOutsideRound(referenceDay, from: days.lowerBound, to: days.upperBound)
      faults.append(Fault(wrong, at: root.key("referenceDay")))
    }
    if case .extraordinary(let reason) = kind, reason.isEmpty {
      faults.append(Fault(.reasonMissing, at: root.key("reason")))
    }
    for (index, id) in rules.enumerated() where policy.rule(id) == nil {
      faults.append(Fault(.unknownRule(id.rawValue), at: root.key("rules").index(index)))
    }
    if staffMode == .copy, cityInspection == nil {
      faults.append(Fault(.missingKey, at: root.key("cityInspection")))
    }
    return faults
  }
}

extension Round {
  /// Whether it is 定期 rather than 臨時.
  public var isRegular: Bool { kind == .regular }
}
