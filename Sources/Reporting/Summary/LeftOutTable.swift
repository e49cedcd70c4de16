public import Aggregation
import Inspection

/// What was left out, line by line of the box, for the secretariat alone.
public enum LeftOutTable {
  /// Why one line was left out.
  public static func words(for leftOut: LeftOut) -> String { leftOut.reason.kind.japanese + "もの" }

  /// A heading and a row a line: its number, role claimed, reason, particulars.
  public static func rows(of leftOut: [LeftOut]) -> [[String]] {
    [["box.ndjson の行", "区分", "理由", "詳細"]]
      + leftOut.map { entry in
        ["\(entry.line)", entry.role?.japanese ?? "", words(for: entry), entry.reason.detail]
      }
  }
}
