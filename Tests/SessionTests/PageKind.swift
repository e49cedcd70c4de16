import Inspection
import Interview
import InterviewSamples
import Terminal
import Testing

@testable import Session

/// A kind of page that people meet, with the means to press a key or to type a line on it.
struct PageKind: Sendable, CustomTestStringConvertible {
  let name: String
  let page: Page
  /// Whether the key changes what is shown, or ends the conversation.
  let acts: @Sendable (Key) -> Bool
  /// What plain mode says to a line, without the page it says it on.
  let reply: @Sendable (String) -> String

  var testDescription: String { name }

  private init<State: Conversation>(
    _ name: String, _ state: State, perform: @escaping @Sendable (State.Effect) -> Intent? = { _ in nil }
  ) {
    self.name = name
    page = state.page
    acts = { key in
      let still = Self.shown(state, [], perform)
      let after = Self.shown(state, [.key(key)], perform)
      return after.isOver || after.frame != still.frame
    }
    reply = { line in
      let still = Self.said(state, [], perform)
      return String(Self.said(state, [line], perform).dropFirst(still.count))
    }
  }

  private static func shown<State: Conversation>(
    _ state: State, _ events: [Event], _ perform: @escaping (State.Effect) -> Intent?
  ) -> (frame: Frame?, isOver: Bool) {
    var runner = Runner(state, clock: { Desk.now }, perform: perform)
    let screen = InMemoryScreen(script: events)
    let ending = ScreenFrontEnd(on: screen).run(&runner)
    let isOver = if case .over = ending { true } else { false }
    return (screen.frames.last, isOver)
  }

  private static func said<State: Conversation>(
    _ state: State, _ lines: [String], _ perform: @escaping (State.Effect) -> Intent?
  ) -> String {
    var runner = Runner(state, clock: { Desk.now }, perform: perform)
    let console = InMemoryLineConsole(lines: lines)
    _ = PlainFrontEnd(on: console).run(&runner)
    return console.transcript
  }
}

extension PageKind {
  static let all: [PageKind] =
    interview + [leavingUnsaved, anew, copy, readBack, consent, announcement] + replacement + reception + paper

  private static let setting = Sample.inRound()

