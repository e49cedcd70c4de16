import Inspection

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
