import Inspection

extension PaperEntry {
  public var page: Page {
    if isLeaving { return leavingPage }
    switch step {
    case .keying: return keyingPage
    case .reason(let line): return reasonPage(line)
    case .settling: return settlingPage
    }
  }

  private var keyingPage: Page {
    let open = open
    var page = blankPage(
      .text(
        label: PaperEntryText.label(next: open.first.map { lines.code(of: $0) }, line: keying.count + 1), initial: ""),
      PaperEntryText.progress(open: open.count, of: asked.count))
    page.heading = heading(open.first)
    if let next = open.first {
      page.question = lines.text(of: next)
      page.lead = [PaperEntryText.choices(on: next, of: lines)]
    } else {
      page.lead = [isTwice && first == nil ? PaperEntryText.firstDone : PaperEntryText.allDone]
    }
    if !keying.recent.isEmpty {
      let entries = keying.recent.reversed().map { PaperEntryText.entry($0, keying.form[$0], of: lines) }
      page.guidance = [PaperEntryText.recent(Array(entries))]
    }
    page.commands = [
      Page.Offer(command: .next, label: PaperEntryText.keyLabel),
      Page.Offer(command: .back, label: PaperEntryText.leaveLabel),
      Page.Offer(command: .help, label: InterviewText.label(of: .help)),
    ]
    page.explanation = PaperEntryText.explanation
    return page
  }

  private func reasonPage(_ line: FormLine) -> Page {
    let field = InterviewText.Field.reason
    var page = blankPage(.text(label: field.label, initial: keying.form[line]?.reason ?? ""), nil)
    page.heading = heading(line)
    page.question = lines.text(of: line)
    page.lead = [PaperEntryText.reasonLead]
    page.commands = [
      Page.Offer(command: .next, label: InterviewText.keepLabel),
      Page.Offer(command: .back, label: InterviewText.label(of: .back)),
    ]
    return page
  }

  private var settlingPage: Page {
    let differences = differences
    var page = blankPage(.options, PaperEntryText.differences(differences.count))
    guard let line = differences.first else { return page }
    page.heading = Page.Heading(
      section: PaperEntryText.settlingHeading, clause: nil, code: lines.code(of: line))
    page.question = lines.text(of: line)
    page.options = .numbered(
      [
        PaperEntryText.firstKeying(PaperEntryText.answer(first?[line], on: line, of: lines)),
        PaperEntryText.secondKeying(PaperEntryText.answer(keying.form[line], on: line, of: lines)),
      ], marked: mark)
    page.guidance = [PaperEntryText.settlingGuidance]
    page.commands = [decide, Page.Offer(command: .suspend, label: InterviewText.label(of: .suspend))]
    return page
  }

  private var leavingPage: Page {
    var page = blankPage(.options, nil)
    let firstLead = InterviewText.leavingLead(isHandedIn: false, isUnsaved: false, isKept: true)
    page.lead = [first == nil ? firstLead : PaperEntryText.leavingSecond]
    page.options = .numbered(
      InterviewText.leavingOptions(isHandedIn: false, isUnsaved: false, isKept: true), marked: mark)
    page.commands = [decide, Page.Offer(command: .back, label: InterviewText.label(of: .back))]
    return page
  }

  private var decide: Page.Offer { Page.Offer(command: .next, label: InterviewText.decideLabel) }

  private func heading(_ line: FormLine?) -> Page.Heading {
    Page.Heading(
      section: PaperEntryText.heading(pass: first == nil ? 1 : 2, isTwice: isTwice), clause: nil,
      code: line.map { lines.code(of: $0) })
  }

  private func blankPage(_ prompt: Page.Prompt, _ progress: String?) -> Page {
    Page(
      banner: InterviewText.banner(of: setting, progress: progress), notice: notice, prompt: prompt, commands: [])
  }
}
