import Characters
import Inspection

/// What digits, Enter, rows and written words do: a digit marks, and Enter acts (docs/design.md 6.2).
extension Interview {
  // MARK: Marking

  /// On a question the mark is the answer, and on disk at once; on any other page it is only a mark.
  mutating func choose(_ digit: Int, at now: Timestamp) -> [Effect] {
    switch place {
    case .profile(let id): chooseProfile(digit, for: id, at: now)
    case .item(let id): chooseAnswer(digit, for: id, at: now)
    default: markOption(digit)
    }
  }

  mutating func markOption(_ digit: Int) -> [Effect] {
    if let refusal = page.refusal(ofMarking: digit) { return refuse(refusal) }
    mark = digit
    return []
  }

  private mutating func chooseProfile(_ digit: Int, for id: ProfileQuestionID, at now: Timestamp) -> [Effect] {
    guard let choice = Choice(digit: digit), choice == .yes || choice == .no else { return refuse(.notOffered(digit)) }
    let answer = choice == .yes
    if draft.profile[id] != answer { remember(.profile(id, draft.profile[id])) }
    draft.profile[id] = answer
    return save(at: now)
  }

  private mutating func chooseAnswer(_ digit: Int, for id: ItemID, at now: Timestamp) -> [Effect] {
    guard let item = item(id), let choice = Choice(digit: digit),
      setting.checklist.choices(for: item).contains(choice)
    else { return refuse(.notOffered(digit)) }
    let earlier = draft.responses[id]
    // A key held down would write the same file thirty times a second.
    if earlier?.choice == choice, !isUnsaved { return [] }
    if earlier?.choice != choice { remember(.item(id, earlier, draft.plans[id])) }
    draft.responses[id, default: Draft.Response(choice: choice)].choice = choice
    if !choice.invitesPlan { draft.plans[id] = nil }
    return save(at: now)
  }

  /// What is marked where the page is no question: by a digit, or by what was decided there before.
  var marked: Int? {
    if let mark { return mark }
    switch place {
    case _ where isLeaving: return nil
    case .plan(let id): return draft.plans[id].map { $0.action == item(id)?.remedy ? 1 : 2 }
    case .opinion: return draft.opinion == nil ? nil : 1
    default: return nil
    }
  }

  // MARK: Acting

  mutating func next(at now: Timestamp) -> [Effect] {
    switch place {
    case .preface: return go(to: afterPreface, at: now)
    case .profile(let id):
      guard draft.profile[id] != nil else { return refuse(.pressANumber) }
      return go(to: after(profile: id), at: now)
    case .item(let id): return nextItem(id, at: now)
    case .copy: return before(place).map { go(to: $0, at: now) } ?? []
    default: break
    }
    guard let digit = marked else { return refuse(.pressANumber) }
    mark = nil
    switch place {
    case .review: return actOnReview(digit, at: now)
    case .plan(let id): return actOnPlan(digit, for: id, at: now)
    case .planDueCheck(let id, let day): return actOnDueCheck(digit, day, for: id, at: now)
    case .opinion: return actOnOpinion(digit, at: now)
    case .handIn: return digit == 1 ? [.handIn(draft, as: number)] : leave(at: now)
    case .receipt(let receipt): place = .keepsake(receipt)
    case .keepsake(let receipt): return digit == 1 ? [.export(draft, receipt)] : finish(at: now)
    case .anew: return digit == 1 ? [.setAside(draft)] : go(to: .review, at: now)
    default: break
    }
    return []
  }

  private mutating func nextItem(_ id: ItemID, at now: Timestamp) -> [Effect] {
    guard let response = draft.responses[id] else { return refuse(.answerOrList) }
    return go(to: response.choice == .alternative ? .reason(id) : afterWay(id), at: now)
  }

  /// What follows an item's answer, and the other way where it is one.
  private func afterWay(_ id: ItemID) -> Place {
    guard let choice = draft.responses[id]?.choice, questionnaire.takesEvidence(with: choice) else {
      return after(item: id)
    }
    return .evidence(id)
  }

