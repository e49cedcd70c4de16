/// A ZIP archive put together byte by byte (APPNOTE.TXT), so that each of its statements can be false.
public struct MadeArchive: Sendable {
  public struct Entry: Sendable {
    public var name: String
    public var content: [UInt8]
    /// What it says of its length when unpacked; nil for the truth.
    public var statedSize: UInt32?
    public var hasWrongCRC = false
    public var isEncrypted = false
    public var method: UInt16 = 0

    public init(_ name: String, _ content: String) { (self.name, self.content) = (name, Array(content.utf8)) }
  }

  public var entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// With every entry stored as it is.
  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      file += little(UInt32(0x0403_4B50)) + fields(of: entry) + little(UInt16(0)) + Array(entry.name.utf8)
      file += entry.content
      directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + fields(of: entry) + little(UInt16(0))
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(offset)) + Array(entry.name.utf8)
    }
    let count = little(UInt16(entries.count))
    return file + directory + little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + little(UInt32(file.count)) + [0, 0]
  }

  /// From the version that is needed to the length of the name.
  private func fields(of entry: Entry) -> [UInt8] {
    let crc = entry.hasWrongCRC ? 0 : Self.crc(of: entry.content)
    return little(UInt16(20)) + little(UInt16(entry.isEncrypted ? 1 : 0)) + little(entry.method) + [0, 0, 0, 0]
      + little(crc) + little(UInt32(entry.content.count)) + little(entry.statedSize ?? UInt32(entry.content.count))
      + little(UInt16(entry.name.utf8.count))
  }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// As ZIP has it (APPNOTE.TXT, 4.4.7).
  public static func crc(of bytes: some Sequence<UInt8>) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// A workbook as programs write it, each in its own way; the parts are plain XML that a test can change.
public struct MadeWorkbook: Sendable {
  public static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// By their names, in the order in which they are stored.
  public var parts: [(name: String, content: String)]

  /// Of one sheet, with what stands in `sheetData`.
  public init(rows: String, strings: [String] = [], namespace: String = spreadsheet) {
    let items = strings.map { "<si>\($0)</si>" }.joined()
    parts = [
      (
        "_rels/.rels",
        "<Relationships xmlns='\(Self.package)'><Relationship Id='rId1' Type='\(Self.office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(namespace)' xmlns:r='\(Self.office)'><sheets><sheet name='点検票' sheetId='1' r:id='rId1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns='\(Self.package)'><Relationship Id='rId1' Type='\(Self.office)/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='rId2' Type='\(Self.office)/sharedStrings' Target='sharedStrings.xml'/></Relationships>
        """
      ), ("xl/sharedStrings.xml", "<sst xmlns='\(namespace)'>\(items)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns='\(namespace)'><sheetData>\(rows)</sheetData></worksheet>"),
    ]
  }

  /// Rows of inline texts, the first one on `first`; nil leaves a cell out.
  public static func rows(_ rows: [[String?]], from first: Int = 1) -> String {
    rows.enumerated().map { index, cells in
      "<row r='\(first + index)'>"
        + cells.enumerated().compactMap { column, text in
          text.map {
            "<c r='\(Character(UnicodeScalar(UInt8(65 + column))))\(first + index)' t='inlineStr'><is><t>\($0)</t></is></c>"
          }
        }.joined() + "</row>"
    }.joined()
  }

  /// Changes a part.
  public mutating func replace(_ old: String, with new: String, in name: String) {
    for index in parts.indices where parts[index].name == name {
      parts[index].content = parts[index].content.replacing(old, with: new)
    }
  }

  public var archive: MadeArchive { MadeArchive(entries: parts.map { MadeArchive.Entry($0.name, $0.content) }) }

  public var bytes: [UInt8] { archive.bytes }
}
