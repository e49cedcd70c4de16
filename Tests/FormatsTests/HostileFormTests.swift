import Formats
import Inspection
import Testing
import TextSamples

/// docs/formats.md, 記入された点検票: what is no form is named, and what would harm is not opened.
@Suite("A file that is no form") struct HostileFormTests {
  private func foreign(_ bytes: [UInt8]) -> ForeignFile? {
    do throws(FormFileError) {
      _ = try FormFile(bytes)
      return nil
    } catch {
      guard case .foreign(let foreign) = error else { return nil }
      return foreign
    }
  }

  private static let book = MadeWorkbook(rows: MadeWorkbook.rows([["項目", "回答"], ["P0", "1"]]))

  private func changed(_ name: String, _ change: (inout MadeArchive.Entry) -> Void) -> [UInt8] {
    var archive = Self.book.archive
    for index in archive.entries.indices where archive.entries[index].name == name { change(&archive.entries[index]) }
    return archive.bytes
  }

  private func with(_ entries: MadeArchive.Entry...) -> [UInt8] {
    MadeArchive(entries: Self.book.archive.entries + entries).bytes
  }

  @Test func `The workbook that the others are made of is one`() { #expect(foreign(Self.book.bytes) == nil) }

  @Test(arguments: [
    ([], ForeignFile.empty), (Array("%PDF-1.7".utf8), .pdf), (Array("<html>".utf8), .markup),
    ([0xEF, 0xBB, 0xBF] + Array("\n<?xml".utf8), .markup), ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
    ([0xFF, 0xFE, 0x41, 0x00], .utf16), (Array("PK\u{3}\u{4}".utf8), .damaged), (Array("a,b\n1,2\n".utf8), .otherTable),
    (Array("項目\0回答".utf8), .unknown), ([0x81], .unknown),
    (Array("??,??\nFORM 1 00 mihon r8-1,\n".utf8), .withoutJapanese),
  ])
  func `It is known by how it begins`(bytes: [UInt8], expected: ForeignFile) { #expect(foreign(bytes) == expected) }

  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47, 0x0D], Array("GIF89a".utf8), [0, 0, 0, 0x18] + Array("ftypheic".utf8),
  ]

  @Test(arguments: pictures)
  func `So are the pictures that screens and telephones make`(bytes: [UInt8]) { #expect(foreign(bytes) == .picture) }

  @Test(arguments: [
    (["EncryptedPackage"], ForeignFile.encrypted), (["Workbook"], .oldExcel), (["WordDocument", "Workbook"], .word),
    (["Workbook", "PowerPoint Document"], .powerPoint), (["DocumentText"], .otherCompound),
  ])
  func `A compound file is known by its streams`(streams: [String], expected: ForeignFile) {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    #expect(foreign(head + streams.joined(separator: "\u{1}").utf16.flatMap { [UInt8($0 & 0xFF), 0] }) == expected)
  }

  @Test(arguments: [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", ForeignFile.openDocument),
    ("mimetype", "application/epub+zip", .archive), ("Index/Document.iwa", "x", .apple),
    ("xl/workbook.bin", "x", .binaryWorkbook), ("word/document.xml", "x", .word),
    ("ppt/presentation.xml", "x", .powerPoint), ("readme.txt", "x", .archive),
  ])
  func `An archive is known by its parts`(part: String, content: String, expected: ForeignFile) {
    #expect(foreign(MadeArchive(entries: [.init(part, content)]).bytes) == expected)
  }

  @Test func `What is made as workbooks are and is none is not called one`() {
    var book = Self.book
    book.replace(
      "<workbook xmlns='\(MadeWorkbook.spreadsheet)'", with: "<workbook xmlns='urn:x'", in: "xl/workbook.xml")
    #expect(foreign(book.bytes) == .archive)
    book = Self.book
    book.replace("/officeDocument'", with: "/drawing'", in: "_rels/.rels")
    #expect(foreign(book.bytes) == .archive)
  }

  @Test(arguments: ["../../x", "/x", "a\\b", "C:x", "a/../b", "XL/workbook.xml", String(repeating: "a", count: 300)])
  func `A part whose name leads elsewhere or stands twice is not opened`(name: String) {
    #expect(foreign(with(.init(name, "x"))) == .unsafe)
  }

  @Test func `A part that says it is huge is not unpacked, and one that lies is found out`() {
    let sheet = "xl/worksheets/sheet1.xml"
    #expect(foreign(changed(sheet) { $0.statedSize = 1 << 30 }) == .tooLarge)
    #expect(foreign(changed(sheet) { $0.statedSize = UInt32($0.content.count) - 1 }) == .damaged)
    #expect(foreign(changed(sheet) { $0.statedSize = UInt32($0.content.count) + 1 }) == .damaged)
    #expect(foreign(changed(sheet) { $0.hasWrongCRC = true }) == .damaged)
    #expect(foreign(changed(sheet) { $0.isEncrypted = true }) == .encrypted)
    #expect(foreign(changed(sheet) { $0.method = 14 }) == .damaged)
    #expect(foreign(Array(Self.book.bytes.dropLast(40))) == .damaged)
  }

  @Test func `A table of a megabyte is no form`() {
    let table = Array("項目,回答\n".utf8)
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: Limits.formTableBytes - table.count)
    #expect(foreign(table + commas) == nil)
    #expect(foreign(table + commas + commas.prefix(1)) == .tooLarge)
  }

