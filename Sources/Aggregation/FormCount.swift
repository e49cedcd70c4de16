public import Inspection

/// What the sheets of one form come to; the parts of a box are counted apart and added up in any order.
public struct FormCount: Equatable, Sendable {
  public let form: SheetForm
  public private(set) var sheets = 0
  /// How many have which answer, item by item.
  private var counts: [Int]
  /// Of each item to which no more than `few` sheets apply, those sheets; nil once there are more.
  private var traces: [[SheetRow]?]
  /// Of each section, how many sheets have an item that applies.
  private var respondents: [Int]

  // What each answer means, looked up once.
  private let width: Int
  private let applies: [Bool]
  private let sectionOfItem: [Int?]

  /// As many as an item may have that is too small a base for figures.
  private static let few = (0...Disclosure.tablesFrom).map(Disclosure.leastBase).max() ?? 0

  public init(of form: SheetForm) {
    self.form = form
    let width = form.answers.map(\.count).max() ?? 0
    self.width = width
    applies = form.answers.flatMap { answers in
      answers.map(\.choice.applies) + Array(repeating: false, count: width - answers.count)
    }
    sectionOfItem = form.answers.indices.map { place in form.sections.firstIndex { $0.contains(place) } }
    counts = Array(repeating: 0, count: applies.count)
    traces = Array(repeating: [], count: form.answers.count)
    respondents = Array(repeating: 0, count: form.sections.count)
  }

  // MARK: Counting

  /// Counts a sheet of the form.
  public mutating func count(_ row: SheetRow) {
    sheets += 1
    var section: Int?
    for (item, answer) in row.answers.enumerated() where answer != SheetRow.open {
      let place = item * width + Int(answer)
      counts[place] += 1
      guard applies[place] else { continue }
      note(CollectionOfOne(row), at: item)
      // The items of a section stand together.
      guard let own = sectionOfItem[item], own != section else { continue }
      section = own
      respondents[own] += 1
    }
  }

  private mutating func note(_ more: (some Collection<SheetRow>)?, at item: Int) {
    guard let known = traces[item]?.count else { return }
    guard let more, known + more.count <= Self.few else {
      traces[item] = nil
      return
    }
    traces[item]?.append(contentsOf: more)
  }

  /// Adds what other sheets of the same form come to.
  public static func += (a: inout FormCount, b: FormCount) {
    a.sheets += b.sheets
    for place in a.counts.indices { a.counts[place] += b.counts[place] }
    for section in a.respondents.indices { a.respondents[section] += b.respondents[section] }
    for item in a.traces.indices { a.note(b.traces[item], at: item) }
  }

  // MARK: What came of it

  /// The answers to an item, gaps included.
  func tally(of item: ItemID) -> Tally {
    var tally = Tally()
    for (place, answers) in form.answers.enumerated() where answers.first?.item == item {
      for (answer, count) in zip(answers, counts[(place * width)...]) { tally.count(answer.choice, times: count) }
    }
    tally.unanswered = sheets - tally.total
    return tally
  }

  /// By item, how many say 該当なし because the person chose it.
  var chosenNotApplicable: [ItemID: Int] {
    var chosen: [ItemID: Int] = [:]
    for (place, answers) in form.answers.enumerated() {
      for (answer, count) in zip(answers, counts[(place * width)...])
      where count > 0 && answer.isChosenNotApplicable {
        chosen[answer.item, default: 0] += count
      }
    }
    return chosen
  }

  /// On how many sheets one of `items` applies, which are those of a section but for some to which few apply.
  func respondents(to items: [ItemID]) -> Int {
    let places = Set(
      form.answers.indices.filter { place in form.answers[place].contains { items.contains($0.item) } })
    guard let section = form.sections.firstIndex(where: { !places.isDisjoint(with: $0) }) else { return 0 }
    var seen: Set<CheckedNumber> = []
    let others = form.sections[section].filter { !places.contains($0) }.flatMap { traces[$0] ?? [] }
      .filter { seen.insert($0.number).inserted }
    return respondents[section] - others.count { row in !places.contains { applies(to: row, $0) } }
  }

  private func applies(to row: SheetRow, _ item: Int) -> Bool {
    row.answers[item] != SheetRow.open && applies[item * width + Int(row.answers[item])]
  }
}

extension [FormCount] {
  /// The sheets of all of them.
  var sheets: Int { reduce(0) { $0 + $1.sheets } }
}

/// What was counted of a box while it was read, and of which no sheet and no submission is kept.
public struct CountedLines: Sendable {
  public var forms: [FormCount]
  public var handIns: HandIns

  public init(forms: [FormCount] = [], handIns: HandIns = HandIns()) {
    (self.forms, self.handIns) = (forms, handIns)
  }

  func forms(of role: Role) -> [FormCount] { forms.filter { $0.form.role == role } }
}
