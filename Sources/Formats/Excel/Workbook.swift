import Characters

/// Where a cell stands on its sheet, both from 1.
struct CellPlace: Hashable, Comparable {
  var row: Int
  var column: Int

  /// The measures of a sheet of Excel.
  static let rows = 1...1_048_576
  static let columns = 1...16_384

  init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// Reads `C15`; nil for anything else, and for what lies beyond a sheet.
  init?(_ name: String) {
    var column = 0
    var digits = name.utf8[...]
    while let letter = digits.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) {
      column = column * 26 + Int(letter) - 0x40
      guard column <= Self.columns.upperBound else { return nil }
      digits.removeFirst()
    }
    guard let row = String(Substring(digits)).number(digits: 1...7), Self.rows.contains(row), column > 0 else {
      return nil
    }
    self.init(row: row, column: column)
  }

  /// As people know it: `C15`.
  var name: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  static func < (a: Self, b: Self) -> Bool { (a.row, a.column) < (b.row, b.column) }
}

/// What is written in a cell; nothing is calculated, and what was calculated is not trusted.
enum CellContent: Equatable {
  /// Text, with what Excel escaped in it put back.
  case text(String)
  /// A number as it is written in the file: `1`, `1.0`, `1.0000E0`.
  case number(String)
  case unreadable(UnreadableCell)
}

/// What stands in a cell that nobody wrote as an answer.
public enum UnreadableCell: Equatable, Sendable {
  /// TRUE or FALSE.
  case truth
  /// Such as #REF!.
  case error
  case date
  case formula
  /// It points to a text that is not there.
  case missingText
}

/// A sheet with the cells in which something is written, in the order of rows and columns.
struct WorkbookSheet: Equatable {
  var name: String
  var isHidden: Bool
  var cells: [CellPlace: CellContent]
}

/// What stands between the bytes of a file and its sheets.
enum WorkbookFault: Error, Equatable {
  case archive(ZipArchive.Fault)
  case xml(XMLReader.Fault)
  /// It is made as workbooks are, and is something else: a text, a drawing.
  case noWorkbook
  /// A part that must be there is not.
  case incomplete
  /// Several sheets are one part.
  case sharedPart
  /// It takes values from other files.
  case linksOutside
  /// More cells than any form has.
  case tooManyCells
}
