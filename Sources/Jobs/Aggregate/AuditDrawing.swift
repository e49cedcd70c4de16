import Aggregation
import Formats
import Inspection
public import Reporting
import Storage

/// Draws items of the organisation's sheet for the audit that policy 7 asks for beside self-inspection.
public enum AuditDrawing {
  /// The organisation has not handed in, so that there is nothing to draw from.
  public struct NoSheet: Error, Equatable, Sendable {}

  /// The form of `size` items, or of all where there are fewer; the same seed draws the same items.
  ///
  /// Throws `RoundNotClosed`, `NoSheet`, and what `RoundResult` throws.
  public static func form(of path: String, size: Int, seed: String, tell: Tell) throws -> AuditForm {
    let result = try RoundResult(path, previous: [], tell: tell)
    guard result.folder.status.closed != nil else { throw RoundNotClosed(.audit, round: path) }
    let summary = try result.disclosed(to: .office)
    guard let organisation = summary.organisation, organisation.hasSheet else { throw NoSheet() }
    let sample = AuditSample(of: organisation, size: size) { Digest.hexadecimal(of: Array("\(seed) \($0)".utf8)) }
    return AuditForm(of: sample, seed: seed, in: summary)
  }
}
