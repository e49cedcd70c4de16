import Aggregation
import Inspection
import Practice
import Testing

/// Properties that docs/design.md 7.7 demands of every round, over made-up ones.
@Suite("Whatever was answered")
struct InvariantTests {
  static let seeds = Array(UInt64(1)...12)

  private func practice(_ seed: UInt64) -> PracticeRound {
    var settings = PracticeRound.Settings(opens: Sample.day)
    settings.seed = seed
    settings.members = [3, 9, 12, 48][Int(seed % 4)]
    settings.staff = Int(seed % 3) * 6
    settings.length = seed % 2 == 0 ? .full : .short
    settings.lentDevices = Round.LentDevices.allCases[Int(seed % 3)]
    settings.handIn = seed % 5 == 0 ? .signed : .unsigned
    let sources = Sample.checklists.map {
      PracticeRound.Source(checklist: $0, file: "\($0.role).yaml", digest: Sample.digest($0.role))
    }
    return PracticeRound(settings, policy: Sample.policy, sources: sources)
  }

  private func summary(_ practice: PracticeRound, _ sheets: [PlacedSheet]) -> Summary {
    Summary(
      round: practice.round, status: RoundStatus(of: practice.round, after: practice.events), policy: Sample.policy,
      checklists: Sample.checklists, roster: practice.standings, submissions: practice.submissions,
      admission: practice.admission(of: sheets))
  }

  /// The broken ones behind the others, as the lines of a box.
  private func sheets(_ practice: PracticeRound) -> [PlacedSheet] {
    (practice.sheets + practice.brokenSheets.filter { $0.damage == .none }.map(\.sheet)).enumerated().map {
      PlacedSheet(line: $0.offset + 1, sheet: $0.element)
    }
  }

  @Test(arguments: seeds)
  func `The answers to an item add up to the sheets of the role`(seed: UInt64) {
    let practice = practice(seed)
    for part in summary(practice, sheets(practice)).roles {
      #expect(part.sheets == practice.sheets.count { $0.role == part.role })
      for row in part.tables.items { #expect(row.figures.tally.total == part.sheets) }
    }
  }

  @Test(arguments: seeds)
  func `The order of files, submissions and people changes nothing`(seed: UInt64) {
    let practice = practice(seed)
    var turned = practice
    turned.roster.respondents.reverse()
    turned.submissions.reverse()
    #expect(summary(practice, sheets(practice)) == summary(turned, sheets(practice).reversed()))
  }

  @Test(arguments: seeds)
  func `Another 該当なし changes no 実施率`(seed: UInt64) {
    compare(seed, adding: .notApplicable) { before, after in
      #expect(after.figures.implementation == before.figures.implementation)
    }
  }

  @Test(arguments: seeds)
  func `Another はい lowers no 実施率`(seed: UInt64) {
    compare(seed, adding: .yes) { before, after in
      #expect(!after.figures.implementation.isLess(than: before.figures.implementation))
    }
  }

  /// Adds one member's sheet that gives `choice` wherever it is offered, and compares those items.
  private func compare(_ seed: UInt64, adding choice: Choice, _ check: (ItemFigures, ItemFigures) -> Void) {
    let practice = practice(seed)
    let questionnaire = Questionnaire(checklist: Sample.members, round: practice.round)
    let offered = questionnaire.asked(profile: [:]).filter { Sample.members.choices(for: $0).contains(choice) }
    var extra = Sample.sheet(
      77, answers: offered.map { Answer(item: $0.id, revision: 1, choice: choice, source: .respondent) })
    extra.round = practice.round.id
    var grown = practice
    if practice.round.isSigned(for: .member) {
      let newcomer = Respondent(id: "x77", name: "議員77", kana: "", role: .member)
      grown.roster.respondents.append(newcomer)
      extra.signature = Sheet.Signature(respondent: newcomer.id, notes: [:], plans: [:])
    }
    let before = summary(practice, sheets(practice))
    let after = summary(grown, sheets(practice) + [PlacedSheet(line: 10_000, sheet: extra)])
    #expect(after.roles.first?.sheets == (before.roles.first?.sheets ?? 0) + 1)
    // An item that comes to its fifth answer had no figure before.
    for old in before.roles.first?.tables.items ?? [] where offered.contains(where: { $0.id == old.item.id }) {
      if let new = after.roles.first?.tables.items.first(where: { $0.item.id == old.item.id }) {
        check(old, new)
      } else {
        Issue.record("\(old.item.id) is gone")
      }
    }
  }
}
