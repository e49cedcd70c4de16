import Characters
public import Inspection

extension Interview {
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    if outcome != nil { return [] }
    switch intent {
    case .saved, .saveFailed, .handedIn, .handInRefused, .exported, .exportFailed:
      return receive(intent)
    case .interrupt:
      return interrupt(at: now)
    case .hangUp:
      outcome = .suspended
      return []
    case .suspend:
      return leave(at: now)
    case .keep(let text):
      return keep(text, at: now)
    case .abandon(let text):
      if let text { _ = keep(text, at: now) }
      return leave(at: now)
    default:
      notice = nil
      if isLeaving { return answerLeaving(intent, at: now) }
      return act(intent, at: now)
    }
  }

  // MARK: What people want

  private mutating func act(_ intent: Intent, at now: Timestamp) -> [Effect] {
    switch intent {
    case .choose(let digit): return choose(digit, at: now)
    case .select(let row): return select(row, at: now)
    case .submit(let text): return submit(text, at: now)
    case .next: return next(at: now)
    case .back: return before(place).map { go(to: $0, at: now) } ?? refuse(.notHere)
    case .note: return openNote()
    case .list: return openList()
    case .undo: return undo(at: now)
    default: return []
    }
  }

  private mutating func choose(_ digit: Int, at now: Timestamp) -> [Effect] {
    switch place {
    case .profile(let id): return chooseProfile(digit, for: id, at: now)
    case .item(let id): return chooseAnswer(digit, for: id, at: now)
    case .review: return chooseReview(digit, at: now)
    case .plan(let id): return choosePlan(digit, for: id, at: now)
    case .handIn: return chooseHandIn(digit, at: now)
    case .receipt(let receipt): return chooseReceipt(digit, receipt: receipt, at: now)
    case .keepsake(let receipt): return chooseKeepsake(digit, receipt: receipt, at: now)
    default: return refuse(.notHere)
    }
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
    if earlier?.choice == choice, choice != .alternative, !isUnsaved { return [] }
    if earlier?.choice != choice { remember(.item(id, earlier, draft.plans[id])) }
    draft.responses[id, default: Draft.Response(choice: choice)].choice = choice
    if !choice.invitesPlan { draft.plans[id] = nil }
    return save(at: now, then: choice == .alternative ? .go(.reason(id)) : nil)
  }

  private mutating func chooseReview(_ digit: Int, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1: return go(to: firstPlan, at: now)
    case 2 where !openItems.isEmpty:
      overview = nil
      return go(to: firstOpenItem, at: now)
    case 3: return openList()
    default: return refuse(.notOffered(digit))
    }
  }

  private mutating func choosePlan(_ digit: Int, for id: ItemID, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1:
      draft.plans[id] = ImprovementPlan(action: item(id)?.remedy ?? "", due: draft.plans[id]?.due)
      return save(at: now, then: .go(.planDue(id)))
    case 2: return go(to: .planText(id), at: now)
    case 3:
      if let plan = draft.plans[id] { remember(.plan(id, plan)) }
      draft.plans[id] = nil
      return go(to: after(plan: id), at: now)
    case 4: return go(to: afterPlans, at: now)
    default: return refuse(.notOffered(digit))
    }
  }

  private mutating func chooseHandIn(_ digit: Int, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1 where draft.isReplacing: return go(to: .replace, at: now)
    case 1: return [.handIn(draft, as: .new(number))]
    case 2: return leave(at: now)
    default: return refuse(.notOffered(digit))
    }
  }

  private mutating func chooseReceipt(_ digit: Int, receipt: HandInReceipt, at now: Timestamp) -> [Effect] {
    guard digit == 1 else { return refuse(.notOffered(digit)) }
    place = .keepsake(receipt)
    return []
  }

  private mutating func chooseKeepsake(_ digit: Int, receipt: HandInReceipt?, at now: Timestamp) -> [Effect] {
    switch digit {
    case 1: return [.export(draft, receipt)]
    case 2: return finish(at: now)
    default: return refuse(.notOffered(digit))
    }
  }

  private mutating func select(_ row: Int, at now: Timestamp) -> [Effect] {
    if place == .readBack { return go(to: readBackTarget(row), at: now) }
    guard place == .list else { return [] }
    let items = askedItems
    guard items.indices.contains(row) else { return go(to: .review, at: now) }
    if returning == .review { overview = .review }
    return go(to: .item(items[row].id), at: now)
  }

  private mutating func submit(_ text: String, at now: Timestamp) -> [Effect] {
    let written = text.trimmed()
    if place.wantsWords, written.isOneDigit { return refuse(.onlyADigit(written)) }
    return take(written, at: now)
  }

  private mutating func take(_ written: String, at now: Timestamp) -> [Effect] {
    switch place {
    case .note(let id):
      draft.notes[id] = written.nonEmpty
      return save(at: now, then: .go(returning ?? .item(id)))
    case .reason(let id):
      guard !written.isEmpty else { return refuse(.reasonNeeded) }
      draft.responses[id]?.reason = written
      return save(at: now, then: .go(.item(id)))
    case .evidence(let id):
      draft.responses[id]?.evidence = written.nonEmpty
      return go(to: after(item: id), at: now)
    case .planText(let id):
      guard !written.isEmpty else { return go(to: .plan(id), at: now) }
      draft.plans[id] = ImprovementPlan(action: written, due: draft.plans[id]?.due)
      return save(at: now, then: .go(.planDue(id)))
    case .planDue(let id):
      if written.isEmpty {
        draft.plans[id]?.due = nil
      } else {
        guard let due = CalendarDay(written: written) else { return refuse(.notADay) }
        draft.plans[id]?.due = due
      }
      return go(to: after(plan: id), at: now)
    case .opinion:
      draft.opinion = written.nonEmpty
      return go(to: afterOpinion, at: now)
    case .replace:
      guard let number = CheckedNumber(written: written) else { return refuse(.numberMistyped) }
      return [.handIn(draft, as: .replacing(number))]
    default: return []
    }
  }

  private mutating func next(at now: Timestamp) -> [Effect] {
    switch place {
    case .preface: return go(to: afterPreface, at: now)
    case .profile(let id):
      guard draft.profile[id] != nil else { return refuse(.pressANumber) }
      return go(to: after(profile: id), at: now)
    case .item(let id): return nextItem(id, at: now)
    case .plan(let id) where draft.plans[id] != nil: return go(to: after(plan: id), at: now)
    case .copy: return finish(at: now)
    default: return refuse(page.options.isEmpty ? .notHere : .pressANumber)
    }
  }

  private mutating func nextItem(_ id: ItemID, at now: Timestamp) -> [Effect] {
    guard let response = draft.responses[id] else { return refuse(.answerOrList) }
    if !response.isComplete { return go(to: .reason(id), at: now) }
    if questionnaire.takesEvidence(with: response.choice) { return go(to: .evidence(id), at: now) }
    return go(to: after(item: id), at: now)
  }

  private mutating func openNote() -> [Effect] {
    guard case .item(let id) = place else { return refuse(.notHere) }
    returning = place
    place = .note(id)
    return []
  }

  private mutating func openList() -> [Effect] {
    guard page.offers(.list) || place == .review else { return refuse(.notHere) }
    returning = place
    place = .list
    return []
  }

  // MARK: Leaving

  private mutating func leave(at now: Timestamp) -> [Effect] {
    isLeaving = false
    if isHandedIn { return finish(at: now) }
    return save(at: now, then: .leave)
  }

  /// Takes what stands in a text field as if it had been ended, and stays; half a date is let go.
  private mutating func keep(_ text: String, at now: Timestamp) -> [Effect] {
    guard !isLeaving, position(of: place) != nil else { return [] }
    _ = take(text.trimmed(), at: now)
    notice = nil
    return save(at: now)
  }

  private mutating func interrupt(at now: Timestamp) -> [Effect] {
    if isLeaving { return leave(at: now) }
    notice = nil
    isLeaving = true
    return []
  }

  private mutating func answerLeaving(_ intent: Intent, at now: Timestamp) -> [Effect] {
    isLeaving = false
    switch intent {
    case .choose(digit: 1): return leave(at: now)
    case .choose(digit: 3) where isUnsaved: outcome = .suspended
    default: break
    }
    return []
  }

  /// The end: a handed-in draft has gone with the hand-in, a personal one is kept.
  private mutating func finish(at now: Timestamp) -> [Effect] {
    guard isHandedIn else { return save(at: now, then: .finish) }
    outcome = .finished(path: keepsake)
    return []
  }

  // MARK: Changing the draft

  private mutating func remember(_ change: Change) {
    past.append(change)
    if past.count > 100 { past.removeFirst() }
  }

  /// Takes the last change of an answer back and shows its question.
  private mutating func undo(at now: Timestamp) -> [Effect] {
    guard !isHandedIn, let change = past.popLast() else { return refuse(.nothingToUndo) }
    notice = InterviewText.undone
    if place == .review { overview = .review }
    switch change {
    case .profile(let id, let answer):
      draft.profile[id] = answer
      return go(to: .profile(id), at: now)
    case .item(let id, let response, let plan):
      draft.responses[id] = response
      draft.plans[id] = plan
      return go(to: .item(id), at: now)
    case .plan(let id, let plan):
      draft.plans[id] = plan
      return go(to: .plan(id), at: now)
    }
  }

  private mutating func go(to next: Place, at now: Timestamp) -> [Effect] {
    if next == overview || next == .review { overview = nil }
    return save(at: now, then: .go(next), position: position(of: next))
  }

  private mutating func save(
    at now: Timestamp, then next: Waiting? = nil, position: Draft.Position? = nil
  ) -> [Effect] {
    waiting = next
    draft.position = position ?? self.position(of: place) ?? draft.position
    draft.updated = now
    return [.save(draft)]
  }

  private mutating func refuse(_ reason: Refusal) -> [Effect] {
    notice = InterviewText.notice(for: reason)
    return []
  }

  // MARK: What became of effects

  private mutating func receive(_ intent: Intent) -> [Effect] {
    let next = waiting
    waiting = nil
    switch intent {
    case .saved: arrive(next)
    case .saveFailed(let fault):
      isUnsaved = true
      isLeaving = next == .leave || next == .finish
      report(fault, while: .saving)
    case .handedIn(let receipt): place = .receipt(receipt)
    case .handInRefused(.alreadyHandedIn):
      // Elsewhere, since this interview began: the answers are kept as what is to replace that sheet.
      draft.isReplacing = true
      return save(at: draft.updated, then: .go(.replace))
    case .handInRefused(let refusal):
      notice = InterviewText.notice(for: refusal, contact: setting.round?.contact)
    case .exported(.written(let path)):
      keepsake = path
      return finish(at: draft.updated)
    case .exported(.shown(let paragraphs)):
      if case .keepsake(let receipt) = place { place = .copy(receipt, paragraphs) }
    case .exportFailed(let fault): report(fault, while: .exporting)
    default: break
    }
    return []
  }

  private mutating func report(_ fault: StoreFault, while task: StoreTask) {
    notice = InterviewText.notice(for: fault, while: task, contact: setting.round?.contact)
  }

  private mutating func arrive(_ next: Waiting?) {
    isUnsaved = false
    switch next {
    case nil: break
    case .go(let place):
      self.place = place
      returning = nil
    case .leave: outcome = .suspended
    case .finish: outcome = .finished(path: keepsake)
    }
  }
}

extension Interview.Place {
  /// Pages for a text in the person's own words, as opposed to a day or a number.
  fileprivate var wantsWords: Bool {
    switch self {
    case .note, .reason, .evidence, .planText, .opinion: true
    default: false
    }
  }
}

/// Why something asked for was not done.
enum Refusal: Equatable, Sendable {
  case pressANumber
  /// On an item, which may also be left open from the list.
  case answerOrList
  case notOffered(Int)
  case notHere
  case nothingToUndo
  case reasonNeeded
  /// A digit where words are wanted: it was meant for the page before.
  case onlyADigit(String)
  case notADay
  case numberMistyped
}

extension String {
  /// In any width, as an input method writes it; ① and 一 are words.
  fileprivate var isOneDigit: Bool { count == 1 && unicodeScalars.first?.digit != nil }
}
