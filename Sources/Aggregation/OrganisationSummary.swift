public import Inspection

/// The organisation's single sheet, item by item and outside every rate (docs/design.md 7.2).
public struct OrganisationSummary: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var item: Item
    /// nil: left open, or no sheet was handed in.
    public var choice: Choice?
    public var reason: String?
    public var evidence: String?
    public var note: String?
    public var plan: ImprovementPlan?
    /// About devices that an executive body manages: 参考 (policy 9).
    public var isReferenceOnly: Bool
  }

  public struct Section: Equatable, Sendable {
    public var id: SectionID
    public var title: String
    /// Empty where only the counts are shown.
    public var rows: [Row]
    /// How many of its items have which answer.
    public var tally: Tally
  }

  /// Whether a sheet of the organisation is counted.
  public var hasSheet: Bool
  /// Sections with at least one asked item, in checklist order.
  public var sections: [Section]

  public var rows: [Row] { sections.flatMap(\.rows) }
}

extension OrganisationSummary {
  init(of sheet: Sheet?, to questionnaire: Questionnaire) {
    let answers = Dictionary(
      (sheet?.answers ?? []).map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = Set(questionnaire.askedOfSomebody.map(\.id))
    hasSheet = sheet != nil
    sections = questionnaire.checklist.sections.compactMap { section in
      let rows = section.items.filter { asked.contains($0.id) }.map { item in
        Row(
          item: item, choice: answers[item.id]?.choice, reason: answers[item.id]?.reason,
          evidence: answers[item.id]?.evidence, note: sheet?.signature?.notes[item.id],
          plan: sheet?.signature?.plans[item.id], isReferenceOnly: questionnaire.isReferenceOnly(item))
      }
      guard !rows.isEmpty else { return nil }
      let tally = rows.reduce(into: Tally()) { $0.count($1.choice) }
      return Section(id: section.id, title: section.title, rows: rows, tally: tally)
    }
  }
}
