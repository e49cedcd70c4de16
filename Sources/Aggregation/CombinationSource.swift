public import Inspection

/// What the internal summary of one assembly shows, as far as it can be added to what others show.
public struct AssemblySummary: Equatable, Sendable {
  /// An item that stands in the tables of a role.
  public struct Item: Equatable, Sendable {
    public var id: ItemID
    public var revision: Int
    public var label: String
    public var question: String
    public var table: ItemFigures.Table
    public var tally: Tally

    public init(
      id: ItemID, revision: Int, label: String, question: String, table: ItemFigures.Table, tally: Tally
    ) {
      (self.id, self.revision, self.label, self.question) = (id, revision, label, question)
      (self.table, self.tally) = (table, tally)
    }
  }

  /// A domain or an item of the ordinance, with its practice items.
  public struct Group: Equatable, Sendable {
    /// Of an item of the ordinance its number, 1–8.
    public var id: String
    public var title: String
    public var items: [ItemID]

    public init(id: String, title: String, items: [ItemID]) { (self.id, self.title, self.items) = (id, title, items) }
  }

  /// A role that shows its tables, so that it has at least 10 sheets.
  public struct RolePart: Equatable, Sendable {
    /// 提出率.
    public var handIn: Rate
    public var items: [Item]
    public var sections: [Group]
    public var ordinance: [Group]

    public init(handIn: Rate, items: [Item], sections: [Group], ordinance: [Group]) {
      (self.handIn, self.items, self.sections, self.ordinance) = (handIn, items, sections, ordinance)
    }
  }

  public var assembly: String
  /// 団体コード.
  public var code: String?
  public var round: RoundID
  public var roundTitle: String
  public var isRegular: Bool
  public var fiscalYear: Int
  public var opens: CalendarDay
  public var isClosed: Bool
  /// Whether it says 「案」.
  public var isDraft: Bool
  public var isPublic: Bool
  /// The number of the edition, from 1; nil before closing.
  public var edition: Int?
  /// Of the file, hexadecimal BLAKE2b-256.
  public var digest: String
  /// Without the roles that show no tables.
  public var roles: [Role: RolePart]

  public init(
    assembly: String, code: String?, round: RoundID, roundTitle: String, isRegular: Bool, fiscalYear: Int,
    opens: CalendarDay, isClosed: Bool, isDraft: Bool, isPublic: Bool, edition: Int?, digest: String,
    roles: [Role: RolePart]
  ) {
    (self.assembly, self.code, self.round, self.roundTitle) = (assembly, code, round, roundTitle)
    (self.isRegular, self.fiscalYear, self.opens, self.isClosed) = (isRegular, fiscalYear, opens, isClosed)
    (self.isDraft, self.isPublic, self.edition, self.digest, self.roles) = (isDraft, isPublic, edition, digest, roles)
  }
}

/// Which of several summaries are combined: the one place that decides it (docs/figures.md).
public struct CombinationAdmission: Equatable, Sendable {
  /// Why a summary is in nothing; the first that holds is told.
  public enum Reason: Equatable, Sendable {
    case publicEdition
    case notClosed
    case draft
    /// Of an extraordinary round, beside regular ones: the two are never mixed.
    case extraordinary
    /// Of the same assembly as another, by its place among those given, from 0, which is newer and is taken.
    case sameAssembly(as: Int)
  }

  /// A summary that is not combined, and why.
  public struct LeftOut: Equatable, Sendable {
    /// The place among those given, from 0.
    public var place: Int
    public var reason: Reason
  }

  public private(set) var counted: [AssemblySummary] = []
  /// In the order given.
  public private(set) var leftOut: [LeftOut] = []

  /// What is counted does not depend on the order of `summaries`.
  public init(of summaries: [AssemblySummary]) {
    var rest: [(place: Int, summary: AssemblySummary)] = []
    for (place, summary) in summaries.enumerated() {
      if let reason = Self.reason(against: summary) {
        leftOut.append(LeftOut(place: place, reason: reason))
      } else {
        rest.append((place, summary))
      }
    }
    if rest.contains(where: \.summary.isRegular) {
      leftOut += rest.filter { !$0.summary.isRegular }.map { LeftOut(place: $0.place, reason: .extraordinary) }
      rest.removeAll { !$0.summary.isRegular }
    }
    // A code tells apart what a name does not; so those with one are looked at first.
    var (codes, names): ([String: Int], [String: Int]) = ([:], [:])
    for (place, summary) in rest.sorted(by: { Self.precedes($0.summary, $1.summary) }) {
      if let taken = summary.code.map({ codes[$0] }) ?? names[summary.assembly] {
        leftOut.append(LeftOut(place: place, reason: .sameAssembly(as: taken)))
        continue
      }
      counted.append(summary)
      if let code = summary.code { codes[code] = place }
      names[summary.assembly] = names[summary.assembly] ?? place
    }
    counted.sort { Self.order($0) < Self.order($1) }
    leftOut.sort { $0.place < $1.place }
  }

  private static func reason(against summary: AssemblySummary) -> Reason? {
    if summary.isPublic { return .publicEdition }
    if !summary.isClosed { return .notClosed }
    return summary.isDraft ? .draft : nil
  }

  /// By code, then by name; those without a code last.
  private static func order(_ summary: AssemblySummary) -> (String, String) {
    (summary.code ?? "\u{10FFFF}", summary.assembly)
  }

  /// Of one assembly, which is taken: the newest round, of it the last edition.
  private static func precedes(_ a: AssemblySummary, _ b: AssemblySummary) -> Bool {
    if (a.code == nil) != (b.code == nil) { return b.code == nil }
    if a.opens != b.opens { return a.opens > b.opens }
    if a.edition != b.edition { return (a.edition ?? 0) > (b.edition ?? 0) }
    return a.digest < b.digest
  }
}
