public import Aggregation
import Inspection

/// The sheets that were left out, file by file, for the secretariat alone.
public enum LeftOutTable {
  /// Why one file was left out.
  public static func words(for leftOut: LeftOut) -> String { leftOut.reason.kind.japanese + "もの" }

  /// A heading and a row a file: file, role claimed, reason, particulars.
  public static func rows(of leftOut: [LeftOut]) -> [[String]] {
    [["ファイル", "区分", "理由", "詳細"]]
      + leftOut.map { entry in
        [entry.file, entry.role?.japanese ?? "", words(for: entry), entry.reason.detail]
      }
  }
}