  @Test func `The parts together and their number have limits`() {
    let parts = (1...4).map { index in
      var entry = MadeArchive.Entry("part\(index)", "x")
      entry.statedSize = 8 << 20
      return entry
    }
    #expect(foreign(MadeArchive(entries: Self.book.archive.entries + parts).bytes) == .tooLarge)
    #expect(foreign(MadeArchive(entries: (0...2_000).map { .init("\($0)", "") }).bytes) == .tooLarge)
  }

  @Test(arguments: [
    ("<!DOCTYPE worksheet [<!ENTITY a 'x'>]><worksheet", ForeignFile.unsafe),
    ("<!DOCTYPE worksheet SYSTEM 'file:///etc/passwd'><worksheet", .unsafe),
    (String(repeating: "<a>", count: 101) + "<worksheet", .tooLarge), ("<a></b><worksheet", .damaged),
    ("<a " + (0...64).map { "xmlns:p\($0)='urn:x' " }.joined() + "/><worksheet", .tooLarge),
  ])
  func `XML with a document type, too deep or broken is not read`(start: String, expected: ForeignFile) {
    var book = Self.book
    book.replace("<worksheet", with: start, in: "xl/worksheets/sheet1.xml")
    #expect(foreign(book.bytes) == expected)
  }

  /// A gigabyte, where the name is written out for each.
  @Test func `The name of a namespace is not kept for each attribute that has it`() {
    var book = Self.book
    let attributes = (0..<1_000).map { " a:x\($0)=''" }.joined()
    book.replace(
      "<sheetData", with: "<sheetData xmlns:a='\(String(repeating: "u", count: 1 << 20))'\(attributes)",
      in: "xl/worksheets/sheet1.xml")
    #expect(foreign(book.bytes) == nil)
  }

  @Test func `All XML together has a limit`() {
    let room = Limits.workbookXMLBytes - Self.book.parts.map(\.content.utf8.count).reduce(0, +)
    for (more, expected) in [(0, nil), (1, ForeignFile.tooLarge)] {
      var book = Self.book
      book.replace(
        "</worksheet>", with: String(repeating: " ", count: room + more) + "</worksheet>",
        in: "xl/worksheets/sheet1.xml")
      #expect(foreign(book.bytes) == expected)
    }
  }

  @Test func `A workbook that takes values from other files is refused, one with an address in it is not`() {
    var book = Self.book
    let link = { (type: String) in
      "<Relationship Id='rId9' Type='urn:x/\(type)' Target='http://example.com/' TargetMode='External'/></Relationships>"
    }
    book.replace("</Relationships>", with: link("hyperlink"), in: "xl/_rels/workbook.xml.rels")
    #expect(foreign(book.bytes) == nil)
    book.replace("</Relationships>", with: link("externalLink"), in: "xl/_rels/workbook.xml.rels")
    #expect(foreign(book.bytes) == .linksOutside)
  }

  @Test(arguments: ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
  func `A workbook with macros is refused`(part: String) { #expect(foreign(with(.init(part, "x"))) == .macros) }

  @Test func `A part that is many sheets is not read`() {
    var book = Self.book
    book.replace(
      "</sheets>", with: "<sheet name='2' sheetId='2' r:id='rId1'/></sheets>", in: "xl/workbook.xml")
    #expect(foreign(book.bytes) == .unsafe)
  }

  @Test func `A workbook without a form in it is another table`() {
    #expect(foreign(MadeWorkbook(rows: MadeWorkbook.rows([["氏名", "住所"]])).bytes) == .otherTable)
  }

  @Test func `A workbook that lacks a part is damaged`() {
    var book = Self.book
    book.parts.removeAll { $0.name == "xl/workbook.xml" }
    #expect(foreign(book.bytes) == .damaged)
  }
}
