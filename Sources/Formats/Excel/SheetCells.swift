import Characters

/// An element of SpreadsheetML in which something is written, or that leads to one.
enum SheetElement {
  case worksheet, sheetData, row, cell, value, formula, inline
  case sharedStrings, sharedString
  case run, text
  /// Any other, of whatever namespace.
  case other

  init(_ name: XMLName) {
    guard name.namespace == .spreadsheet else {
      self = .other
      return
    }
    self =
      switch name.local {
      case "worksheet": .worksheet
      case "sheetData": .sheetData
      case "row": .row
      case "c": .cell
      case "v": .value
      case "f": .formula
      case "is": .inline
      case "sst": .sharedStrings
      case "si": .sharedString
      case "r": .run
      case "t": .text
      default: .other
      }
  }
}

/// Follows where in a part the reader is.
class SpreadsheetVisitor: XMLVisitor {
  /// The elements from the root to here.
  private(set) var path: [SheetElement] = []
  /// The text since the last `begin`.
  private var bytes: [UInt8]?

  final func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(SheetElement(name))
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

  private static let string: [SheetElement] = [.sharedStrings, .sharedString]
  private static let text = string + [.text]
  private static let runText = string + [.run, .text]

  override func began(_ attributes: XMLAttributes) {
    if path == Self.string { text = "" }
    if path == Self.text || path == Self.runText { gather() }
  }

  override func ended() {
    if path == Self.text || path == Self.runText { text += gathered() }
    if path == Self.string { texts.append(text.unescapedByExcel) }
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

  private static let row: [SheetElement] = [.worksheet, .sheetData, .row]
  private static let cell = row + [.cell]
  private static let value = cell + [.value]
  private static let formula = cell + [.formula]
  private static let inlineText = cell + [.inline, .text]
  private static let inlineRun = cell + [.inline, .run, .text]

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
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let scalar = Self.escaped(bytes[place...].prefix(7)) {
        result += String(scalar).utf8
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard text.count == 7, text.first == UInt8(ascii: "_"), text.last == text.first,
      text.dropFirst().first == UInt8(ascii: "x")
    else { return nil }
    var value: UInt32 = 0
    for byte in text.dropFirst(2).dropLast() {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
