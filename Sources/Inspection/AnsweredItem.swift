/// An item that was put to somebody, with what one sheet or draft says of it.
public struct AnsweredItem: Equatable, Sendable {
  public var item: Item
  /// nil: left open, or no sheet was handed in.
  public var choice: Choice?
  /// How it is done instead (`alternative` only).
  public var reason: String?
  /// What shows it (organisation only).
  public var evidence: String?
  public var note: String?
  public var plan: ImprovementPlan?
  /// Whether it is set apart as 参考 (policy 9).
  public var isReferenceOnly: Bool
}

/// A section of a checklist, such as 物理的セキュリティ, as one sheet or draft answers it.
public struct AnsweredSection: Equatable, Sendable {
  public var id: SectionID
  public var title: String
  /// In checklist order; empty where only the counts are shown.
  public var rows: [AnsweredItem]
  /// How many of its items have which answer.
  public var tally: Tally
}

extension Questionnaire {
  /// The sections with at least one item that was put to somebody, in checklist order, with `answers` and what goes with
  /// them.
  ///
  /// An item for want of whose rule nobody is asked stands in none, so that it is not taken for one left open.
  public func sections(
    answered answers: [Answer], notes: [ItemID: String], plans: [ItemID: ImprovementPlan]
  ) -> [AnsweredSection] {
    let given = Dictionary(answers.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = Set(askedOfSomebody.map(\.id))
    return checklist.sections.compactMap { section in
      let rows = section.items.filter { asked.contains($0.id) }.map { item in
        AnsweredItem(
          item: item, choice: given[item.id]?.choice, reason: given[item.id]?.reason,
          evidence: given[item.id]?.evidence, note: notes[item.id], plan: plans[item.id],
          isReferenceOnly: isReferenceOnly(item))
      }
      guard !rows.isEmpty else { return nil }
      let tally = rows.reduce(into: Tally()) { $0.count($1.choice) }
      return AnsweredSection(id: section.id, title: section.title, rows: rows, tally: tally)
    }
  }
}
