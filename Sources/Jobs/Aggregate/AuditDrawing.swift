import Aggregation
import Formats
import Inspection
public import Reporting
import Storage

/// Draws items of the organisation's sheet for the audit that policy 7 asks for beside self-inspection.
public enum AuditDrawing {
  /// The organisation has not handed in, so that there is nothing to draw from.
  public struct NoSheet: Error, Equatable, Sendable {}

  /// What was written behind the lines that were there.
  public struct Recorded: Equatable, Sendable {
    public var new: Int
    public var list: String
  }

  /// Writes the drawn items that the list of audited items does not hold yet, for the auditor to fill in.
  ///
  /// Throws `StorageError`, and `UnencodableField` for a list in CP932 that cannot hold one.
  public static func record(_ form: AuditForm, in path: String) throws -> Recorded {
    let folder = try RoundFolder(path)
    let list = try folder.audit()
    let known = Set(list?.rows.map(\.item) ?? [])
    let new = form.sample.rows.map(AuditRecord.init(drawn:)).filter { !known.contains($0.item) }
    if !new.isEmpty { try folder.add(new, to: list) }
    return Recorded(new: new.count, list: folder.auditPath)
  }

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
