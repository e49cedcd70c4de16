import Characters
public import Inspection

extension Interview {
  /// Takes one intent, and says what is to be done; after the end nothing is.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    if outcome != nil { return [] }
    switch intent {
    case .saved, .saveFailed, .handedIn, .handInRefused, .exported, .exportFailed, .begunAnew:
      return receive(intent)
    case .interrupt:
      return interrupt(at: now)
    case .hangUp:
      outcome = .suspended(isKept: isKept)
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

  private mutating func openNote() -> [Effect] {
    guard case .item(let id) = place else { return refuse(.notHere) }
    returning = place
    place = .note(id)
    return []
  }

  mutating func openList() -> [Effect] {
    guard page.offers(.list) || place == .review else { return refuse(.notHere) }
    returning = place
    place = .list
    return []
  }

  // MARK: Leaving

  mutating func leave(at now: Timestamp) -> [Effect] {
    isLeaving = false
    if isHandedIn { return finish(at: now) }
    return save(at: now, then: .leave)
  }

  /// Takes what stands in a text field as if it had been ended, and stays; half a date is let go.
  private mutating func keep(_ text: String, at now: Timestamp) -> [Effect] {
    guard !isLeaving, case .text = page.prompt, position(of: place) != nil else { return [] }
    _ = hold(text.trimmed(), at: now)
    return save(at: now)
  }

  private mutating func interrupt(at now: Timestamp) -> [Effect] {
    notice = nil
    if !isLeaving {
      isLeaving = true
      return []
    }
    // The numbers are not shown again: two slips of the hand do not end that.
    return isHandedIn ? refuse(.pressANumber) : leave(at: now)
  }

  private mutating func answerLeaving(_ intent: Intent, at now: Timestamp) -> [Effect] {
    switch intent {
    case .choose(let digit): return markOption(digit)
    case .back:
      isLeaving = false
      return []
    case .next: break
    default: return refuse(.notHere)
    }
    guard let digit = mark else { return refuse(.pressANumber) }
    isLeaving = false
    switch digit {
    case 1: return leave(at: now)
    case 3: outcome = .suspended(isKept: isKept)
    default: break
    }
    return []
  }

  /// The end: a handed-in draft has gone with the hand-in, a personal one is kept.
  mutating func finish(at now: Timestamp) -> [Effect] {
    guard isHandedIn else { return save(at: now, then: .finish) }
    outcome = .finished(path: keepsake)
    return []
  }

  // MARK: Changing the draft

  mutating func remember(_ change: Change) {
    past.append(change)
    if past.count > 100 { past.removeFirst() }
  }

  /// Takes the last change of an answer back and shows its question.
  private mutating func undo(at now: Timestamp) -> [Effect] {
    guard !isHandedIn, let change = past.popLast() else { return refuse(.nothingToUndo) }
    notice = InterviewText.undone
    if place == .review { tour = .changing(from: .review) }
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

  mutating func go(to next: Place, at now: Timestamp) -> [Effect] {
    if next == .review || tour == .changing(from: next) { tour = nil }
    return save(at: now, then: .go(next), position: position(of: next))
  }

  mutating func save(
    at now: Timestamp, then next: Waiting? = nil, position: Draft.Position? = nil
  ) -> [Effect] {
    draft.position = position ?? self.position(of: place) ?? draft.position
    draft.updated = now
    // After the hand-in nothing of it may come back, and before the first answer there is nothing to keep.
    guard !isHandedIn, isKept || draft.holdsAnything else {
      arrive(next)
      return []
    }
    waiting = next
    return [.save(draft)]
  }

  mutating func refuse(_ reason: Refusal) -> [Effect] {
    notice = InterviewText.notice(for: reason)
    return []
  }

  // MARK: What became of effects

  private mutating func receive(_ intent: Intent) -> [Effect] {
    let next = waiting
    waiting = nil
    switch intent {
    case .saved:
      isKept = true
      arrive(next)
    case .saveFailed(let fault):
      isUnsaved = true
      isLeaving = next == .leave || next == .finish
      report(fault, while: .saving)
    case .handedIn(let receipt): place = .receipt(receipt)
    case .handInRefused(.alreadyHandedIn(let timesReplaced)):
      // Elsewhere, since this interview began: the answers are kept as what is to replace that sheet.
      draft.replacing = timesReplaced
      return save(at: draft.updated, then: .go(.replace))
    case .handInRefused(let refusal):
      notice = InterviewText.notice(for: refusal, contact: setting.round?.contact)
    case .exported(.written(let path)):
      keepsake = path
      return finish(at: draft.updated)
    case .exported(.shown(let paragraphs)):
      if case .keepsake(let receipt) = place { place = .copy(receipt, paragraphs) }
    case .exportFailed(let fault): report(fault, while: .exporting)
    case .begunAnew(let fresh):
      (draft, isKept, past, tour) = (fresh, false, [], nil)
      place = .preface
      notice = InterviewText.setAside
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
    case .leave: outcome = .suspended(isKept: isKept)
    case .finish: outcome = .finished(path: keepsake)
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