  private mutating func actOnReview(_ digit: Int, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1: return go(to: firstPlan, at: now)
    case 2:
      tour = .open
      return go(to: firstOpenItem, at: now)
    case 3: return openList()
    default: return go(to: .anew, at: now)
    }
  }

  private mutating func actOnPlan(_ digit: Int, for id: ItemID, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1:
      draft.plans[id] = ImprovementPlan(action: item(id)?.remedy ?? "", due: draft.plans[id]?.due)
      return save(at: now, then: .go(.planDue(id)))
    case 2: return go(to: .planText(id), at: now)
    case 3:
      if let plan = draft.plans[id] { remember(.plan(id, plan)) }
      draft.plans[id] = nil
      return go(to: after(plan: id), at: now)
    default: return go(to: afterPlans, at: now)
    }
  }

  private mutating func actOnDueCheck(
    _ digit: Int, _ day: CalendarDay, for id: ItemID, at now: Timestamp
  ) -> [Effect] {
    guard digit == 1 else { return go(to: .planDue(id), at: now) }
    draft.plans[id]?.due = day
    return go(to: after(plan: id), at: now)
  }

  private mutating func actOnOpinion(_ digit: Int, at now: Timestamp) -> [Effect] {
    if digit == 1 { return go(to: .opinionText, at: now) }
    draft.opinion = nil
    return go(to: afterOpinion, at: now)
  }

  mutating func select(_ row: Int, at now: Timestamp) -> [Effect] {
    if place == .readBack { return go(to: readBackTarget(row), at: now) }
    guard place == .list else { return [] }
    let items = askedItems
    guard items.indices.contains(row) else { return go(to: .review, at: now) }
    if returning == .review { tour = .changing(from: .review) }
    return go(to: .item(items[row].id), at: now)
  }

  // MARK: Writing

  mutating func submit(_ text: String, at now: Timestamp) -> [Effect] {
    let written = text.trimmed()
    if place.wantsWords, written.isOneDigit { return refuse(.onlyADigit(written)) }
    if let refusal = hold(written, at: now) { return refuse(refusal) }
    switch place {
    case .note(let id): return save(at: now, then: .go(returning ?? .item(id)))
    case .reason(let id): return go(to: afterWay(id), at: now)
    case .evidence(let id): return go(to: after(item: id), at: now)
    case .planText(let id): return save(at: now, then: .go(written.isEmpty ? .plan(id) : .planDue(id)))
    case .planDue(let id): return goOn(from: written, due: id, at: now)
    case .opinionText: return go(to: afterOpinion, at: now)
    case .replace:
      attempt += 1
      guard let number = CheckedNumber(written: written) else { return refuse(.numberMistyped) }
      return [.handIn(draft, as: .replacing(number))]
    default: return []
    }
  }

  /// Takes what was written into the draft, or says why it cannot be taken; a day that is not certain is not taken yet.
  mutating func hold(_ written: String, at now: Timestamp) -> Refusal? {
    switch place {
    case .note(let id): draft.notes[id] = written.nonEmpty
    case .reason(let id):
      guard !written.isEmpty else { return .reasonNeeded }
      draft.responses[id]?.reason = written
    case .evidence(let id): draft.responses[id]?.evidence = written.nonEmpty
    case .planText(let id):
      if !written.isEmpty { draft.plans[id] = ImprovementPlan(action: written, due: draft.plans[id]?.due) }
    case .planDue(let id):
      if written.isEmpty {
        draft.plans[id]?.due = nil
        return nil
      }
      guard let due = WrittenDay(written, on: now.day) else { return .notADay }
      if due.doubt == nil { draft.plans[id]?.due = due.day }
    case .opinionText: draft.opinion = written.nonEmpty
    default: break
    }
    return nil
  }

  private mutating func goOn(from written: String, due id: ItemID, at now: Timestamp) -> [Effect] {
    guard let due = WrittenDay(written, on: now.day) else { return go(to: after(plan: id), at: now) }
    if due.doubt != nil { return go(to: .planDueCheck(id, due.day), at: now) }
    notice = InterviewText.dueTaken(due.day)
    return go(to: after(plan: id), at: now)
  }
}

extension Interview.Place {
  /// Pages for a text in the person's own words, as opposed to a day or a number.
  fileprivate var wantsWords: Bool {
    switch self {
    case .note, .reason, .evidence, .planText, .opinionText: true
    default: false
    }
  }
}

extension String {
  /// In any width, as an input method writes it; ① and 一 are words.
  fileprivate var isOneDigit: Bool { count == 1 && unicodeScalars.first?.digit != nil }
}
