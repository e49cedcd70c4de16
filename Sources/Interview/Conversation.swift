public import Inspection

/// A state that is shown as pages, changes by intents and asks for effects; both front ends drive any of them.
public protocol Conversation: Sendable {
  /// What it asks the outside to do; the answer comes back as an intent.
  associatedtype Effect: Sendable
  /// How it ended.
  associatedtype Outcome: Sendable

  var page: Page { get }
  /// nil while it goes on.
  var outcome: Outcome? { get }

  /// Takes one intent, and says what is to be done; what becomes of that comes back as an intent.
  mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect]
}

/// A conversation together with the outside that performs its effects.
///
/// Effects are performed one after another and their answers fed back before `send` returns, so a page is never shown
/// before what it promises is on disk.
public struct Runner<State: Conversation> {
  public private(set) var state: State
  private let clock: () -> Timestamp
  private let perform: (State.Effect) -> Intent?

  public init(_ state: State, clock: @escaping () -> Timestamp, perform: @escaping (State.Effect) -> Intent?) {
    self.state = state
    self.clock = clock
    self.perform = perform
  }

  /// Takes an intent, and all that follows from what is done for it.
  public mutating func send(_ intent: Intent) {
    var waiting = [intent]
    while !waiting.isEmpty {
      let effects = state.update(waiting.removeFirst(), at: clock())
      waiting += effects.compactMap(perform)
    }
  }
}

/// What a person wants, or what became of an effect; the only way a conversation changes.
public enum Intent: Equatable, Sendable {
  case choose(digit: Int)
  case select(row: Int)
  case submit(text: String)
  /// One page back; what stands in a text field is kept before it.
  case back
  case next, note, list, undo
  /// 9: save and leave.
  case suspend
  /// What stands in a text field when something else is about to take its page away: kept, without going on.
  case keep(text: String)
  /// Ctrl-C: ask once whether to leave; the second time leave.
  case interrupt
  /// Nobody has touched the keys for a while; `text` is what stands in a text field.
  case abandon(text: String?)
  /// A signal or a closed window: leave now, everything answered is already on disk.
  case hangUp

  case saved
  case saveFailed(StoreFault)
  case handedIn(HandInReceipt)
  case handInRefused(HandInRefusal)
  case exported(Keepsake)
  case exportFailed(StoreFault)
  /// An earlier attempt at a draft was put aside; this one is fresh.
  case begunAnew(Draft)
  /// What a number is that was typed as the 回答番号 of an earlier sheet.
  case numberLookedUp(EarlierNumber)
  case admitted(Respondent)
  /// The supervisor's code was entered: the shared screen ends.
  case dismissed
  case admissionRefused(AdmissionRefusal)
}

/// Why a person was not let in.
public enum AdmissionRefusal: Error, Equatable, Sendable {
  /// The digits contradict their check digit, or are not twelve.
  case mistyped
  case unknownCode
}

/// One page that tells something and waits for Enter, such as why a visit to a shared screen could not begin.
public struct Announcement: Conversation, Equatable {
  /// It asks nothing of the outside.
  public typealias Effect = Void
  public enum Outcome: Equatable, Sendable { case read }

  public private(set) var outcome: Outcome?
  private let heading: String
  private let title: String
  private let lines: [String]

  /// - Parameter isGoodbye: whether it ends a visit that went as it should.
  public init(_ lines: [String], assembly: String, isGoodbye: Bool = false) {
    title = ReceptionText.title(of: assembly)
    heading = isGoodbye ? ReceptionText.goodbye : ReceptionText.announcement
    self.lines = lines
  }

  public var page: Page {
    var page = Page(
      banner: Page.Banner(title: title, occasion: "", role: ""), notice: nil, prompt: .enter,
      commands: [Page.Offer(command: .next, label: ReceptionText.toStart)])
    page.heading = Page.Heading(section: heading, clause: nil, code: nil)
    page.lead = lines
    return page
  }

  /// Takes one intent, and says what is to be done.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    switch intent {
    case .next, .back, .hangUp, .abandon, .suspend, .interrupt: outcome = .read
    default: break
    }
    return []
  }
}
