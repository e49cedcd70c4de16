import Documents
import Foundation
import Subprocess
import SystemPackage
import Testing
import Workbook

/// A form as openpyxl, which shares no code with us, reads it.
private struct ReadForm: Decodable {
  var names: [String]
  var states: [String]
  var texts: [String: String]
  /// The cells that may be written in.
  var unlocked: [String]
  var isProtected: Bool
  /// Lists to choose from, by cell.
  var lists: [String: String]
  /// The formulas that turn a range grey.
  var greys: [String: String]
  var hidden: [String]
  var isWide: Bool
  /// In percent.
  var scale: Int
  /// Of all columns, in pixels (ECMA-376-1, 18.3.1.13).
  var width: Int

  private static let script = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet, hidden = book.worksheets
    cells = [c for row in sheet.iter_rows() for c in row if c.__class__.__name__ != 'MergedCell']
    json.dump({
        'names': book.sheetnames, 'states': [s.sheet_state for s in book],
        'texts': {c.coordinate: str(c.value) for c in cells if c.value is not None},
        'unlocked': [c.coordinate for c in cells if not c.protection.locked],
        'isProtected': sheet.protection.sheet and hidden.protection.sheet,
        'lists': {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation},
        'greys': {str(f.sqref): r.formula[0] for f in sheet.conditional_formatting for r in f.rules},
        'hidden': [str(row[0].value) for row in hidden.iter_rows()],
        'isWide': sheet.page_setup.orientation == 'landscape', 'scale': int(sheet.page_setup.scale or 100),
        'width': sum((d.max - d.min + 1) * round(d.width * 7 + 5) for d in sheet.column_dimensions.values()),
    }, sys.stdout)
    """

  init(_ bytes: [UInt8]) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tenken-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let read = try await Subprocess.run(
      .path("/usr/bin/python3"), arguments: ["-c", Self.script, file.path], output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    try #require(read.terminationStatus.isSuccess, "\(read.standardError)")
    self = try JSONDecoder().decode(Self.self, from: Data(read.standardOutput.utf8))
  }
}

@Suite("A workbook to fill in") struct FillInTests {
  /// As long as that of a round with a long name.
  private static let mark = "FORM 1 \(String(repeating: "0a", count: 32)) mihon \(String(repeating: "r8 1", count: 20))"

  private func form(choices: [String] = ["1 はい", "3 いいえ"], words: [String] = ["メモ"]) -> FillInSheet {
    FillInSheet(
      name: "用紙", title: "見本の用紙", marks: ["取扱注意"], created: 1_764_000_000,
      headings: .init(code: "項目", question: "設問", answer: "回答", state: "状態"), wordHeadings: words,
      words: .init(
        open: "未", done: "済", skipped: "不要", leftBefore: "あと ", leftAfter: " 問", refusalHeading: "一覧", refusal: "一覧から",
        skippingDigit: 3, skippingWord: "いいえ"),
      rows: [
        .text("はじめに"), .question(.init(code: "点検コード", text: "コード")),
        .question(.init(code: "P1", text: "使いますか。", guidance: ["説明。"], choices: choices)),
        .question(
          .init(
            code: "M-1", text: "守りますか。", meanings: ["5 該当なし：ない場合"], choices: choices, skippedBy: ["P1"],
            words: Array(words.indices))
        ),
        .question(.init(code: "ご意見", text: "意見", isLong: true)), .mark(Self.mark),
      ], hidden: ["FORM 1"])
  }

  @Test func `Only answers can be written in, from lists of exactly the choices`() async throws {
    let read = try await ReadForm(WorkbookWriter.bytes(of: form()))
    #expect(read.isProtected)
    #expect(read.unlocked == ["C4", "C5", "C6", "E6", "C7"])
    #expect(read.lists == ["C5": "\"1 はい,3 いいえ\"", "C6": "\"1 はい,3 いいえ\""])
  }

  @Test func `Each question is a row with its code, its words and what its choices mean`() async throws {
    let read = try await ReadForm(WorkbookWriter.bytes(of: form()))
    #expect(["A2", "B2", "C2", "D2", "E2"].map { read.texts[$0] } == ["項目", "設問", "回答", "状態", "メモ"])
    #expect(["A4", "A5", "A6", "A7"].map { read.texts[$0] } == ["点検コード", "P1", "M-1", "ご意見"])
    #expect(read.texts["B5"] == "使いますか。\n説明。")
    #expect(read.texts["B6"] == "守りますか。\n5 該当なし：ない場合")
    // What stands across the sheet is no question.
    #expect(read.texts["A3"] == nil && read.texts["B3"] == "はじめに")
  }

  @Test func `A row that a no makes needless turns grey, and is not counted`() async throws {
    let read = try await ReadForm(WorkbookWriter.bytes(of: form()))
    let no = "COUNTIF($C$5,\"*いいえ*\")>0,$C$5=3,$C$5=\"3\",$C$5=\"３\""
    #expect(read.greys == ["A6:E6": "OR(\(no))"])
    #expect(read.texts["D6"] == "=IF(OR(\(no)),\"不要\",IF(TRIM($C$6&\"\")=\"\",\"未\",\"済\"))")
    #expect(read.texts["C1"] == "=\"あと \"&COUNTIF($D:$D,\"未\")&\" 問\"")
  }

  @Test func `What form it is stands on a sheet that nobody sees, and on one line of the other`() async throws {
    let read = try await ReadForm(WorkbookWriter.bytes(of: form()))
    #expect(read.names == ["用紙", "tenken"])
    #expect(read.states == ["visible", "hidden"])
    #expect(read.hidden == ["FORM 1"])
    // On the sheet it is one line too, however long: it is read as it is.
    #expect(read.texts["B8"] == Self.mark)
  }

  /// A4 (ISO 216) at 96 dots an inch, less a centimetre at each side.
  @Test(arguments: 0...4) func `It is printed on the width of a page, never larger than it is`(words: Int) async throws
  {
    let read = try await ReadForm(WorkbookWriter.bytes(of: form(words: (0..<words).map { "欄\($0)" })))
    let page = (read.isWide ? 297 : 210) * 960 / 254 - 76
    #expect(read.scale <= 100 && read.width * read.scale / 100 <= page)
    #expect(read.scale == 100 || read.width * read.scale / 100 > page * 8 / 10)
  }

  @Test func `The same form gives the same bytes`() throws {
    #expect(try WorkbookWriter.bytes(of: form()) == WorkbookWriter.bytes(of: form()))
  }

  @Test func `A list that a cell cannot hold is refused`() throws {
    // あ takes three bytes, and 255 are the most.
    _ = try WorkbookWriter.bytes(of: form(choices: [String(repeating: "あ", count: 85)]))
    #expect(throws: WorkbookError.listTooLong) {
      try WorkbookWriter.bytes(of: form(choices: [String(repeating: "あ", count: 86)]))
    }
  }
}
