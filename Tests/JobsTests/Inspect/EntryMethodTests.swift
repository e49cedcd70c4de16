import Jobs
import Testing

@Suite struct EntryMethodTests {
  @Test(arguments: [
    EntryMethod(), EntryMethod(assistedBy: "s01"), EntryMethod(assistedBy: "s01", isPaper: true),
    EntryMethod(assistedBy: "s01", isPaper: true, isTwice: true), EntryMethod(assistedBy: "s01", answers: "a.csv"),
    EntryMethod(answers: "a.csv"),
  ]) func `In a round everything goes that makes sense by itself`(method: EntryMethod) throws {
    try method.check(inRound: true, isShared: false)
  }

  @Test func `On one's own a form may be read, and nothing else`() throws {
    try EntryMethod(answers: "a.csv").check(inRound: false, isShared: false)
    for method in [EntryMethod(assistedBy: "s01"), EntryMethod(isPaper: true)] {
      #expect(throws: EntryMethod.Conflict.assistanceWithoutRound) {
        try method.check(inRound: false, isShared: false)
      }
    }
  }

  @Test(arguments: [
    EntryMethod(assistedBy: "s01"), EntryMethod(isPaper: true), EntryMethod(answers: "a.csv"),
  ]) func `On a shared screen people answer in the interview`(method: EntryMethod) throws {
    try EntryMethod().check(inRound: true, isShared: true)
    #expect(throws: EntryMethod.Conflict.sharedScreen) { try method.check(inRound: true, isShared: true) }
  }

  @Test(arguments: [
    (EntryMethod(isPaper: true), EntryMethod.Conflict.paperWithoutHelper),
    (EntryMethod(assistedBy: "s01", isPaper: true, answers: "a.csv"), .paperAndAnswers),
    (EntryMethod(assistedBy: "s01", isTwice: true), .twiceWithoutPaper),
    (EntryMethod(isTwice: true), .twiceWithoutPaper),
  ]) func `What contradicts itself is refused`(method: EntryMethod, conflict: EntryMethod.Conflict) {
    #expect(throws: conflict) { try method.check(inRound: true, isShared: false) }
  }
}