  /// The interview's pages, by the keys that lead to them.
  private static let interview: [PageKind] = [
    ("preface", ""), ("profile", "⏎"), ("item", "⏎1⏎1⏎"), ("item answered", "⏎1⏎1⏎1"), ("note", "⏎1⏎1⏎7⏎"),
    ("note written before", "⏎1⏎1⏎7⏎メモ⏎7⏎"), ("list", "⏎1⏎1⏎8⏎"), ("review", "⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("review open", "⏎1⏎1⏎1⏎8⏎5⏎"), ("plan", "⏎1⏎1⏎2⏎1⏎1⏎1⏎1⏎"), ("plan text", "⏎1⏎1⏎2⏎1⏎1⏎1⏎1⏎2⏎"),
    ("due", "⏎1⏎1⏎2⏎1⏎1⏎1⏎1⏎1⏎"), ("due check", "⏎1⏎1⏎2⏎1⏎1⏎1⏎1⏎1⏎3月31日⏎"),
    ("opinion", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"), ("opinion text", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("hand-in", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎"), ("receipt", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎"),
    ("keepsake", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎1⏎"), ("leaving", "⏎1⏎1⏎^"), ("leaving handed in", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎^"),
  ].map { name, keys in
    PageKind(
      name, after(keys, Interview(setting, draft: Desk.fresh(setting), number: .new(Desk.number)), perform: saving),
      perform: saving)
  }

  private static let leavingUnsaved: PageKind = {
    let failing: @Sendable (Interview.Effect) -> Intent? = { effect in
      effect.perform(in: Store(fault: .diskFull(path: "draft.json")))
    }
    var draft = Desk.fresh(setting)
    draft.position = .item("M-PHY-01")
    return PageKind(
      "leaving unsaved", after("1^", Interview(setting, draft: draft, number: .new(Desk.number)), perform: failing),
      perform: failing)
  }()

  private static let anew: PageKind = {
    var draft = Desk.fresh(Sample.personal)
    draft.profile = ["device": true]
    draft.position = .review
    return PageKind(
      "anew", after("4⏎", Interview(Sample.personal, draft: draft, number: .new(Desk.number)), perform: saving),
      perform: saving)
  }()

  /// What somebody is asked who has handed in before.
  private static let replacement: [PageKind] = {
    let standing = Replacement(in: setting, receipt: "123456", isBegun: false)
    let found: @Sendable (Replacement.Effect) -> Intent? = { _ in .numberLookedUp(.sheet([])) }
    return [
      ("standing", ""), ("earlier number", "2⏎"), ("starting point", "2⏎\(Desk.number.digits)⏎"),
    ].map { name, keys in PageKind(name, after(keys, standing, perform: found), perform: found) }
  }()

  /// The 控え where no file is written.
  private static let copy: PageKind = {
    let showing: @Sendable (Interview.Effect) -> Intent? = { effect in
      effect.perform(in: Store(shown: ["控えです。", "・回答：はい"]))
    }
    var remote = setting
    remote.showsCopy = true
    var draft = Desk.fresh(remote)
    draft.position = .handIn
    return PageKind(
      "copy", after("1⏎1⏎1⏎", Interview(remote, draft: draft, number: .new(Desk.number)), perform: showing),
      perform: showing)
  }()

  private static let assisted: Setting = {
    var assisted = setting
    assisted.assistance = Assistance(.spoken, of: "議員01", by: "職員01")
    return assisted
  }()

  private static let readBack: PageKind = {
    var draft = Desk.fresh(assisted)
    draft.position = .profile("device")
    return PageKind(
      "read-back",
      after("1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎", Interview(assisted, draft: draft, number: .new(Desk.number)), perform: saving),
      perform: saving)
  }()

  private static let consent = PageKind(
    "consent", Consent(to: Assistance(.spoken, of: "議員01", by: "職員01"), in: assisted))

  private static let announcement = PageKind("announcement", Announcement(["知らせ"], assembly: "見本市議会"))

  private static let reception: [PageKind] = {
    let people = (10...22).map { Respondent(id: RespondentID("m\($0)"), name: "議員\($0)", kana: "ぎいん", role: .member) }
    let names = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    return [
      PageKind("reception role", Reception(.roles(Role.allCases), assembly: "見本市議会", round: nil)),
      PageKind("reception code", Reception(.code, assembly: "見本市議会", round: Sample.round())),
      PageKind("reception code shared", Reception(.code, assembly: "見本市議会", round: Sample.round(), isShared: true)),
      PageKind("reception names", after("1⏎", names)), PageKind("reception name check", after("1⏎3⏎", names)),
    ]
  }()

  private static let paper: [PageKind] = {
    var onForm = Sample.inRound(.staff)
    onForm.assistance = Assistance(.form, of: "議員01", by: "職員01")
    let twice = PaperEntry(onForm, draft: Desk.fresh(onForm), twice: true)
    return [
      ("paper", "1⏎"), ("paper reason", "1⏎1⏎1⏎6⏎"), ("paper differs", "1⏎3⏎3⏎1⏎⏎3⏎3⏎3⏎⏎"), ("paper leaving", "1⏎^"),
    ].map { name, keys in PageKind(name, after(keys, twice, perform: saving), perform: saving) }
  }()

  private static let saving: @Sendable (Interview.Effect) -> Intent? = { $0.perform(in: Store()) }

  /// The conversation after the keys; `^` is Ctrl-C.
  private static func after<State: Conversation>(
    _ keys: String, _ state: State, perform: @escaping (State.Effect) -> Intent? = { _ in nil }
  ) -> State {
    var runner = Runner(state, clock: { Desk.now }, perform: perform)
    var screen = ScreenState()
    for character in keys {
      screen.show(runner.state.page)
      let key: Key = character == "⏎" ? .enter : character == "^" ? .control("c") : .character(character)
      for intent in ScreenInput.intents(for: key, on: runner.state.page, &screen) { runner.send(intent) }
    }
    return runner.state
  }
}
