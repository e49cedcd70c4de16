public import Aggregation
public import Inspection

/// Why the figures of a round are not given out.
public enum FiguresRefusal: Error, Equatable, Sendable {
  /// An earlier round cannot be compared with this one.
  case previous(PreviousRounds.Refusal)
  case disclosure(Disclosure.Refusal)
  case edition(EditionRule.Refusal)
  /// The box is not the one that the round was closed with, and no reason was given.
  case changedSinceClosing
  /// Something was written down in the round's log while its files were counted.
  case changedMeanwhile
}

/// A new edition could not be written down in the round's folder, and is therefore not given out.
public struct EditionNotRecorded: Error, Equatable, Sendable {
  public var edition: Edition
}
