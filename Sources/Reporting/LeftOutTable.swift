public import Aggregation
import Inspection

/// The sheets that were left out, file by file, for the secretariat alone.
public enum LeftOutTable {
  /// A heading and a row a file: file, role claimed, reason, particulars.
  public static func rows(of leftOut: [LeftOut]) -> [[String]] {
    [["ファイル", "区分", "理由", "詳細"]]
      + leftOut.map { entry in
        [entry.file, entry.role?.japanese ?? "", entry.reason.kind.japanese + "もの", entry.reason.detail]
      }
  }
}
