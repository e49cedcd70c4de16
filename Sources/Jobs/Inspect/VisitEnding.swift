/// How a visit ended.
public enum VisitEnding: Equatable, Sendable {
  case left
  case suspended
  /// The person did not agree to somebody else entering the answers.
  case declined
  /// Gone through; `copy` is the path of the person's copy, where one was wanted.
  case finished(isHandedIn: Bool, copy: String?)
}
