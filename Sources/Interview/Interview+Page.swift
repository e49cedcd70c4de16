import Inspection

extension Interview {
  /// The page of the present state.
  public var page: Page {
    var page = presentPage
    page.isGuarded = isHandedIn || [.handIn, .replace, .anew].contains(place)
    if setting.isShared { page.idleNote = InterviewText.idleNote(isHandedIn: isHandedIn, isKept: isKept) }
    return page
  }

  private var presentPage: Page {
    if isLeaving { return leavingPage }
    switch place {
    case .preface: return prefacePage
    case .profile(let id): return profilePage(id)
    case .item(let id): return itemPage(id)
    case .reason(let id): return textPage(id, .reason, initial: draft.responses[id]?.reason)
    case .evidence(let id): return textPage(id, .evidence, initial: draft.responses[id]?.evidence)
    case .note(let id): return textPage(id, .note, initial: draft.notes[id])
    case .planText(let id): return textPage(id, .plan, initial: draft.plans[id]?.action)
    case .planDue(let id): return textPage(id, .due, initial: draft.plans[id]?.due?.japanese)
    case .list: return listPage
    case .review: return reviewPage
    case .plan(let id): return planPage(id)
    case .planDueCheck(let id, let day): return dueCheckPage(id, day)
    case .opinion: return opinionPage
    case .opinionText: return opinionTextPage
    case .readBack: return readBackPage
    case .handIn: return handInPage
    case .replace: return replacePage
    case .receipt(let receipt): return receiptPage(receipt)
    case .keepsake(let receipt): return keepsakePage(receipt)
    case .copy(_, let paragraphs): return copyPage(paragraphs)
    case .anew: return anewPage
    }
  }

  // MARK: Questions

  private func profilePage(_ id: ProfileQuestionID) -> Page {
    let questions = profileQuestions
    let number = (questions.firstIndex { $0.id == id } ?? 0) + 1
    var page = blankPage(.options, InterviewText.profileProgress(number, of: questions.count))
    page.heading = Page.Heading(section: InterviewText.profileHeading, clause: nil, code: nil)
    page.question = profileQuestion(id)?.question
    let chosen = draft.profile[id].map { $0 ? Choice.yes : .no }
    page.options = [Choice.yes, .no].map { choice in
      Page.Option(digit: choice.digit, label: choice.japanese, isChosen: choice == chosen)
    }
    page.guidance = [profileQuestion(id)?.guidance, InterviewText.profileGuidance].compactMap { $0 }
    page.status = status(of: page.options)
    page.commands = offers(.next, .back, .suspend, .help, .undo)
    page.explanation = InterviewText.profileExplanation
    return page
  }

  private func itemPage(_ id: ItemID) -> Page {
    guard let item = item(id) else { return reviewPage }
    let items = askedItems
    let number = (items.firstIndex { $0.id == id } ?? 0) + 1
    var page = blankPage(
      .options, InterviewText.itemProgress(number, of: items.count, open: openItems.count))
    page.heading = heading(of: item)
    page.question = item.question
    let chosen = draft.responses[id]?.choice
    page.options = setting.checklist.choices(for: item).map { choice in
      Page.Option(
        digit: choice.digit, label: choice.japanese, note: item.note(of: choice), isChosen: choice == chosen)
    }
    page.guidance = [item.guidance] + written(id)
    page.status = status(of: page.options)
    page.commands = offers(.next, .back, .note, .list, .suspend, .help, .undo)
    page.explanation = InterviewText.explanation(of: item, policy: setting.policy, round: setting.round)
    return page
  }

  private func textPage(_ id: ItemID, _ field: InterviewText.Field, initial: String?) -> Page {
    var page = blankPage(.text(label: field.label, initial: initial ?? ""), nil)
    if let item = item(id) {
      page.heading = heading(of: item)
      page.question = item.question
    }
    page.guidance = field.guidance(isNew: (initial ?? "").isEmpty)
    if field == .evidence {
      if let evidence = item(id)?.evidence { page.guidance.append(InterviewText.example(evidence)) }
      if let earlier = setting.earlierEvidence[id] { page.guidance.append(InterviewText.earlier(earlier)) }
    }
    page.commands = [Page.Offer(command: .next, label: InterviewText.keepLabel)] + offers(.back, .help)
    page.explanation = InterviewText.writingExplanation
    return page
  }

