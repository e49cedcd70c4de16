/// The information-security policy of an assembly as data, typed in by hand from its text.
public struct Policy: Equatable, Sendable {
  public var id: Identifier<Policy>
  /// The assembly that made it, such as 見本町議会; stands on every screen and report.
  public var assembly: String
  /// 団体コード of six digits, the last of them its check digit (全国地方公共団体コード).
  public var code: String?
  /// How this assembly calls its office.
  public var office: String
  /// How it calls the people of the office.
  public var staff: String
  /// The posts that sign what the office drafts, in order, before the addressee.
  public var signOff: [String]
  public var title: String
  public var enacted: CalendarDay
  /// The first day it is in force; nothing is inspected before.
  public var effective: CalendarDay
  public var clauses: [Clause]
  public var threats: [Threat]
  public var assets: [AssetKind]
  public var properties: [PropertyText]
  public var ordinance: Ordinance
  public var rules: [Rule]

  public init(
    id: Identifier<Policy>, assembly: String, code: String? = nil, office: String, staff: String,
    signOff: [String], title: String, enacted: CalendarDay, effective: CalendarDay,
    clauses: [Clause], threats: [Threat], assets: [AssetKind], properties: [PropertyText], ordinance: Ordinance,
    rules: [Rule]
  ) {
    self.id = id
    self.assembly = assembly
    self.code = code
    self.office = office
    self.staff = staff
    self.signOff = signOff
    self.title = title
    self.enacted = enacted
    self.effective = effective
    self.clauses = clauses
    self.threats = threats
    self.assets = assets
    self.properties = properties
    self.ordinance = ordinance
    self.rules = rules
  }

  /// The clause of an id; nil where the policy has none.
  public func clause(_ id: ClauseID) -> Clause? { clauses.first { $0.id == id } }

  /// The rule of an id; nil where the policy knows none.
  public func rule(_ id: RuleID) -> Rule? { rules.first { $0.id == id } }

  /// How this assembly calls the people of a role.
  public func name(of role: Role) -> String { role == .staff ? staff : role.japanese }
}

/// A clause of the policy: number as printed, title, a summary in our own words, and who answers for it.
public struct Clause: Equatable, Sendable {
  public var id: ClauseID
  /// As printed, half-width: `6(3)`. The three parts of 6(6) share one number.
  public var number: String
  public var title: String
  public var summary: String
  /// The roles that need an item for it; empty for the scope clauses of section 4.
  public var responsible: [Role]
  /// Which of the ordinance's eight items it serves (令和8年総務省令第80号, 第16条の3第1項), 1–8.
  public var ordinance: Int?

  public init(
    id: ClauseID, number: String, title: String, summary: String, responsible: [Role], ordinance: Int?
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.summary = summary
    self.responsible = responsible
    self.ordinance = ordinance
  }
}

/// One of the five threats of policy section 3.
public struct Threat: Equatable, Sendable {
  public var id: ThreatID
  public var number: String
  public var title: String
  public var summary: String

  public init(id: ThreatID, number: String, title: String, summary: String) {
    (self.id, self.number, self.title, self.summary) = (id, number, title, summary)
  }
}

/// One of the three kinds of information assets of policy 4(2).
public struct AssetKind: Equatable, Sendable {
  public var id: AssetID
  public var number: String
  public var title: String
  public var summary: String

  public init(id: AssetID, number: String, title: String, summary: String) {
    (self.id, self.number, self.title, self.summary) = (id, number, title, summary)
  }
}

/// What is to be kept of an asset (policy 2(4)–(6)).
public enum SecurityProperty: String, CaseIterable, Sendable, Hashable {
  case confidentiality, integrity, availability
}

/// How the policy names and explains a security property.
public struct PropertyText: Equatable, Sendable {
  public var id: SecurityProperty
  public var number: String
  public var title: String
  public var summary: String

  public init(id: SecurityProperty, number: String, title: String, summary: String) {
    (self.id, self.number, self.title, self.summary) = (id, number, title, summary)
  }
}

/// The ministerial ordinance whose eight items the policy's clauses serve.
public struct Ordinance: Equatable, Sendable {
  /// One of the eight items of the ordinance (省令の号).
  public struct Entry: Equatable, Sendable {
    /// 1–8.
    public var number: Int
    public var title: String
    /// What it asks for and no clause of the policy names, such as 業務委託; a question for the review (policy 8).
    public var notInPolicy: String?
    public init(number: Int, title: String, notInPolicy: String? = nil) {
      (self.number, self.title, self.notInPolicy) = (number, title, notInPolicy)
    }
  }

  public var title: String
  /// Before this day its table is headed 参考.
  public var effective: CalendarDay
  public var items: [Entry]

  public init(title: String, effective: CalendarDay, items: [Entry]) {
    (self.title, self.effective, self.items) = (title, effective, items)
  }
}

/// A rule that the assembly has to make before an item that rests on it can be asked fairly (policy 6(4)).
public struct Rule: Equatable, Sendable {
  public var id: RuleID
  public var title: String
  public var clause: ClauseID

  public init(id: RuleID, title: String, clause: ClauseID) {
    (self.id, self.title, self.clause) = (id, title, clause)
  }
}

extension Policy {
  /// All faults of meaning at once, in the order of the document.
  public func faults() -> [Fault] {
    let root = DocumentPath()
    var faults: [Fault] = []
    if let code, !Self.isAssemblyCode(code) { faults.append(Fault(.malformedCode(code), at: root.key("code"))) }
    if effective < enacted {
      faults.append(Fault(.daysOutOfOrder(earlier: "enacted", later: "effective"), at: root.key("effective")))
    }
    faults += Self.duplicates(clauses.map(\.id.rawValue), under: root.key("clauses"))
    faults += Self.duplicates(threats.map(\.id.rawValue), under: root.key("threats"))
    faults += Self.duplicates(assets.map(\.id.rawValue), under: root.key("assets"))
    faults += Self.duplicates(properties.map(\.id.rawValue), under: root.key("properties"))
    faults += Self.duplicates(rules.map(\.id.rawValue), under: root.key("rules"))
    let numbers = Set(ordinance.items.map(\.number))
    for (index, clause) in clauses.enumerated() {
      if let number = clause.ordinance, !numbers.contains(number) {
        faults.append(
          Fault(.unknownOrdinanceItem(number), at: root.key("clauses").index(index).key("ordinance")))
      }
    }
    for (index, rule) in rules.enumerated() where clause(rule.clause) == nil {
      faults.append(Fault(.unknownClause(rule.clause.rawValue), at: root.key("rules").index(index).key("clause")))
    }
    return faults
  }

  /// Five digits weighted 6 to 2, and 11 less the remainder of their sum by 11, of which the last digit counts.
  private static func isAssemblyCode(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 6, digits.allSatisfy((0...9).contains) else { return false }
    let sum = zip(digits, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    return digits[5] == (11 - sum % 11) % 10
  }

  private static func duplicates(_ ids: [String], under list: DocumentPath) -> [Fault] {
    var seen: Set<String> = []
    return ids.enumerated().compactMap { index, id in
      seen.insert(id).inserted ? nil : Fault(.duplicateID(id), at: list.index(index).key("id"))
    }
  }
}
