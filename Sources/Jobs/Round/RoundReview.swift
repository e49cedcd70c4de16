public import Inspection
import Reporting
public import Storage
import TextLayout

/// The record of the review of policy 8: `tenken round review`; the decision is people's.
public enum RoundReview {
  public enum State {
    /// What people have written so far.
    case written(Review, in: RoundFolder)
    /// A form was made at `path`, with so many things that might be looked at.
    case blank(path: String, questions: Int)
  }

  /// The record, or a new form where there is none; throws `RoundNotClosed` and what `RoundResult` throws.
  public static func state(of path: String, tell: Tell) throws -> State {
    let folder = try RoundFolder(path)
    if let review = try folder.review() { return .written(review, in: folder) }
    guard folder.status.closed != nil else { throw RoundNotClosed(.review, round: path) }
    let questions = try RoundResult(path, previous: [], tell: tell).disclosed(to: .office).reviewQuestions
    try folder.writeBlankReview(questions: questions.map(\.sanitized))
    return .blank(path: folder.reviewPath, questions: questions.count)
  }
}
