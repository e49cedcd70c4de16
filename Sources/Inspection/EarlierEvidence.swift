/// What the organisation named in an earlier round to show its answers.
public struct EarlierEvidence: Equatable, Sendable {
  /// What showed an item last time.
  public struct Entry: Equatable, Sendable {
    public var item: ItemID
    /// Of the item; what showed another meaning is not offered.
    public var revision: Int
    public var text: String

    public init(item: ItemID, revision: Int, text: String) {
      (self.item, self.revision, self.text) = (item, revision, text)
    }
  }

  public var round: RoundID
  /// In checklist order.
  public var entries: [Entry]

  public init(round: RoundID, entries: [Entry]) { (self.round, self.entries) = (round, entries) }

  /// From the organisation's sheet of that round.
  public init(on sheet: Sheet) {
    round = sheet.round
    entries = sheet.answers.compactMap { answer in
      answer.evidence.map { Entry(item: answer.item, revision: answer.revision, text: $0) }
    }
  }

  /// By item, of those of `items` whose meaning is still the same.
  public func texts(for items: [Item]) -> [ItemID: String] {
    let revisions = Dictionary(items.map { ($0.id, $0.revision) }, uniquingKeysWith: { first, _ in first })
    let same = entries.filter { revisions[$0.item] == $0.revision }
    return Dictionary(same.map { ($0.item, $0.text) }, uniquingKeysWith: { first, _ in first })
  }
}