  // MARK: Overview

  private var listPage: Page {
    let items = askedItems
    var anchor = 0
    if case .item(let id)? = returning { anchor = items.firstIndex { $0.id == id } ?? 0 }
    if returning == .review { anchor = items.firstIndex { draft.responses[$0.id] == nil } ?? 0 }
    var page = blankPage(.rows(anchor: anchor), InterviewText.listProgress(open: openItems.count, of: items.count))
    page.heading = Page.Heading(section: InterviewText.listHeading, clause: nil, code: nil)
    page.rows = items.map { item in
      Page.Row(
        mark: InterviewText.mark(of: draft.responses[item.id]?.choice),
        label: ([item.question] + written(item.id)).joined(separator: "　"))
    }
    page.rows.append(Page.Row(mark: "", label: InterviewText.toReview))
    page.commands = [Page.Offer(command: .next, label: InterviewText.goLabel)] + offers(.back, .help)
    page.explanation = InterviewText.listExplanation
    return page
  }

  private var reviewPage: Page {
    let items = askedItems
    var page = blankPage(.options, InterviewText.listProgress(open: openItems.count, of: items.count))
    page.heading = Page.Heading(section: InterviewText.reviewHeading, clause: nil, code: nil)
    let responses = items.compactMap { draft.responses[$0.id]?.choice }
    page.lead = InterviewText.reviewLead(choices: responses, open: openItems.count)
    let unfounded = items.compactMap { draft.responses[$0.id] }.count { $0.choice.lacksEvidence($0.evidence) }
    if questionnaire.takesEvidence(with: .yes), unfounded > 0 {
      page.lead.append(InterviewText.withoutEvidence(unfounded))
    }
    page.options = menu([
      InterviewText.reviewGoOn, InterviewText.reviewOpenItems, InterviewText.reviewList, InterviewText.reviewAnew,
    ]).filter { ($0.digit != 2 || !openItems.isEmpty) && ($0.digit != 4 || setting.round == nil && isKept) }
    page.guidance = items.flatMap { item in written(item.id).map { "\(item.id) \($0)" } }
    page.commands = [decide] + offers(.back, .suspend, .help, .undo)
    page.explanation = InterviewText.reviewExplanation
    return page
  }

  // MARK: Plans and opinion

  private func planPage(_ id: ItemID) -> Page {
    let items = plannableItems
    let number = (items.firstIndex { $0.id == id } ?? 0) + 1
    var page = blankPage(.options, InterviewText.planProgress(number, of: items.count))
    guard let item = item(id) else { return page }
    page.heading = heading(of: item)
    page.question = item.question
    page.lead = InterviewText.planLead(choice: draft.responses[id]?.choice, remedy: item.remedy)
    page.options = menu(InterviewText.planOptions)
    page.guidance = [
      item.contact ? InterviewText.telephone(setting.round?.contact).first : nil,
      draft.plans[id].map { InterviewText.plan($0) },
    ].compactMap { $0 }
    page.commands = [decide] + offers(.back, .suspend, .help, .undo)
    page.explanation = InterviewText.planExplanation
    return page
  }

  private func dueCheckPage(_ id: ItemID, _ day: CalendarDay) -> Page {
    var page = blankPage(.options, nil)
    guard let item = item(id) else { return page }
    page.heading = heading(of: item)
    page.question = InterviewText.dueCheck(day, isPast: day < draft.updated.day)
    page.lead = [draft.plans[id].map { InterviewText.planned($0.action) }].compactMap { $0 }
    page.options = menu(InterviewText.dueCheckOptions)
    page.commands = [decide] + offers(.back, .suspend)
    return page
  }

