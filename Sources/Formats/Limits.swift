import CJSON

/// The most that a file of a sort may hold; more is refused by name before it is parsed.
///
/// The table of them all stands in docs/formats.md, and a test holds it to these.
public enum Limits {
  /// What people write by hand has a hundredth of it; of more the parser would make a tree of hundreds of megabytes.
  public static let yamlBytes = 2 << 20
  /// A document, or a line of a log or a box; nodes of more would take gigabytes.
  public static let jsonBytes = Int(CJ_MOST_BYTES)
  public static let jsonValues = Int(CJ_MOST_VALUES)
  /// A hundred thousand people fill a third of it.
  public static let tableBytes = 16 << 20
  public static let tableHeadings = 100
  /// Of a workbook, which is an archive: honest forms have a dozen parts and half a megabyte.
  public static let archiveParts = 2_000
  public static let archivePartBytes = 8 << 20
  public static let archiveContentBytes = 24 << 20
  /// All XML that is read of one: what honest forms have of it is a twentieth, and a second has to do for all of it.
  public static let workbookXMLBytes = 4 << 20
  public static let workbookCells = 100_000
  /// Of a form in CSV, which has a hundred lines; a table of more would take seconds for each of a batch.
  public static let formTableBytes = 1 << 20
}
