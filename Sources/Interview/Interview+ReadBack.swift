import Inspection

/// Before somebody else's entry is handed in, every question is read back with its answer (docs/design.md 4.5).
extension Interview {
  var readBackPage: Page {
    let lines = readBackLines
    var page = blankPage(
      .rows(selected: 0), InterviewText.listProgress(open: openItems.count, of: askedItems.count))
    page.heading = Page.Heading(section: AssistanceText.readBackHeading, clause: nil, code: nil)
    page.lead =
      setting.assistance?.source == .form ? AssistanceText.readBackFormLead : AssistanceText.readBackLead
    page.rows = lines.map { Page.Row(mark: "", label: readBack($0)) }
    page.rows.append(Page.Row(mark: "", label: AssistanceText.readBackDone))
    page.commands = [Page.Offer(command: .next, label: InterviewText.goLabel)] + offers(.back, .suspend, .help)
    page.explanation = AssistanceText.readBackExplanation
    return page
  }

  /// Where a row leads to; its question leads back here.
  mutating func readBackTarget(_ row: Int) -> Place {
    let lines = readBackLines
    guard lines.indices.contains(row) else { return .handIn }
    overview = .readBack
    switch lines[row] {
    case .item(let id): return .item(id)
    case .profile(let id): return .profile(id)
    case .consent: return .readBack
    }
  }

  private var formLines: FormLines { FormLines(of: questionnaire) }

  private var readBackLines: [FormLine] { formLines.asked(profile: draft.profile).filter { $0 != .consent } }

  private func readBack(_ line: FormLine) -> String {
    let item: Item? = if case .item(let id) = line { self.item(id) } else { nil }
    return AssistanceText.readBack(
      formLines.text(of: line), answer: AssistanceText.answer(FormAnswers(of: draft)[line], to: item))
  }
}
