import Inspection

/// The people of one role and how they answer: items differ in difficulty, people in habit.
struct PracticeRespondents {
  enum Conduct {
    case silent
    case draft(Draft)
    case handedIn(Sheet, Submission, opinion: String?)
  }

  private let source: PracticeRound.Source
  private let round: Round
  let questionnaire: Questionnaire
  /// Percent of people who answer yes, per item.
  private let ease: [ItemID: Int]
  private var numbers: PracticeNumbers

  init(source: PracticeRound.Source, round: Round, numbers: PracticeNumbers) {
    var numbers = numbers
    self.source = source
    self.round = round
    questionnaire = Questionnaire(checklist: source.checklist, round: round)
    ease = Dictionary(
      source.checklist.items.map { ($0.id, 40 + numbers.random.below(56)) }, uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
  }

  /// The numbers taken so far and the state of chance, for the next role.
  var numbersAfterwards: PracticeNumbers { numbers }

  /// Most people hand in, some stay in a draft, a few never begin; the organisation always hands in.
  mutating func conduct(of person: Respondent) -> Conduct {
    let isSure = person.role == .organisation
    if !isSure, numbers.random.chance(5) { return .silent }
    let day = dayOfHandIn(of: person)
    var draft = answered(by: person, on: day)
    if !isSure, numbers.random.chance(6) {
      breakOff(&draft)
      return .draft(draft)
    }
    let sheet = Sheet(draft, of: questionnaire, as: numbers.number(), respondent: person.id, in: round)
    let submission = Submission(
      respondent: person.id, role: person.role, receipt: numbers.receipt(), day: day, entry: draft.entry,
      consent: draft.entry.mode == .assisted ? true : nil)
    return .handedIn(sheet, submission, opinion: draft.opinion)
  }

  /// One line for each way in which a box goes wrong in practice.
  mutating func brokenSheets(like counted: Sheet?) -> [PracticeRound.BrokenSheet] {
    guard let counted, let firstItem = questionnaire.items.first else { return [] }
    func broken(_ sheet: Sheet, _ damage: PracticeRound.BrokenSheet.Damage = .none) -> PracticeRound.BrokenSheet {
      PracticeRound.BrokenSheet(sheet: sheet, damage: damage)
    }
    func copy(_ change: (inout Sheet) -> Void) -> Sheet {
      var sheet = counted
      sheet.id = numbers.number()
      change(&sheet)
      return sheet
    }
    let truncated = copy { _ in }
    let newer = copy { _ in }
    let elsewhere = copy { $0.round = "renshu-zenkai" }
    let stranger = copy { $0.checklist.digest = String(repeating: "0", count: 64) }
    let unheardOf = copy {
      $0.answers.append(Answer(item: "M-ZZZ-99", revision: 1, choice: .yes, source: .respondent))
    }
    let outdated = copy {
      $0.answers = [Answer(item: firstItem.id, revision: firstItem.revision + 1, choice: .yes, source: .respondent)]
    }
    return [
      broken(truncated, .truncated), broken(newer, .format("tenken.sheet/9")), broken(elsewhere), broken(stranger),
      broken(unheardOf), broken(outdated), broken(counted),
    ]
  }

  private mutating func answered(by person: Respondent, on day: CalendarDay) -> Draft {
    let reference = ChecklistReference(
      id: source.checklist.id, version: source.checklist.version, digest: source.digest)
    var draft = Draft(
      round: round.id, checklist: reference, role: person.role, respondent: person.id, entry: entry(of: person),
      started: day.at(hour: 10))
    for question in questionnaire.profileQuestions { draft.profile[question.id] = numbers.random.chance(75) }
    let habit = numbers.random.below(31) - 15
    for item in questionnaire.asked(profile: draft.profile) where !numbers.random.chance(2) {
      answer(item, in: &draft, habit: habit)
    }
    if numbers.random.chance(20) { draft.opinion = one(of: PracticeText.opinions) }
    draft.position = .handIn
    draft.updated = day.at(hour: 10 + numbers.random.below(7))
    return draft
  }

  private mutating func answer(_ item: Item, in draft: inout Draft, habit: Int) {
    let offered = Set(source.checklist.choices(for: item))
    let yes = min(max(ease[item.id, default: 70] + habit, 5), 98)
    let rest = 100 - yes
    let weights: [(Choice, weight: Int)] = [
      (.yes, yes * 10), (.partial, rest * 4), (.no, rest * 3), (.unknown, rest * 2), (.notApplicable, 40),
      (.alternative, 30),
    ]
    guard let choice = numbers.random.pick(weights.filter { offered.contains($0.0) }) else { return }
    var response = Draft.Response(choice: choice)
    if choice == .alternative { response.reason = one(of: PracticeText.reasons) }
    if draft.role == .organisation, choice == .yes { response.evidence = one(of: PracticeText.evidence) }
    draft.responses[item.id] = response
    if choice.needsAttention, numbers.random.chance(25) { draft.notes[item.id] = one(of: PracticeText.notes) }
    if choice.invitesPlan, numbers.random.chance(draft.role == .organisation ? 80 : 30) {
      draft.plans[item.id] = ImprovementPlan(
        action: one(of: PracticeText.plans), due: numbers.random.chance(50) ? round.deadline.adding(days: 60) : nil)
    }
  }

  private mutating func breakOff(_ draft: inout Draft) {
    let items = questionnaire.asked(profile: draft.profile)
    let reached = numbers.random.below(max(items.count, 1))
    for item in items.dropFirst(reached) {
      draft.responses[item.id] = nil
      draft.notes[item.id] = nil
      draft.plans[item.id] = nil
    }
    draft.opinion = nil
    draft.position = items.indices.contains(reached) ? .item(items[reached].id) : .preface
  }

  private mutating func dayOfHandIn(of person: Respondent) -> CalendarDay {
    if let to = person.to { return min(to, round.deadline) }
    let start = max(round.opens, person.from ?? round.opens)
    let span = round.deadline.daysSinceEpoch - start.daysSinceEpoch
    return numbers.random.chance(6)
      ? round.deadline.adding(days: 1 + numbers.random.below(2)) : start.adding(days: numbers.random.below(span + 1))
  }

  private mutating func entry(of person: Respondent) -> Draft.Entry {
    guard person.role == .member else { return Draft.Entry(mode: .me) }
    let modes: [(Draft.EntryMode, weight: Int)] = [(.me, 70), (.assisted, 15), (.paper, 15)]
    let mode = numbers.random.pick(modes) ?? .me
    return Draft.Entry(mode: mode, by: mode == .me ? nil : "s01")
  }

  private mutating func one(of texts: [String]) -> String { texts[numbers.random.below(texts.count)] }
}
