/// Writes comma-separated values that Excel in Japan opens rightly: BOM, CRLF, every field quoted, no formulas.
public enum CSVWriter {
  public static func bytes(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { row in row.map(quoted).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + lines.joined().utf8
  }

  /// A field that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
  private static func quoted(_ field: String) -> String {
    // Scalars, for a mark that combines with the sign would hide it from a comparison of characters.
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    let safe = field.unicodeScalars.first.map(starts.contains) == true ? "'" + field : field
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
