import Aggregation
import Inspection
import Practice
import Testing

/// What is counted while a box is read makes the same summary as the sheets themselves.
@Suite("Sheets that are counted and not kept")
struct FormCountTests {
  private static func practice(_ seed: UInt64) -> PracticeRound {
    var settings = PracticeRound.Settings(opens: Sample.day)
    settings.seed = seed
    settings.members = [3, 9, 10, 12, 48][Int(seed % 5)]
    settings.staff = Int(seed % 3) * 6
    settings.length = seed % 2 == 0 ? .full : .short
    settings.lentDevices = Round.LentDevices.allCases[Int(seed % 3)]
    settings.handIn = .unsigned
    let sources = Sample.checklists.map {
      PracticeRound.Source(checklist: $0, file: "\($0.role).yaml", digest: Sample.digest($0.role))
    }
    return PracticeRound(settings, policy: Sample.policy, sources: sources)
  }

  private static func summary(
    _ practice: PracticeRound, _ sheets: [PlacedSheet], beside counted: CountedLines = CountedLines()
  ) -> Summary {
    Summary(
      round: practice.round, status: RoundStatus(of: practice.round, after: practice.events), policy: Sample.policy,
      checklists: Sample.checklists, roster: practice.standings, submissions: practice.submissions,
      admission: practice.admission(of: sheets),
      beside: counted)
  }

  /// The places of a sheet's answers, looked up one by one; nil where one has no place.
  private static func row(_ sheet: Sheet, in form: SheetForm) -> SheetRow? {
    guard (sheet.round, sheet.role, sheet.checklist) == (form.round, form.role, form.checklist), sheet.signature == nil
    else { return nil }
    var answers = form.answers.map { _ in SheetRow.open }
    for answer in sheet.answers {
      guard let item = form.answers.firstIndex(where: { $0.first?.item == answer.item }),
        let place = form.answers[item].firstIndex(where: {
          ($0.choice, $0.revision) == (answer.choice, answer.revision) && $0.source == answer.source
        })
      else { return nil }
      answers[item] = UInt8(place)
    }
    return SheetRow(number: sheet.id, answers: answers)
  }

  private static func counts(_ placed: PlacedSheet, _ practice: PracticeRound) -> Bool {
    placed.sheet.signature == nil && practice.admission(of: [placed]).leftOut.isEmpty
  }

  @Test(arguments: Array(UInt64(1)...30))
  func `Make the same summary, however they are parted`(seed: UInt64) throws {
    let practice = Self.practice(seed)
    let sheets = practice.sheets + practice.brokenSheets.filter { $0.damage == .none }.map(\.sheet)
    let placed = sheets.enumerated().map { PlacedSheet(line: $0.offset + 1, sheet: $0.element) }
    let forms = SheetRules(of: practice.round, answering: Sample.checklists, by: practice.standings).forms
    #expect(!forms.isEmpty)
    var parts = (0..<3).map { _ in forms.map(FormCount.init) }
    var kept: [PlacedSheet] = []
    // Which of two of one number counts is for the admission to say, which sees them both.
    let numbers = Dictionary(sheets.map { ($0.id, 1) }, uniquingKeysWith: +)
    for placed in placed {
      let found = forms.indices.firstNonNil { place in Self.row(placed.sheet, in: forms[place]).map { (place, $0) } }
      // Every fourth is kept as it is.
      if let (form, row) = found, placed.line % 4 != 0, numbers[placed.sheet.id] == 1 {
        parts[placed.line % 3][form].count(row)
      } else {
        kept.append(placed)
      }
    }
    // Whatever is answered on a sheet that counts is among what a form holds.
    #expect(kept.allSatisfy { $0.line % 4 == 0 || numbers[$0.sheet.id] != 1 || !Self.counts($0, practice) })
    let plain = Self.summary(practice, placed)
    for order in [[0, 1, 2], [2, 0, 1]] {
      var forms = parts[order[0]]
      for part in order.dropFirst() { for place in forms.indices { forms[place] += parts[part][place] } }
      #expect(forms.reduce(0) { $0 + $1.sheets } + kept.count == placed.count)
      #expect(Self.summary(practice, kept, beside: CountedLines(forms: forms)) == plain)
    }
  }

  @Test func `A signed round has no form, for only the roster tells whose sheets count`() {
    var round = Self.practice(1).round
    round.handIn = .signed
    let forms = SheetRules(of: round, answering: Sample.checklists, by: Standings()).forms
    #expect(forms.isEmpty)
  }
}

extension Sequence {
  fileprivate func firstNonNil<Value>(_ body: (Element) -> Value?) -> Value? {
    for element in self { if let value = body(element) { return value } }
    return nil
  }
}
