import Characters
import Inspection
import Jobs
import Storage

/// What the secretariat decides when a round is made, in the order in which it is asked; options answer the same.
enum RoundQuestion: Int, CaseIterable {
  case roster, opens, title, occasion, deadline, referenceDay, meetings, lentDevices, handIn, length, retention
  case office, telephone, addressee, ways, rules, staffMode, cityDate, cityForm, previous, election

  /// Between the parts of an answer that is a list.
  static let separator = "、"

  /// The key of `round.yaml` whose faults are this answer's; nil where it has none.
  fileprivate var key: String? {
    switch self {
    case .opens: "opens"
    case .occasion: "reason"
    case .deadline: "deadline"
    case .referenceDay: "referenceDay"
    case .rules: "rules"
    case .roster, .title, .meetings, .lentDevices, .handIn, .length, .retention, .office, .telephone, .addressee, .ways,
      .staffMode, .cityDate, .cityForm, .previous, .election:
      nil
    }
  }
}

/// The settings of a round that is about to be made, as far as they are answered.
struct RoundWish {
  var creation: RoundCreation
  var round: Round
  var roster = ""
  /// Who is on it; nil before it is read.
  var people: Roster?
  /// The folder of the earlier round.
  var previous: String?

  /// Whether a question makes sense after the answers so far.
  func needs(_ question: RoundQuestion) -> Bool {
    switch question {
    case .cityDate, .cityForm: round.staffMode != .own
    case .election: previous != nil
    case .rules: !creation.library.policy.rules.isEmpty
    default: true
    }
  }

  /// Takes an answer in any of the ways in which people and options write it; throws what is wrong with it.
  mutating func take(_ answer: String, to question: RoundQuestion) throws {
    var next = self
    try next.set(answer, to: question)
    let faults = next.round.faults(policy: creation.library.policy).filter { fault in
      question.key != nil && fault.path.steps.first == question.key.map { .key($0) }
    }
    guard faults.isEmpty else { throw RoundCreation.Refusal.faults(faults) }
    self = next
  }

  private mutating func set(_ answer: String, to question: RoundQuestion) throws {
    // It would end in round.yaml, which cannot be read then.
    guard !answer.isBlank else { throw RoundQuestionText.empty(question) }
    if ![.roster, .previous].contains(question), let hidden = answer.firstUnseen {
      throw RoundQuestionText.hidden(hidden, in: question)
    }
    let words = RoundQuestionText.none.contains(answer) ? [] : answer.split(separator: "、").map { $0.trimmed() }
    switch question {
    case .roster: (people, roster) = (try creation.people(in: answer), answer)
    case .title: round.title = answer
    case .occasion: round.kind = answer == Round.Kind.regular.japanese ? .regular : .extraordinary(reason: answer)
    case .opens:
      round.opens = try day(answer)
      round.fiscalYear = round.opens.fiscalYear
    case .deadline: round.deadline = try day(answer)
    case .referenceDay: round.referenceDay = try day(answer)
    case .meetings:
      guard !words.isEmpty else { throw RoundQuestionText.notUnderstood }
      round.meetings = words
    case .lentDevices: round.lentDevices = try choice(answer)
    case .handIn: round.handIn = try choice(answer)
    case .length: round.length = try choice(answer)
    case .staffMode:
      round.staffMode = try choice(answer)
      if round.staffMode == .own { round.cityInspection = nil }
    case .cityDate:
      round.cityInspection = Round.CityInspection(date: try day(answer), form: round.cityInspection?.form ?? "")
    case .cityForm:
      round.cityInspection = round.cityInspection.map { Round.CityInspection(date: $0.date, form: answer) }
    case .retention:
      guard let retention = Retention(written: answer) else { throw RoundQuestionText.notYears }
      round.retention = retention
    case .office: round.contact.office = answer
    case .telephone: round.contact.telephone = answer
    case .addressee: round.addressee = answer
    case .ways:
      round.ways = words.isEmpty ? [] : answer.split(separator: "。").map { $0.trimmed() + "。" }
    case .rules: round.rules = try words.map(rule)
    case .previous:
      previous = words.isEmpty ? nil : answer
      if let previous { try creation.follow(previous) }
    case .election: round.electionBetween = try yes(answer)
    }
  }

  /// A rule by its place in the list, or by its id.
  private func rule(_ word: String) throws -> RuleID {
    let rules = creation.library.policy.rules
    if let number = word.folded().number(digits: 1...3), rules.indices.contains(number - 1) {
      return rules[number - 1].id
    }
    guard let rule = rules.first(where: { $0.id.rawValue == word || $0.title == word }) else {
      throw RoundQuestionText.unknownRule(word, of: rules)
    }
    return rule.id
  }

  private func day(_ answer: String) throws -> CalendarDay {
    guard let day = CalendarDay(written: answer) else { throw RoundQuestionText.notADay }
    return day
  }