  private var opinionPage: Page {
    var page = blankPage(.options, nil)
    page.heading = Page.Heading(section: InterviewText.opinionHeading, clause: nil, code: nil)
    page.lead = InterviewText.opinionLead(isReplacing: draft.isReplacing)
    page.options = menu(InterviewText.opinionOptions(isWritten: draft.opinion != nil))
    page.guidance = [draft.opinion.map { InterviewText.opinion($0) }].compactMap { $0 }
    page.commands = [decide] + offers(.back, .suspend, .help)
    page.explanation = InterviewText.opinionExplanation
    return page
  }

  private var opinionTextPage: Page {
    var page = blankPage(.text(label: InterviewText.opinionLabel, initial: draft.opinion ?? ""), nil)
    page.heading = Page.Heading(section: InterviewText.opinionHeading, clause: nil, code: nil)
    page.lead = [InterviewText.opinionGuidance]
    page.commands = [Page.Offer(command: .next, label: InterviewText.keepLabel)] + offers(.back, .help)
    page.explanation = InterviewText.writingExplanation
    return page
  }

  // MARK: Beginning and end

  private var prefacePage: Page {
    var page = blankPage(.enter, nil)
    page.heading = Page.Heading(section: InterviewText.prefaceHeading, clause: nil, code: nil)
    page.lead =
      (setting.isEarly ? InterviewText.notYetOpen(setting.round) : [])
      + (setting.isLate ? [InterviewText.late] : [])
      + setting.checklist.preface + InterviewText.prefaceFacts(of: setting.round)
    page.commands = [Page.Offer(command: .next, label: InterviewText.beginLabel)] + offers(.suspend, .help)
    page.explanation = InterviewText.prefaceExplanation
    return page
  }

  private var handInPage: Page {
    var page = blankPage(.options, nil)
    page.heading = Page.Heading(section: InterviewText.handInHeading, clause: nil, code: nil)
    page.lead = InterviewText.handInLead(open: openItems.count, isSigned: isSigned, number: number)
    page.options = menu(InterviewText.handInOptions)
    page.commands = [decide] + offers(.back, .suspend, .help)
    return page
  }

  private var replacePage: Page {
    var page = blankPage(.text(label: InterviewText.replaceLabel, initial: ""), nil)
    page.heading = Page.Heading(section: InterviewText.handInHeading, clause: nil, code: nil)
    page.lead = InterviewText.replaceLead
    page.attempt = attempt
    page.commands = [Page.Offer(command: .next, label: InterviewText.replaceNext)] + offers(.back, .help)
    page.explanation = InterviewText.writingExplanation
    return page
  }

  private func receiptPage(_ receipt: HandInReceipt) -> Page {
    var page = blankPage(.options, nil)
    page.heading = Page.Heading(section: InterviewText.receiptHeading, clause: nil, code: nil)
    page.lead = InterviewText.receiptLead(receipt)
    page.options = menu(InterviewText.receiptOptions)
    page.commands = [decide]
    return page
  }

  private func keepsakePage(_ receipt: HandInReceipt?) -> Page {
    var page = blankPage(.options, nil)
    page.heading = Page.Heading(section: InterviewText.keepsakeHeading, clause: nil, code: nil)
    page.lead = InterviewText.keepsakeLead(isHandedIn: receipt != nil, isShown: setting.showsCopy)
    page.options = menu(InterviewText.keepsakeOptions(isShown: setting.showsCopy))
    page.commands =
      [decide]
      + (receipt == nil
        ? offers(.back, .suspend) : [Page.Offer(command: .back, label: InterviewText.toNumbers)])
    return page
  }

  private var anewPage: Page {
    var page = blankPage(.options, nil)
    page.heading = Page.Heading(section: InterviewText.anewHeading, clause: nil, code: nil)
    page.lead = [InterviewText.anewLead]
    page.options = menu(InterviewText.anewOptions)
    page.commands = [decide] + offers(.back, .suspend)
    return page
  }

