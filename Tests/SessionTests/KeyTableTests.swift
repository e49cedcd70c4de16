import Inspection
import Interview
import InterviewSamples
import Terminal
import Testing

@testable import Session

/// The key line, the help screen and what keys do are one table.
@Suite struct KeyTableTests {
  private static let places: [(name: String, keys: String)] = [
    ("preface", ""), ("profile", "⏎"), ("item", "⏎1⏎1⏎"), ("note", "⏎1⏎1⏎7"), ("list", "⏎1⏎1⏎8"),
    ("review", "⏎1⏎1⏎1⏎1⏎1⏎1⏎"), ("plan", "⏎1⏎1⏎2⏎1⏎1⏎1⏎1"), ("due", "⏎1⏎1⏎2⏎1⏎1⏎1⏎11"),
    ("opinion", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1"), ("hand-in", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"), ("receipt", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎1"),
    ("keepsake", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎11"),
  ]

  /// The page that the keys lead to.
  private func page(_ keys: String) -> Page {
    let setting = Sample.inRound()
    var runner = Runner(
      Interview(setting, draft: Desk.fresh(setting)), clock: { Desk.now }, perform: { $0.perform(in: Store()) })
    var screen = ScreenState()
    for case .key(let key) in Keys.typed(keys) {
      screen.show(runner.state.page)
      for intent in ScreenInput.intents(for: key, on: runner.state.page, &screen) { runner.send(intent) }
    }
    return runner.state.page
  }

  @Test(arguments: places.map(\.keys)) func `Every key named on the key line does something`(keys: String) {
    let before = Desk(Sample.inRound(), Keys.typed(keys))
    let isWriting = if case .text = page(keys).prompt { true } else { false }
    for binding in PageBindings.table(for: page(keys)).bindings where binding.isOnKeyLine {
      for (key, _) in binding.keys where !(isWriting && key == .enter) {
        let after = Desk(Sample.inRound(), Keys.typed(keys) + [.key(key)])
        let isNoticed = after.screen.frames.last != before.screen.frames.last || after.outcome != nil
        #expect(isNoticed, "\(key.name) after \(keys)")
      }
    }
  }

  @Test(arguments: places.map(\.keys)) func `No key is bound twice, and each binding is explained`(keys: String) {
    let bindings = PageBindings.table(for: page(keys)).bindings
    let bound = bindings.flatMap { $0.keys.map(\.key) }
    #expect(Set(bound).count == bound.count, "\(bound)")
    #expect(bindings.allSatisfy { !$0.label.isEmpty && !$0.help.isEmpty })
  }

  @Test(arguments: places.map(\.keys)) func `Help lists exactly the keys that are live`(keys: String) {
    let page = page(keys)
    let open: [Event] = [.key(.function(1))]
    // High enough for the whole of it.
    let text = Desk(Sample.inRound(), columns: 100, rows: 90, Keys.typed(keys) + open).text
    guard page.offers(.help) else { return #expect(!text.contains("閉じる")) }
    for entry in PageBindings.table(for: page).help { #expect(text.contains("\(entry.keys)  \(entry.label)")) }
  }

  @Test func `Everything on the key line of a page is on the screen, even in the smallest window`() {
    for (_, keys) in Self.places {
      let page = page(keys)
      for columns in [40, 80] {
        let lines = PageBindings.table(for: page).keyLine(width: columns - 2)
        #expect(lines.count <= 3)
        for binding in PageBindings.table(for: page).bindings where binding.isOnKeyLine {
          #expect(lines.contains { $0.contains("\(binding.keyLabel) \(binding.label)") })
        }
      }
    }
  }
}
