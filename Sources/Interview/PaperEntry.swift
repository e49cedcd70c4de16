import Characters
public import Inspection

/// Keys one paper form in, a line at a time, once or twice; then the interview goes on at the review.
///
/// The first keying is on disk after every line. The second begins from nothing and is kept in memory only, so it is done
/// again when it is left half-way; consent is keyed once. What then differs is settled line by line.
public struct PaperEntry: Conversation, Equatable {
  public typealias Effect = Interview.Effect

  public enum Outcome: Equatable, Sendable {
    /// All lines are keyed, and the draft is on disk.
    case keyed(Draft)
    case suspended
    /// The form does not give consent; nothing of it was kept.
    case declined
  }

  enum Step: Equatable, Sendable {
    case keying
    /// How it is done instead.
    case reason(FormLine)
    case settling
  }

  /// One pass through the form.
  struct Keying: Equatable, Sendable {
    var form: FormAnswers
    /// Lines without a tick.
    var blank: Set<FormLine> = []
    /// What was keyed, newest last.
    var recent: [FormLine] = []
    /// Lines typed, right or wrong; a new number gives an empty field.
    var count = 0
  }

  private struct Snapshot: Equatable, Sendable {
    var keying: Keying
    var first: FormAnswers?
  }

  public let setting: Setting
  let lines: FormLines
  let isTwice: Bool
  private var draft: Draft
  public private(set) var outcome: Outcome?
  var keying: Keying
  /// The first keying while the second is under way; what was settled goes here.
  var first: FormAnswers?
  var step = Step.keying { didSet { mark = nil } }
  var isLeaving = false { didSet { mark = nil } }
  /// The option that a digit has marked: Enter acts on it.
  var mark: Int?
  var notice: Page.Notice?
  /// What stood before the save under way, to go back to when it fails.
  private var unsaved: Snapshot?
  private var isFinishing = false

  public init(_ setting: Setting, draft: Draft, twice isTwice: Bool) {
    self.setting = setting
    self.draft = draft
    self.isTwice = isTwice
    lines = FormLines(of: setting.questionnaire)
    keying = Keying(form: FormAnswers(of: draft))
  }

  // MARK: What the form says

  /// The lines of this pass that have to be filled in.
  var asked: [FormLine] {
    lines.asked(profile: keying.form.profile).filter { $0 != .consent || first == nil }
  }

  var open: [FormLine] { asked.filter { keying.form[$0]?.isComplete != true && !keying.blank.contains($0) } }

  /// The lines on which the two keyings differ, profile questions first, for they decide what else is asked.
  var differences: [FormLine] {
    guard let first else { return [] }
    return lines.asked(profile: first.profile).filter { $0 != .consent && first[$0] != keying.form[$0] }
  }

  // MARK: Intents

  /// Takes one intent, and says what is to be done; after the end nothing is.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    if outcome != nil { return [] }
    switch intent {
    case .saved: return saved()
    case .saveFailed(let fault): return failed(fault)
    case .hangUp, .abandon:
      outcome = .suspended
      return []
    case .keep: return []
    case .interrupt, .suspend:
      if isLeaving { outcome = .suspended } else { isLeaving = true }
      return []
    default: break
    }
    notice = nil
    if case .choose(let digit) = intent {
      if let refusal = page.refusal(ofMarking: digit) {
        notice = InterviewText.notice(for: refusal)
      } else {
        mark = digit
      }
      return []
    }
    if isLeaving {
      switch (intent, mark) {
      case (.back, _): isLeaving = false
      case (.next, let digit?):
        isLeaving = false
        if digit == 1 { outcome = .suspended }
      default: notice = InterviewText.notice(for: Refusal.pressANumber)
      }
      return []
    }
    switch (step, intent) {
    case (.keying, .submit(let text)): return key(text, at: now)
    case (.keying, .back): isLeaving = true
    case (.reason(let line), .submit(let text)): return keyReason(text, of: line, at: now)
    case (.reason, .back): step = .keying
    case (.settling, .next) where mark != nil: return settle(at: now)
    default: notice = InterviewText.notice(for: Refusal.pressANumber)
    }
    return []
  }

  private mutating func key(_ text: String, at now: Timestamp) -> [Effect] {
    let next = open.first
    switch KeyedLine(text, next: next, asked: asked, lines: lines) {
    case .nothing:
      if next == nil { return finishPass(at: now) }
      notice = PaperEntryText.typeSomething
      return []
    case .fault(let fault):
      keying.count += 1
      notice = PaperEntryText.notice(for: fault, lines: lines)
      return []
    case .blank(let line): return put(nil, on: line, at: now)
    case .answer(.consent, .no, _) where keying.form.consent == nil:
      outcome = .declined
      return []
    case .answer(.consent, .no, _):
      notice = PaperEntryText.notice(for: .consentNeeded, lines: lines)
      return []
    case .answer(let line, .alternative, nil):
      step = .reason(line)
      return []
    case .answer(let line, .alternative, let reason):
      return put(Draft.Response(choice: .alternative, reason: reason), on: line, at: now)
    case .answer(let line, let choice, let evidence):
      return put(Draft.Response(choice: choice, evidence: evidence), on: line, at: now)
    }
  }

  private mutating func keyReason(_ text: String, of line: FormLine, at now: Timestamp) -> [Effect] {
    guard let reason = text.trimmed().nonEmpty else {
      notice = InterviewText.notice(for: Refusal.reasonNeeded)
      return []
    }
    step = .keying
    return put(Draft.Response(choice: .alternative, reason: reason), on: line, at: now)
  }

  private mutating func put(_ response: Draft.Response?, on line: FormLine, at now: Timestamp) -> [Effect] {
    unsaved = Snapshot(keying: keying, first: first)
    keying.form[line] = response
    if response == nil { keying.blank.insert(line) } else { keying.blank.remove(line) }
    keying.recent = (keying.recent.filter { $0 != line } + [line]).suffix(3)
    keying.count += 1
    return first == nil ? save(keying.form, at: now) : []
  }

  private mutating func finishPass(at now: Timestamp) -> [Effect] {
    if isTwice, first == nil {
      first = keying.form
      keying = Keying(form: FormAnswers(consent: keying.form.consent))
      notice = PaperEntryText.secondBegins
      return []
    }
    if differences.isEmpty { return finish(at: now) }
    step = .settling
    return []
  }

  private mutating func settle(at now: Timestamp) -> [Effect] {
    guard let line = differences.first, let digit = mark else { return [] }
    mark = nil
    unsaved = Snapshot(keying: keying, first: first)
    if digit == 1 { keying.form[line] = first?[line] } else { first?[line] = keying.form[line] }
    return differences.isEmpty ? finish(at: now) : save(first ?? keying.form, at: now)
  }

  private mutating func finish(at now: Timestamp) -> [Effect] {
    isFinishing = true
    draft.position = .review
    return save(first ?? keying.form, at: now)
  }

  // MARK: The disk

  private mutating func save(_ form: FormAnswers, at now: Timestamp) -> [Effect] {
    draft.hold(form)
    draft.updated = now
    return [.save(draft)]
  }

  private mutating func saved() -> [Effect] {
    unsaved = nil
    if isFinishing { outcome = .keyed(draft) }
    return []
  }

  /// The line under way counts as not keyed, so that keying it again saves it again.
  private mutating func failed(_ fault: StoreFault) -> [Effect] {
    if let unsaved { (keying, first) = (unsaved.keying, unsaved.first) }
    unsaved = nil
    isFinishing = false
    notice = InterviewText.notice(for: fault, while: .saving, contact: setting.round?.contact)
    return []
  }
}
