public import Formats
public import Inspection

/// Why a visit cannot begin or go on; nothing is changed.
public enum VisitRefusal: Error, Equatable, Sendable {
  case roundClosed(Round.Contact)
  /// A shared screen needs slip codes, or anybody could come in as anybody.
  case noCodes
  /// Nobody on the roster has the id of the one who is to enter the answers.
  case unknownHelper(id: String)
  /// Members do not enter other people's answers.
  case helperIsMember(name: String)
  /// The one who is to enter the answers came in as the one whose answers they are.
  case ownHelper
  /// All faults of a form filled in with Excel.
  case answers(file: String, [AnswersFault])
}
