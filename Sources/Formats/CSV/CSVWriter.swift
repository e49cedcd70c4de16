/// Writes comma-separated values that Excel in Japan opens rightly: BOM, CRLF, every field quoted, no formulas.
public enum CSVWriter {
  public static func bytes(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { row in row.map(quoted).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + lines.joined().utf8
  }

  /// A field that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
  private static func quoted(_ field: String) -> String {
    let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    let safe = field.first.map(starts.contains) == true ? "'" + field : field
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
