public import Inspection

/// Items of the organisation's sheet drawn for checking by hand (policy 7 asks for an audit beside self-inspection).
public struct AuditSample: Equatable, Sendable {
  /// Items of which the organisation claims something: はい, 一部できている or 別の方法で対応. What it says it does not do
  /// needs no auditor.
  public var population: Int
  /// In checklist order.
  public var rows: [AnsweredItem]

  /// Draws `size` items, or all where there are fewer: of high importance and without evidence first, then with one of the
  /// two, then the others, and among equals those whose `key` is smallest; `key` must scatter the ids.
  ///
  /// With a digest of seed and id as key anybody can draw the same items again without this program.
  public init(of organisation: OrganisationSummary, size: Int, key: (ItemID) -> String) {
    let claimed = organisation.rows.filter { $0.choice?.invitesEvidence ?? false }
    let ranked = claimed.map { (id: $0.item.id, doubts: $0.doubts, key: key($0.item.id)) }
      .sorted { $0.doubts == $1.doubts ? $0.key < $1.key : $0.doubts > $1.doubts }
    let drawn = Set(ranked.prefix(size).map(\.id))
    population = claimed.count
    rows = claimed.filter { drawn.contains($0.item.id) }
  }
}

extension AnsweredItem {
  /// How many reasons there are to look at it first: that it is important, and that nothing is named that shows it.
  fileprivate var doubts: Int {
    (item.importance == .high ? 1 : 0) + (namesEvidence ? 0 : 1)
  }
}