  private func copyPage(_ paragraphs: [String]) -> Page {
    var page = blankPage(.enter, nil)
    page.heading = Page.Heading(section: InterviewText.keepsakeHeading, clause: nil, code: nil)
    page.lead = paragraphs
    page.commands = [Page.Offer(command: .next, label: InterviewText.closeCopyLabel)]
    return page
  }

  private var leavingPage: Page {
    var page = blankPage(.options, nil)
    page.lead = [
      InterviewText.leavingLead(
        isHandedIn: isHandedIn, isUnsaved: isUnsaved, isKept: isKept, showsCopy: setting.showsCopy)
    ]
    page.options = menu(InterviewText.leavingOptions(isHandedIn: isHandedIn, isUnsaved: isUnsaved, isKept: isKept))
    page.commands = [decide] + offers(.back)
    return page
  }

  // MARK: Parts

  func blankPage(_ prompt: Page.Prompt, _ progress: String?) -> Page {
    var page = Page(
      banner: InterviewText.banner(of: setting, progress: progress), notice: notice, prompt: prompt, commands: [])
    let asked = askedItems.count
    if progress != nil, asked > 0 { page.banner.share = Double(asked - openItems.count) / Double(asked) }
    return page
  }

  /// What the person wrote about an item, each behind its name.
  private func written(_ id: ItemID) -> [String] {
    let response = draft.responses[id]
    let isAlternative = response?.choice == .alternative
    let takesEvidence = response.map { questionnaire.takesEvidence(with: $0.choice) } ?? false
    return [
      isAlternative ? response?.reason.map { InterviewText.reason($0) } : nil,
      takesEvidence ? response?.evidence.map { InterviewText.evidence($0) } : nil,
      draft.notes[id].map { InterviewText.note($0) },
    ].compactMap { $0 }
  }

  /// Options 1, 2, 3 … of a page that is no question.
  private func menu(_ labels: [String]) -> [Page.Option] { .numbered(labels, marked: marked) }

  private var decide: Page.Offer { Page.Offer(command: .next, label: InterviewText.decideLabel) }

  private func heading(of item: Item) -> Page.Heading {
    let section = setting.checklist.sections.first { $0.items.contains { $0.id == item.id } }
    return Page.Heading(
      section: section?.title ?? "",
      clause: item.clauses.first.flatMap { setting.policy.clause($0) }.map { InterviewText.clause($0) },
      code: item.id.rawValue)
  }

  private func status(of options: [Page.Option]) -> String {
    InterviewText.status(of: options.first(where: \.isChosen))
  }

  func offers(_ commands: Command...) -> [Page.Offer] {
    commands.map { Page.Offer(command: $0, label: InterviewText.label(of: $0)) }
  }
}

/// Before somebody else's entry is handed in, every question is read back with its answer (docs/design.md 4.5).
extension Interview {
  var readBackPage: Page {
    let lines = readBackLines
    var page = blankPage(
      .rows(anchor: 0), InterviewText.listProgress(open: openItems.count, of: askedItems.count))
    page.heading = Page.Heading(section: AssistanceText.readBackHeading, clause: nil, code: nil)
    page.lead =
      setting.assistance?.source == .form ? AssistanceText.readBackFormLead : AssistanceText.readBackLead
    page.rows = lines.map { Page.Row(mark: "", label: readBack($0)) }
    page.rows.append(Page.Row(mark: "", label: AssistanceText.readBackDone))
    page.commands = [Page.Offer(command: .next, label: InterviewText.goLabel)] + offers(.back, .help)
    page.explanation = AssistanceText.readBackExplanation
    return page
  }

  /// Where a row leads to; its question leads back here.
  mutating func readBackTarget(_ row: Int) -> Place {
    let lines = readBackLines
    guard lines.indices.contains(row) else { return .handIn }
    tour = .changing(from: .readBack)
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
    let answer = AssistanceText.answer(FormAnswers(of: draft)[line], to: item)
    return AssistanceText.readBack(formLines.text(of: line), answer: answer, written: item.map { written($0.id) } ?? [])
  }
}