  /// By its number from 1, its word in files or its word on screens.
  private func choice<Value: RawRepresentable<String> & CaseIterable & HasJapanese>(_ answer: String) throws -> Value {
    let all = Array(Value.allCases)
    if let number = answer.folded().number(digits: 1...1), all.indices.contains(number - 1) { return all[number - 1] }
    guard let found = all.first(where: { $0.rawValue == answer || $0.japanese == answer }) else {
      throw RoundQuestionText.notUnderstood
    }
    return found
  }

  private func yes(_ answer: String) throws -> Bool {
    switch Choice(written: answer) {
    case .yes: return true
    case .no: return false
    default: throw RoundQuestionText.notUnderstood
    }
  }
}

/// A setting with a word for people.
protocol HasJapanese { var japanese: String { get } }
extension Round.LentDevices: HasJapanese {}
extension Round.HandIn: HasJapanese {}
extension Round.StaffMode: HasJapanese {}
extension ChecklistLength: HasJapanese {}

/// Puts the questions that no option answers, checks each answer as it is given, and shows all before anything is made.
struct RoundDialogue {
  private(set) var wish: RoundWish
  private let given: [RoundQuestion: String]
  private let isInteractive: Bool
  private var answered: Set<RoundQuestion> = []

  init(_ creation: RoundCreation, given: [RoundQuestion: String], today: CalendarDay, isInteractive: Bool) {
    (self.given, self.isInteractive) = (given, isInteractive)
    let round = Round(
      id: "", title: "", kind: .regular, fiscalYear: today.fiscalYear, opens: today, deadline: today,
      referenceDay: today, meetings: [], contact: Round.Contact(office: "", telephone: ""), addressee: "",
      retention: .years(1), electionBetween: false, rules: [], lentDevices: .none, staffMode: .own, cityInspection: nil,
      length: .full, handIn: .unsigned, checklists: [], thresholds: Round.Thresholds())
    wish = RoundWish(creation: creation, round: round)
  }

  /// Throws what is missing or wrong where nobody can be asked, and where the input ends.
  mutating func settle() throws {
    var missing: [String] = []
    for question in RoundQuestion.allCases where wish.needs(question) {
      if let answer = given[question] {
        try take(answer, to: question)
      } else if isInteractive {
        try ask(question)
      } else if let fallback = fallback(of: question) {
        try take(fallback, to: question)
      } else {
        missing.append(RoundQuestionText.option(of: question))
      }
    }
    guard missing.isEmpty else { throw UsageText.missing(missing) }
    show()
    while isInteractive, let question = try toMend() {
      try ask(question)
      // What follows from it, such as the day of the inspection that is copied, is asked where it is not known.
      for follower in RoundQuestion.allCases where wish.needs(follower) && !answered.contains(follower) {
        try ask(follower)
      }
      show()
    }
  }

  private mutating func take(_ answer: String, to question: RoundQuestion) throws {
    do {
      try wish.take(answer, to: question)
      answered.insert(question)
    } catch {
      guard isInteractive else { throw error }
      complain(error)
      try ask(question)
    }
  }

  private mutating func ask(_ question: RoundQuestion) throws {
    while true {
      let answer = try Prompter.line(
        RoundQuestionText.prompt(of: question, wish), fallback: fallback(of: question))
      do {
        try wish.take(answer, to: question)
        answered.insert(question)
        return
      } catch { complain(error) }
    }
  }

  /// What Enter alone means: what was answered before, else what most rounds have; nil where people have to say.
  private func fallback(of question: RoundQuestion) -> String? {
    answered.contains(question)
      ? RoundQuestionText.shown(question, wish) : RoundQuestionText.usual(question, wish)
  }

  private func complain(_ error: any Error) {
    if case .faults(let faults)? = error as? RoundCreation.Refusal {
      for fault in faults { Output.say(RoundQuestionText.sentence(for: fault)) }
    } else {
      let failure = error as? Failure ?? FailureText.failure(for: error)
      for line in failure?.lines ?? [PromptText.notUnderstood] { Output.say(line) }
    }
  }

  private var questions: [RoundQuestion] { RoundQuestion.allCases.filter(wish.needs) }

  private func show() {
    Output.say(RoundQuestionText.understood)
    for (index, question) in questions.enumerated() {
      Output.say(RoundQuestionText.line(index + 1, question, wish))
    }
  }

  /// The question whose answer is to be changed; nil for a round that is to be made as it is.
  private func toMend() throws -> RoundQuestion? {
    while true {
      let faults = wish.round.faults(policy: wish.creation.library.policy)
      for fault in faults { Output.say(RoundQuestionText.sentence(for: fault)) }
      let word = try Prompter.line(
        RoundQuestionText.mending, fallback: faults.isEmpty ? RoundQuestionText.make : nil)
      if word == RoundQuestionText.make { return nil }
      if let number = word.folded().number(digits: 1...2), questions.indices.contains(number - 1) {
        return questions[number - 1]
      }
      Output.say(PromptText.notUnderstood)
    }
  }
}

extension String {
  /// The first scalar that has no place on a line: hidden ones, tabs and line ends.
  fileprivate var firstUnseen: Unicode.Scalar? {
    isSeen ? nil : firstHidden ?? unicodeScalars.first { $0 == "\t" || $0 == "\n" || $0 == "\r" }
  }
}
