import Inspection
import Interview
import Jobs

/// Answers from a list, and keeps the pages that were shown; when the list is used up the window is closed.
final class ScriptedDisplay: Display {
  private var script: ArraySlice<Step>
  private(set) var pages: [Page] = []

  enum Step {
    case want(Intent)
    /// Something that happens meanwhile, outside.
    case meanwhile(() throws -> Void)
  }

  init(_ script: [Step]) { self.script = script[...] }

  convenience init(_ intents: Intent...) { self.init(intents.map { .want($0) }) }

  func run<State: Conversation>(_ runner: Runner<State>) throws(Interrupted) -> State.Outcome {
    var runner = runner
    while true {
      if let outcome = runner.state.outcome { return outcome }
      pages.append(runner.state.page)
      switch script.popFirst() {
      case .want(let intent):
        runner.send(intent)
      case .meanwhile(let act):
        do { try act() } catch { throw Interrupted(status: 1) }
      case nil:
        runner.send(.hangUp)
        throw Self.closed
      }
    }
  }

  /// What a closed window throws.
  static let closed = Interrupted(status: 129)

  /// Whether the list is used up.
  var isDone: Bool { script.isEmpty }

  /// All the words of a page, a line each.
  static func words(of page: Page) -> [String] {
    let heading = [page.heading?.section, page.question, page.banner.entry].compactMap(\.self)
    return heading + page.lead + page.options.map(\.label) + page.rows.map(\.label) + page.guidance
      + [page.notice?.text, page.status].compactMap(\.self)
  }

  /// Whether a text stood on any of the pages.
  func showed(_ text: String) -> Bool { pages.contains { Self.words(of: $0).contains { $0.contains(text) } } }
}

extension [ScriptedDisplay.Step] {
  static func wanting(_ intents: Intent...) -> Self { intents.map { .want($0) } }

  /// Marks an option and acts on it, one after another.
  static func doing(_ digits: Int...) -> Self { digits.flatMap { wanting(.choose(digit: $0), .next) } }

  /// The ways in of the first member and of the organisation's respondent, where people come in by name.
  static var asFirstMember: Self { doing(1) + wanting(.select(row: 0)) + doing(1) }
  static var asSecondMember: Self { doing(1) + wanting(.select(row: 1)) + doing(1) }
  static var asOrganisation: Self { doing(2) + wanting(.select(row: 0)) + doing(1) }

  /// From the review of a draft in which all is answered, to the page with the receipt: no plans, no opinion, hand in.
  static var handingIn: Self { doing(1, 2, 1) }
}
