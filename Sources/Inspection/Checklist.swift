/// What is asked of one role.
public struct Checklist: Equatable, Sendable {
  public var id: ChecklistID
  public var version: String
  public var title: String
  public var role: Role
  public var policy: Identifier<Policy>
  /// Absent: every screen and print says 「案」 and no public edition is made.
  public var approved: Approval?
  /// The limit of policy 4(1), shown on every screen.
  public var scope: String
  /// Paragraphs shown before the first question.
  public var preface: [String]
  /// The choices offered at all; items narrow them.
  public var choices: [Choice]
  public var profile: [ProfileQuestion]
  public var sections: [Section]

  public init(
    id: ChecklistID, version: String, title: String, role: Role, policy: Identifier<Policy>, approved: Approval?,
    scope: String, preface: [String], choices: [Choice], profile: [ProfileQuestion], sections: [Section]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.role = role
    self.policy = policy
    self.approved = approved
    self.scope = scope
    self.preface = preface
    self.choices = choices
    self.profile = profile
    self.sections = sections
  }

  /// All items in the order in which they are asked.
  public var items: [Item] { sections.flatMap(\.items) }

  /// The choices offered for `item`, in the order of their digits.
  public func choices(for item: Item) -> [Choice] {
    choices.sorted { $0.digit < $1.digit }.filter { choice in
      switch choice {
      case .partial: item.partial != nil
      case .notApplicable: item.notApplicable != nil
      // There is no other way to know.
      case .alternative: item.kind == .practice
      case .yes, .no, .unknown: true
      }
    }
  }
}

/// By whom, when and by which document a checklist was approved.
public struct Approval: Equatable, Sendable {
  public var by: String
  public var date: CalendarDay
  public var document: String

  public init(by: String, date: CalendarDay, document: String) {
    (self.by, self.date, self.document) = (by, date, document)
  }
}

/// A section (分野) of the checklist, such as 物理的セキュリティ.
public struct Section: Equatable, Sendable {
  /// The middle part of its items' ids.
  public var id: SectionID
  public var title: String
  public var items: [Item]

  public init(id: SectionID, title: String, items: [Item]) {
    (self.id, self.title, self.items) = (id, title, items)
  }
}

/// A question asked first that rules items out when it is answered no.
public struct ProfileQuestion: Equatable, Sendable {
  /// What a round must provide for the question to make sense.
  public enum Assumption: String, Sendable, CaseIterable {
    /// Not asked, and taken as no, where the round says that no devices are lent.
    case lentDevices = "lent-devices"
  }

  public var id: ProfileQuestionID
  public var question: String
  public var guidance: String?
  public var assumes: Assumption?
  public var whenNo: [ItemID]

  public init(
    id: ProfileQuestionID, question: String, guidance: String?, assumes: Assumption?, whenNo: [ItemID]
  ) {
    self.id = id
    self.question = question
    self.guidance = guidance
    self.assumes = assumes
    self.whenNo = whenNo
  }
}

/// How much of a checklist a round asks: all its items, or those of the short form.
public enum ChecklistLength: String, CaseIterable, Sendable { case full, short }

extension Checklist {
  /// The items of a length, in the order in which they are asked.
  public func items(in length: ChecklistLength) -> [Item] {
    length == .full ? items : items.filter(\.short)
  }
}
