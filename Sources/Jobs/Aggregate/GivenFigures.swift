import Aggregation
import Inspection

/// The figures of a round for one audience; those of a closed round are an edition.
struct GivenFigures {
  let summary: DisclosedSummary
  /// nil before closing, when nothing but 提出 is shown.
  private let edition: RoundEdition?
  private let reason: String?

  /// Writes nothing; throws `FiguresRefusal` and `StorageError`.
  ///
  /// - Parameter reason: why there is a correction; nil for no correction.
  init(of result: RoundResult, to audience: Audience, because reason: String? = nil) throws {
    self.reason = reason
    guard let manifest = result.manifest else {
      edition = nil
      summary = try result.disclosed(to: audience)
      return
    }
    let edition = try RoundEdition(of: result, madeOf: manifest, to: audience, because: reason)
    self.edition = edition
    summary = try result.disclosed(to: audience, as: edition.edition)
  }

  /// Writes the edition down; to be called when everything is made of the figures and before anybody sees it.
  func record(clock: Clock, tell: Tell) throws {
    try edition?.record(clock: clock, tell: tell)
    edition?.tellUnused(reason, tell: tell)
  }
}
