public import Aggregation
import Formats
public import Inspection
public import Storage

/// The figures of a round for one audience, given out: `tenken aggregate`.
public struct AggregateJob {
  /// The round's folder.
  public var path: String
  /// Folders of earlier rounds, or their internal summaries.
  public var previous: [String]
  public var audience: Audience
  /// nil for no correction.
  public var correction: Correction?

  public init(_ path: String, previous: [String] = [], to audience: Audience, correction: Correction? = nil) {
    (self.path, self.previous) = (path, previous)
    (self.audience, self.correction) = (audience, correction)
  }

  /// How it ended, when all was given out.
  public enum Outcome: Equatable, Sendable {
    /// The round is still open: only who has handed in was given; with the lines of the box that nobody can read.
    case notClosed(unreadable: [LeftOut])
    /// Every line of the box counts.
    case complete
    /// These lines of the box do not count; the file at `list` says so too.
    case leftOut([LeftOut], list: String)
  }

  /// Makes everything of the figures, writes the edition down, and only then gives it out, so that nothing is seen that
  /// the log does not tell of.
  ///
  /// Throws `FiguresRefusal`, `EditionNotRecorded`, `StorageError`, and what the two closures throw. Until `give` is
  /// called nothing was given out.
  public func run<Made>(
    clock: Clock, tell: Tell, make: (DisclosedSummary) throws -> Made, give: (Made) throws -> Void
  ) throws -> Outcome {
    let result = try RoundResult(path, previous: previous, tell: tell)
    let figures = try GivenFigures(of: result, to: audience, as: correction, at: clock())
    let made = try make(figures.summary)
    try figures.record(tell: tell)
    try give(made)
    guard result.manifest != nil else { return .notClosed(unreadable: try RoundInbox.unreadable(in: path)) }
    if audience == .office { try tellOpinions(of: result, tell) }
    let leftOut = result.summary.leftOut
    return try LeftOutList(in: result.folder).keep(leftOut, tell: tell).map { .leftOut(leftOut, list: $0) }
      ?? .complete
  }

  private func tellOpinions(of result: RoundResult, _ tell: Tell) throws(StorageError) {
    let count = result.contents.box.counts.opinions
    if count > 0, try !result.folder.hasOpinionList() { tell(.unlistedOpinions(count, round: path)) }
  }
}

extension DisclosedSummary {
  /// The name of the file in which it is given out among others; the audience is in it, so that one edition never replaces
  /// the other.
  public func fileName(ending: String) -> String { "\(round.id)-\(audience.rawValue).\(ending)" }
}

/// The figures of a round for one audience; those of a closed round are an edition.
struct GivenFigures {
  let summary: DisclosedSummary
  /// nil before closing, when nothing but 提出 is shown.
  private let edition: RoundEdition?
  private let correction: Correction?
  private let now: Timestamp

  /// Writes nothing; throws `FiguresRefusal` and `StorageError`.
  ///
  /// - Parameters:
  ///   - correction: nil for no correction.
  ///   - isBare: leaves out what stands beside the figures.
  ///   - now: when it is given out, for the log and the day of what stands beside the figures.
  init(
    of result: RoundResult, to audience: Audience, as correction: Correction? = nil, isBare: Bool = false,
    at now: Timestamp
  ) throws {
    (self.correction, self.now) = (correction, now)
    guard let manifest = result.manifest else {
      edition = nil
      summary = try result.disclosed(to: audience)
      return
    }
    let beside = isBare ? nil : try result.beside(shownTo: audience)
    let edition = try RoundEdition(of: result, madeOf: manifest, with: beside, to: audience, as: correction)
    self.edition = edition
    summary = try result.disclosed(to: audience, as: edition.edition, with: beside, at: now)
  }

  /// Writes the edition down; to be called when everything is made of the figures and before anybody sees it.
  func record(tell: Tell) throws {
    try edition?.record(at: now, tell: tell)
    edition?.tellUnused(correction, tell: tell)
  }
}

/// Why the figures of a round are not given out.
public enum FiguresRefusal: Error, Equatable, Sendable {
  /// An earlier round cannot be compared with this one.
  case previous(PreviousRounds.Refusal)
  case disclosure(Disclosure.Refusal)
  case edition(EditionRule.Refusal)
  /// The box is not the one that the round was closed with, and no reason was given.
  case changedSinceClosing
  /// Lines of the round's log were taken out or have changed.
  case log([LogFault], round: String)
  /// Something was written down in the round's log while its files were counted.
  case changedMeanwhile
}

/// A new edition could not be written down in the round's folder, and is therefore not given out.
public struct EditionNotRecorded: Error, Equatable, Sendable {
  public var edition: Edition
}
