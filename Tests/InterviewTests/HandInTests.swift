import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct HandInTests {
  private func atHandIn(_ setting: Setting = Sample.inRound()) throws -> Visitor {
    var visitor = try Visitor(setting)
    visitor.answerAll()
    visitor.answer(1, 1)
    visitor.write("会議の連絡が早くなるとよい。")
    return visitor
  }

  @Test func `After the deadline that is said, and nobody is turned away`() throws {
    var setting = Sample.inRound()
    setting.isLate = true
    var visitor = try Visitor(setting)
    #expect(visitor.page.lead.first == "期限を過ぎていますが、提出できます。")
    visitor.enter()
    #expect(visitor.page.question == "会議用の端末を使いますか。")
  }

  @Test func `Before the round's first day that is said, and nobody is turned away`() throws {
    var setting = Sample.inRound()
    #expect(try Visitor(setting).page.lead.allSatisfy { !$0.contains("今から答えて") })
    setting.isEarly = true
    var visitor = try Visitor(setting)
    #expect(visitor.page.lead.first == "点検の期間は令和8年11月1日からですが、今から答えて提出することもできます。")
    visitor.enter()
    #expect(visitor.page.question == "会議用の端末を使いますか。")
  }

  @Test func `The meetings in scope are named on the first page and in the help of every question`() throws {
    var round = Sample.round()
    round.meetings = ["本会議", "議会運営委員会"]
    var setting = Sample.inRound()
    setting.round = round
    var visitor = try Visitor(setting)
    #expect(visitor.page.lead.contains("対象の会議：本会議、議会運営委員会"))
    visitor.begin()
    #expect(visitor.page.explanation.contains("対象の会議：本会議、議会運営委員会"))
    // A personal inspection has no round that settles them.
    #expect(try Visitor(Sample.personal).page.lead.allSatisfy { !$0.hasPrefix("対象の会議") })
  }

  @Test func `Handing in removes the draft, shows both numbers and offers the 控え`() throws {
    var visitor = try atHandIn()
    #expect(visitor.page.lead.contains { $0.contains("無記名で提出します") })
    visitor.answer(1)
    #expect(visitor.store.handedIn.first?.opinion == "会議の連絡が早くなるとよい。")
    #expect(visitor.page.lead.contains("受付番号　123456"))
    #expect(visitor.page.lead.contains("回答番号　\(visitor.store.receipt.sheet.grouped)"))
    #expect(visitor.store.isDraftGone)
    // Enter, pressed by habit, does not pass over the numbers; nor does a digit alone.
    visitor.enter()
    visitor.press(1)
    #expect(visitor.page.lead.contains("受付番号　123456"))
    visitor.enter()
    #expect(visitor.page.heading?.section == "控え")
    // They can be seen again until the person leaves.
    visitor.send(.back)
    #expect(visitor.page.lead.contains("受付番号　123456"))
    visitor.answer(1)
    visitor.answer(1)
    #expect(visitor.store.exported.count == 1)
    #expect(visitor.outcome == .finished(path: "hikae.txt"))
  }

  /// It can be written down before anything is written, and a try again goes in under the same one.
  @Test func `The 回答番号 stands on the page before the hand-in, and is the one that goes in`() throws {
    var visitor = try atHandIn()
    let number = visitor.store.receipt.sheet
    #expect(visitor.page.lead.contains("回答番号　\(number.grouped)"))
    #expect(visitor.page.lead.contains { $0.contains("提出して初めて使えます") })
    visitor.store.refusal = .store(.diskFull(path: "/mnt"))
    visitor.answer(1)
    visitor.store.refusal = nil
    visitor.answer(1)
    #expect(visitor.store.drawn == [number])
  }

  @Test func `Who replaces a sheet is shown its number, is asked for none, and hands in under it`() throws {
    var draft = try atHandIn().draft
    draft.replacing = 0
    let number = try MemoryStore().receipt.sheet
    var visitor = try Visitor(Sample.inRound(), draft: draft, replacing: number)
    #expect(visitor.page.lead.contains("回答番号　\(number.grouped)"))
    #expect(visitor.page.lead.contains { $0.contains("差し替えます") })
    visitor.answer(1)
    #expect(visitor.store.replaced == [number])
    #expect(visitor.page.lead.contains("受付番号　123456"))
  }

  @Test func `A digit alone hands nothing in, and neither does Enter alone`() throws {
    var visitor = try atHandIn()
    visitor.press(1)
    // The mark does not outlive its page.
    visitor.send(.back)
    visitor.answer(2)
    #expect(visitor.page.heading?.section == "提出")
    visitor.enter()
    #expect(visitor.store.handedIn.isEmpty)
    #expect(visitor.page.notice?.text == "番号を押してください。")
  }

  /// Nothing says whose an opinion is, so that the first one cannot be taken out.
  @Test func `Who replaces a sheet is told that a second opinion stands beside the first`() throws {
    func opinionPage(isReplacing: Bool) throws -> Page {
      var draft = try atHandIn().draft
      (draft.replacing, draft.position) = (isReplacing ? 0 : nil, .opinion)
      return try Visitor(Sample.inRound(), draft: draft).page
    }
    #expect(try opinionPage(isReplacing: true).lead.contains { $0.contains("もう一件になります") })
    #expect(try opinionPage(isReplacing: false).lead.allSatisfy { !$0.contains("もう一件") })
  }

  @Test func `Without a 控え the draft is removed as well`() throws {
    var visitor = try atHandIn()
    visitor.answer(1)
    visitor.answer(1)
    visitor.answer(2)
    #expect(visitor.store.exported.isEmpty)
    #expect(visitor.store.isDraftGone)
    #expect(visitor.outcome == .finished(path: nil))
  }

  @Test func `One may leave without handing in and find the same page again`() throws {
    var visitor = try atHandIn()
    visitor.answer(2)
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.store.handedIn.isEmpty)
    #expect(visitor.pageAfterRestart?.heading?.section == "提出")
  }

  @Test func `A second hand-in asks for the 回答番号 and replaces that sheet`() throws {
    var visitor = try atHandIn()
    visitor.store.refusal = .alreadyHandedIn(timesReplaced: 3)
    visitor.answer(1)
    #expect(visitor.page.prompt == .text(label: "回答番号（12けた）", initial: ""))
    // The answers are kept as what is to replace that sheet, not as a leftover.
    #expect(visitor.store.saved?.replacing == 3)
    visitor.write("1234")
    #expect(visitor.page.notice?.text.contains("正しくない") == true)
    #expect(visitor.store.replaced.isEmpty)
    let other = try #require(CheckedNumber(payload: "99999999999"))
    visitor.write(other.grouped)
    #expect(visitor.page.notice?.text.contains("見つかりません") == true)
    visitor.write(visitor.store.receipt.sheet.grouped)
    #expect(visitor.page.lead.contains("受付番号　123456"))
  }

  @Test func `A closed round says so, and the answers stay`() throws {
    var visitor = try atHandIn()
    visitor.store.refusal = .roundClosed
    visitor.answer(1)
    let notice = try #require(visitor.page.notice)
    #expect(notice.text.contains("締め切られた") && notice.text.contains("残っています"))
    #expect(visitor.page.heading?.section == "提出")
    #expect(!visitor.store.isDraftGone)
  }

  @Test func `A signed round says that notes and plans travel`() throws {
    let visitor = try atHandIn(Sample.inRound(handIn: .signed))
    #expect(visitor.page.lead.contains { $0.contains("記名で提出します") && $0.contains("メモと改善計画") })
  }

  @Test func `A personal inspection can be begun anew, when it is asked for twice, and the old answers are put aside`()
    throws
  {
    var visitor = try Visitor(Sample.personal)
    visitor.answerAll()
    let before = visitor.draft
    #expect(visitor.page.options.map(\.label).last == "はじめから新しく点検する")
    visitor.answer(4, 2)
    #expect(visitor.page.heading?.section == "回答の見直し" && visitor.store.aside.isEmpty)
    visitor.answer(4, 1)
    #expect(visitor.store.aside.map(\.responses) == [before.responses])
    #expect(visitor.page.heading?.section == "はじめに")
    #expect(!visitor.draft.holdsAnything && visitor.store.saved == nil)
    // A round has one sheet a person: there it is not offered.
    var inRound = try Visitor(Sample.inRound())
    inRound.answerAll()
    #expect(inRound.page.options.map(\.digit) == [1, 3])
  }

  @Test func `A personal inspection hands nothing in and keeps its draft`() throws {
    var visitor = try Visitor(Sample.personal)
    visitor.answerAll()
    visitor.answer(1)
    #expect(visitor.page.heading?.section == "控え")
    visitor.answer(1)
    #expect(visitor.outcome == .finished(path: "hikae.txt"))
    #expect(visitor.store.handedIn.isEmpty)
    #expect(!visitor.store.isDraftGone)
  }

  @Test func `What could not be handed in is not called handed in, and trying again works`() throws {
    var visitor = try atHandIn()
    visitor.store.refusal = .store(.diskFull(path: "/mnt"))
    visitor.answer(1)
    let notice = try #require(visitor.page.notice)
    for words in ["いっぱい", "まだ提出は終わっていません", "残っています", "もう一度"] { #expect(notice.text.contains(words)) }
    visitor.store.refusal = nil
    visitor.answer(1)
    #expect(visitor.page.lead.contains("受付番号　123456"))
  }

  @Test func `Nothing is written after the hand-in, and nothing of it can be taken back`() throws {
    var visitor = try atHandIn()
    visitor.answer(1)
    for intent in [Intent.undo, .back, .note, .list, .keep(text: "文"), .next, .choose(digit: 1), .next, .undo] {
      visitor.send(intent)
    }
    #expect(visitor.page.heading?.section == "控え")
    #expect(!visitor.store.isWrittenAfterHandIn)
  }

  @Test func `Leaving from the numbers says what goes with it`() throws {
    var visitor = try atHandIn()
    visitor.answer(1)
    visitor.send(.interrupt)
    visitor.send(.interrupt)
    #expect(visitor.page.lead == ["提出は済んでいます。控えを残さずに終わりますか。回答番号は、もう表示されません。"])
    visitor.answer(2)
    #expect(visitor.page.lead.contains("受付番号　123456"))
    visitor.send(.interrupt)
    visitor.answer(1)
    #expect(visitor.outcome == .finished(path: nil))
  }

  @Test func `An organisation hands in signed even where the round is 無記名`() throws {
    var visitor = try Visitor(Sample.inRound(.organisation))
    visitor.begin()
    while visitor.page.heading?.code != nil {
      visitor.answer(1)
      visitor.write("台帳")
    }
    visitor.goOn()
    #expect(visitor.page.lead.contains { $0.contains("記名で提出します") && !$0.contains("無記名") })
  }

  @Test func `A 控え that cannot be written is said, and can be tried again`() throws {
    var visitor = try atHandIn()
    visitor.answer(1)
    visitor.answer(1)
    visitor.store.fault = .readOnly(path: "/mnt")
    visitor.answer(1)
    #expect(visitor.page.notice?.kind == .trouble)
    #expect(visitor.page.notice?.text.contains("控えはまだ保存されていません") == true)
    #expect(visitor.outcome == nil)
    visitor.store.fault = nil
    visitor.answer(1)
    #expect(visitor.outcome == .finished(path: "hikae.txt"))
  }
}
