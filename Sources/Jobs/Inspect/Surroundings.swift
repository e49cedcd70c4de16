public import Inspection
public import Interview
public import Storage

/// What an inspection takes from outside, so that a test can set it.
public struct Surroundings {
  public var drafts: DraftStore
  /// The path of the folder to which people's copies of their results go, whole, for it is told.
  public var copies: String
  /// Whether no such copy is written, for the people here cannot take a file along: it is shown.
  public var showsCopies: Bool
  public var clock: () -> Timestamp
  /// Makes the random numbers of one hand-in.
  public var generator: () -> any RandomNumberGenerator
  /// Returns when so much time has passed; a test only notes how much.
  public var wait: (Duration) -> Void

  public init(
    drafts: DraftStore, copies: String, showsCopies: Bool = false, clock: @escaping () -> Timestamp,
    wait: @escaping (Duration) -> Void, generator: @escaping () -> any RandomNumberGenerator
  ) {
    self.drafts = drafts
    (self.copies, self.showsCopies) = (copies, showsCopies)
    self.clock = clock
    self.generator = generator
    self.wait = wait
  }
}

/// What conversations are shown on: a screen or plain lines in the program, a list of intents in tests.
public protocol Display {
  /// Runs a conversation to its end.
  ///
  /// - Throws: `Interrupted` where there is nobody left to go on with.
  func run<State: Conversation>(_ runner: Runner<State>) throws(Interrupted) -> State.Outcome
}

/// A signal or a closed window ended a conversation before its time; everything answered is on disk.
public struct Interrupted: Error, Equatable, Sendable {
  /// What the program ends with: 128 and the number of the signal.
  public var status: Int32

  public init(status: Int32) { self.status = status }
}

/// How the answers come in; by default the person types them in the interview.
public struct EntryMethod: Equatable, Sendable {
  /// The id of the person who enters them.
  public var assistedBy: String?
  /// A paper form is keyed in.
  public var isPaper: Bool
  /// The paper form is keyed in a second time, to find slips.
  public var isTwice: Bool
  /// The path of a form filled in with Excel.
  public var answers: String?

  /// What cannot go together.
  public enum Conflict: Error, Equatable, Sendable {
    /// On a shared screen people enter their own answers, in the interview.
    case sharedScreen
    /// Nobody else enters the answers of a personal inspection.
    case assistanceWithoutRound
    case paperWithoutHelper
    case paperAndAnswers
    case twiceWithoutPaper
  }

  public init(assistedBy: String? = nil, isPaper: Bool = false, isTwice: Bool = false, answers: String? = nil) {
    self.assistedBy = assistedBy
    self.isPaper = isPaper
    self.isTwice = isTwice
    self.answers = answers
  }

  /// Whether the answers stand on a form rather than being told.
  var hasForm: Bool { isPaper || answers != nil }

  /// Throws the first conflict with itself or with the occasion.
  public func check(inRound: Bool, isShared: Bool) throws(Conflict) {
    if isShared, assistedBy != nil || hasForm { throw .sharedScreen }
    if !inRound, assistedBy != nil || isPaper { throw .assistanceWithoutRound }
    if isPaper, assistedBy == nil { throw .paperWithoutHelper }
    if isPaper, answers != nil { throw .paperAndAnswers }
    if isTwice, !isPaper { throw .twiceWithoutPaper }
  }

  /// Who enters the answers: staff or the organisation's respondent; nil where people enter their own.
  func helper(on roster: Roster) throws(VisitRefusal) -> Respondent? {
    guard let assistedBy else { return nil }
    guard let helper = roster[RespondentID(assistedBy)] else { throw .unknownHelper(id: assistedBy) }
    guard helper.role != .member else { throw .helperIsMember(name: helper.name) }
    return helper
  }
}
