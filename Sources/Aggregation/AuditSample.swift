public import Inspection

/// Items of the organisation's sheet drawn for checking by hand (policy 7 asks for an audit beside self-inspection).
public struct AuditSample: Equatable, Sendable {
  /// Items that the organisation answered and that apply to it.
  public var population: Int
  /// In checklist order.
  public var rows: [AnsweredItem]

  /// Draws the `size` items, or all where there are fewer, whose `key` is smallest; `key` must scatter the ids.
  ///
  /// With a digest of seed and id as key anybody can draw the same items again without this program.
  public init(of organisation: OrganisationSummary, size: Int, key: (ItemID) -> String) {
    let answered = organisation.rows.filter { $0.choice?.applies ?? false }
    let ranked = answered.map { (id: $0.item.id, key: key($0.item.id)) }.sorted { $0.key < $1.key }
    let drawn = Set(ranked.prefix(size).map(\.id))
    population = answered.count
    rows = answered.filter { drawn.contains($0.item.id) }
  }
}
