import Characters

/// Follows where in a part the reader is; elements of other namespaces count as places of their own.
class SpreadsheetVisitor: XMLVisitor {
  /// The local names from the root to here; empty for an element of another namespace.
  private(set) var path: [String] = []
  /// The text since the last `begin`.
  private var bytes: [UInt8]?

  final func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(name.isSpreadsheet ? name.local : "")
    began(attributes)
  }

  final func end() {
    ended()
    path.removeLast()
  }

  final func text(_ piece: UnsafeRawBufferPointer) { bytes?.append(contentsOf: piece) }

  /// Gathers the text from here on.
  final func gather() { bytes = [] }

  /// What was gathered.
  final func gathered() -> String {
    defer { bytes = nil }
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  /// The element at the end of `path` begins.
  func began(_ attributes: XMLAttributes) {}
  /// The element at the end of `path` ends.
  func ended() {}
}

/// The texts that cells share; runs of a rich text are joined, and its reading (ふりがな) is no text.
final class SharedStrings: SpreadsheetVisitor {
  private(set) var texts: [String] = []
  private var text = ""

  override func began(_ attributes: XMLAttributes) {
    if path == ["sst", "si"] { text = "" }
    if path == ["sst", "si", "t"] || path == ["sst", "si", "r", "t"] { gather() }
  }

  override func ended() {
    if path == ["sst", "si", "t"] || path == ["sst", "si", "r", "t"] { text += gathered() }
    if path == ["sst", "si"] { texts.append(text.unescapedByExcel) }
  }
}

/// The cells of a sheet in which something is written.
final class SheetCells: SpreadsheetVisitor {
  private let strings: [String]
  private(set) var cells: [CellPlace: CellContent] = [:]
  private(set) var isFull = false
  private var place = CellPlace(row: 0, column: 0)
  private var type = ""
  private var value: String?
  private var inline = ""
  private var isCalculated = false

  init(strings: [String]) { self.strings = strings }

  private static let row = ["worksheet", "sheetData", "row"]
  private static let cell = row + ["c"]
  private static let value = cell + ["v"]
  private static let formula = cell + ["f"]
  private static let inlineText = cell + ["is", "t"]
  private static let inlineRun = cell + ["is", "r", "t"]

  override func began(_ attributes: XMLAttributes) {
    // The depth alone says of most elements that they are none of these.
    switch path.count {
    case 3 where path == Self.row:
      // A row or cell that does not say where it stands is the next one (ECMA-376-1, 18.3.1.73 and 18.3.1.4).
      place.row = attributes["r"].flatMap { $0.number(digits: 1...7) } ?? place.row + 1
      place.column = 0
    case 4 where path == Self.cell:
      place.column += 1
      if let named = attributes["r"].flatMap(CellPlace.init) { place = named }
      (type, value, inline, isCalculated) = (attributes["t"] ?? "n", nil, "", false)
    case 5 where path == Self.formula: isCalculated = true
    case 5 where path == Self.value, 6 where path == Self.inlineText, 7 where path == Self.inlineRun: gather()
    default: break
    }
  }

  override func ended() {
    switch path.count {
    case 4 where path == Self.cell: keep()
    case 5 where path == Self.value: value = gathered()
    case 6 where path == Self.inlineText, 7 where path == Self.inlineRun: inline += gathered()
    default: break
    }
  }

  private func keep() {
    guard let content, CellPlace.rows.contains(place.row), CellPlace.columns.contains(place.column) else { return }
    guard cells.count < Limits.workbookCells else {
      isFull = true
      return
    }
    cells[place] = content
  }

  /// nil for a cell in which nothing is written.
  private var content: CellContent? {
    if isCalculated { return .unreadable(.formula) }
    switch type {
    case "inlineStr": return inline.isEmpty ? nil : .text(inline.unescapedByExcel)
    case "s":
      guard let value else { return nil }
      guard let index = value.trimmed().number(digits: 1...9), strings.indices.contains(index) else {
        return .unreadable(.missingText)
      }
      return strings[index].isEmpty ? nil : .text(strings[index])
    case "str": return value.flatMap(\.nonEmpty).map { .text($0.unescapedByExcel) }
    case "b": return .unreadable(.truth)
    case "e": return .unreadable(.error)
    case "d": return .unreadable(.date)
    default: return value.map { $0.trimmed() }.flatMap(\.nonEmpty).map { .number($0) }
    }
  }
}

extension String {
  /// With the characters for which Excel writes `_x000D_` (ECMA-376-1, 22.9.2.19, ST_Xstring).
  var unescapedByExcel: String {
    guard contains("_x") else { return self }
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "_", let escaped = Self.escaped(rest.prefix(7)) {
        result.append(escaped)
        rest = rest.dropFirst(7)
      } else {
        result.append(scalar)
        rest.removeFirst()
      }
    }
    return String(result)
  }

  private static func escaped(_ text: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let digits = text.dropFirst(2).dropLast()
    guard text.count == 7, text.last == "_", text.dropFirst().first == "x",
      digits.allSatisfy({ $0.properties.isASCIIHexDigit })
    else { return nil }
    return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
