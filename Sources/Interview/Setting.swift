public import Inspection

/// What an interview is about and does not change: policy, checklist as put to this person, and the round.
public struct Setting: Equatable, Sendable {
  public var policy: Policy
  public var questionnaire: Questionnaire
  /// nil on one's own, without handing in.
  public var round: Round?
  /// Whether the next person comes to the same screen, so that nothing of this one may stay.
  public var isShared: Bool
  /// Whether no file may be written for the person, who could not take it along: the 控え is shown instead.
  public var showsCopy: Bool
  /// Whether the round's first day is still to come, which is said at once; nobody is turned away.
  public var isEarly: Bool
  /// Whether the deadline has passed and the round is still open, which is said at once too.
  public var isLate: Bool
  /// nil where people enter their own answers.
  public var assistance: Assistance?
  /// What the organisation named an earlier time to show the same items; offered to be confirmed, never an answer by itself.
  public var earlierEvidence: [ItemID: String]

  /// A setting in which people enter their own answers, on a screen of their own, unless said otherwise.
  public init(
    policy: Policy, questionnaire: Questionnaire, round: Round?, isShared: Bool = false, showsCopy: Bool = false,
    isEarly: Bool = false, isLate: Bool = false, assistance: Assistance? = nil,
    earlierEvidence: [ItemID: String] = [:]
  ) {
    (self.policy, self.questionnaire, self.round) = (policy, questionnaire, round)
    (self.isShared, self.showsCopy) = (isShared, showsCopy)
    (self.isEarly, self.isLate) = (isEarly, isLate)
    self.assistance = assistance
    self.earlierEvidence = earlierEvidence
  }

  public var checklist: Checklist { questionnaire.checklist }
}

/// Whose answers are entered by whom, when it is not the person; by the names that the people in the room know.
public struct Assistance: Equatable, Sendable {
  /// Where the answers come from that somebody else enters.
  public enum Source: Equatable, Sendable {
    /// The questions are read aloud and the answers told.
    case spoken
    /// The answers stand on a form.
    case form
  }

  public var source: Source
  public var person: String
  public var by: String

  public init(_ source: Source, of person: String, by: String) {
    (self.source, self.person, self.by) = (source, person, by)
  }
}

/// A person's own copy of the result (控え).
public enum Keepsake: Equatable, Sendable {
  case written(path: String)
  /// Its paragraphs, to be shown and kept nowhere.
  case shown([String])
}

/// Where an interview keeps what it is told; the disk in the program, memory in tests.
public protocol InterviewStore {
  /// Returns when the draft is safely on disk.
  func save(_ draft: Draft) throws(StoreFault)
  /// Hands the draft in under a new number or in the place of an earlier sheet, and removes it.
  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt
  /// Makes the 控え, as a file or to be shown.
  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake
  /// Keeps the draft under another name, and gives a fresh one for its place.
  func setAside(_ draft: Draft) throws(StoreFault) -> Draft
}

extension Interview.Effect {
  /// Performs the effect and tells what became of it; nil where nobody waits for an answer.
  public func perform(in store: some InterviewStore) -> Intent? {
    switch self {
    case .save(let draft):
      do throws(StoreFault) {
        try store.save(draft)
        return .saved
      } catch { return .saveFailed(error) }
    case .handIn(let draft, let number):
      do throws(HandInRefusal) {
        return .handedIn(try store.handIn(draft, as: number))
      } catch { return .handInRefused(error) }
    case .export(let draft, let receipt):
      do throws(StoreFault) {
        return .exported(try store.export(draft, receipt: receipt))
      } catch { return .exportFailed(error) }
    case .setAside(let draft):
      do throws(StoreFault) {
        return .begunAnew(try store.setAside(draft))
      } catch { return .saveFailed(error) }
    }
  }
}
