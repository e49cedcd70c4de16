public import Inspection

/// The organisation's single sheet, item by item and outside every rate (docs/design.md 7).
public struct OrganisationSummary: Equatable, Sendable {
  /// Whether a sheet of the organisation is counted.
  public var hasSheet: Bool
  /// Sections with at least one asked item, in checklist order.
  public var sections: [AnsweredSection]

  public var rows: [AnsweredItem] { sections.flatMap(\.rows) }
}

extension OrganisationSummary {
  init(of sheet: Sheet?, to questionnaire: Questionnaire) {
    hasSheet = sheet != nil
    sections = questionnaire.sections(
      answered: sheet?.answers ?? [], notes: sheet?.signature?.notes ?? [:], plans: sheet?.signature?.plans ?? [:])
  }
}
