public import Inspection

/// Something worth a word while a job works; the words are made where the job was started.
public enum JobEvent: Equatable, Sendable {
  /// So much of a work that takes its time is done; the last one is told with `done` equal to `total`.
  case progress(Work, done: Int, total: Int)
  /// A new edition was written down.
  case recorded(Edition)
  /// A reason for a correction was given, and the figures are still those of this edition.
  case unchanged(Edition)
  /// So many opinions were handed in and are in no list yet.
  case unlistedOpinions(Int, round: String)
  /// Nothing is left out any more, so that the earlier list went.
  case leftOutListRemoved(path: String)
  /// Nothing is left out; what stands in the list's place is not a list of ours and stays.
  case foreignLeftOutList(path: String)
  /// The round takes nothing any more.
  case closed(round: String)
  /// A letter that would be due is not made.
  case letterSkipped(LetterMaker.Skipped)
  /// The list of slip codes holds the new code now, and the old one no longer.
  case slipsBroughtUpToDate(_ list: String)
  /// The list of slip codes still holds a code that lets nobody in.
  case slipsOutdated(_ list: String)
  case wrote(file: String)

  /// What takes its time.
  public enum Work: Sendable {
    /// In megabytes.
    case readingBox
    case readingSheets, readingForms, readingSummaries, makingCodes, checkingCodes
  }
}

/// Is told of each event in the order in which they happen.
public typealias Tell = (JobEvent) -> Void

/// What time it is; from outside, so that a test can set it.
public typealias Clock = () -> Timestamp
