import Formats
import Inspection
import Testing
import TextSamples

/// docs/formats.md, 記入された点検票: what people and programs do to a form on its way is read, or refused with its cell.
@Suite("A form that came back") struct FormFileTests {
  private static let identity = FormIdentity(
    checklist: "mihon", digest: String(repeating: "0a", count: 32), round: "r8 1")

  private static let head = ["項目", "設問", "回答", "状態", "理由", "メモ"]

  /// Consent, a profile question and two items; row 1 is a title, row 2 the headings.
  private static func rows(_ first: String? = "1 はい", _ second: String? = "3 いいえ") -> [[String?]] {
    [
      ["議員用点検票"], head, [nil, "説明の行"], ["点検コード", "コード", "0014-4343-9468"], ["P0", "同意", "1 同意する"],
      ["P1", "端末", "はい"], [nil, "物理"], ["S-PHY-01", "問", first], ["S-PHY-02", "問", second, nil, nil, "覚え書き"],
      ["ご意見", "問", "研修を"], [nil, identity.line],
    ]
  }

  private static let expected = FilledForm(
    identity: identity, person: "0014-4343-9468",
    answers: FormAnswers(
      consent: true, profile: ["device": true],
      responses: ["S-PHY-01": .init(choice: .yes), "S-PHY-02": .init(choice: .no)]),
    notes: ["S-PHY-02": "覚え書き"], opinion: "研修を")

  private func read(_ bytes: [UInt8]) throws(FormFileError) -> FilledForm {
    try FormFile(bytes).form(for: AnswersFormatTests.lines())
  }

  private func error(_ bytes: [UInt8]) -> FormFileError? {
    do throws(FormFileError) {
      _ = try read(bytes)
      return nil
    } catch { return error }
  }

  @Test func `A workbook says what the form says, and which form it is`() throws {
    #expect(try read(MadeWorkbook(rows: MadeWorkbook.rows(Self.rows())).bytes) == Self.expected)
  }

  @Test func `The sheet saved as CSV says the same`() throws {
    let text = Self.rows().map { row in row.map { $0 ?? "" }.joined(separator: ",") }.joined(separator: "\r\n")
    #expect(try read(Array(text.utf8)) == Self.expected)
    #expect(try read(#require(CP932.encode(text))) == Self.expected)
    // As pandas writes it, from the headings on.
    #expect(try read(Array(text.utf8.drop { $0 != UInt8(ascii: "\n") }.dropFirst())) == Self.expected)
  }

  @Test func `The plain CSV form says the same, but for a note`() throws {
    var expected = Self.expected
    expected.notes = [:]
    let text = """
      項目,回答
      点検コード,0014-4343-9468
      P0,1
      P1,1
      S-PHY-01,1
      S-PHY-02,3
      ご意見,研修を
      \(Self.identity.line),

      """
    #expect(try read(Array(text.utf8)) == expected)
  }

  // MARK: Programs

  /// One cell, as programs write 「1 はい」 in it.
  @Test(arguments: [
    "<c r='C8' t='s'><v>0</v></c>", "<c r='C8' t='s'><v>1</v></c>", "<c r='C8' t='s'><v>2</v></c>",
    "<c r='C8'><v>1</v></c>",
    "<c r='C8' t='n'><v>1.0000E0</v></c>", "<c r='C8'><v>1.0</v></c>",
    "<c r='C8' t='inlineStr'><is><t> １ </t></is></c>",
    "<c r='C8' t='inlineStr'><is><t>1.0</t></is></c>", "<c r='C8' t='inlineStr'><is><t>1_x000D_\n</t></is></c>",
    "<c r='C8' t='inlineStr'><is><r><t>1</t></r><r><t> は</t></r><r><t>い</t></r></is></c>",
    "<c r='C8' t='inlineStr'><is><t>○</t></is></c>", "<c r='C8' t='str'><v>はい</v></c>",
  ])
  func `An answer is read in whatever way it is written`(cell: String) throws {
    var rows = MadeWorkbook.rows(Self.rows())
    rows = rows.replacing("<c r='C8' t='inlineStr'><is><t>1 はい</t></is></c>", with: cell)
    let strings = [
      "<t>はい</t>", "<r><rPr><b/></rPr><t>1</t></r><r><t>はい</t></r>",
      "<t>はい</t><rPh sb='0' eb='1'><t>ハイ</t></rPh><phoneticPr/>",
    ]
    #expect(try read(MadeWorkbook(rows: rows, strings: strings).bytes) == Self.expected)
  }

  @Test func `Cells and rows that do not say where they stand are the next ones`() throws {
    let rows = Self.rows().map { row in
      "<row>" + row.map { "<c t='inlineStr'><is><t>\($0 ?? "")</t></is></c>" }.joined() + "</row>"
    }
    #expect(try read(MadeWorkbook(rows: rows.joined()).bytes) == Self.expected)
  }

  @Test func `Other namespaces, prefixes, absolute targets and part names in another case are the same`() throws {
    let strict = MadeWorkbook(
      rows: MadeWorkbook.rows(Self.rows()), namespace: "http://purl.oclc.org/ooxml/spreadsheetml/main")
    #expect(try read(strict.bytes) == Self.expected)
    var prefixed = MadeWorkbook(rows: MadeWorkbook.rows(Self.rows()))
    let sheet = "xl/worksheets/sheet1.xml"
    for name in ["worksheet", "sheetData", "row", "c ", "is", "t>"] {
      prefixed.replace("<\(name)", with: "<x:\(name)", in: sheet)
      prefixed.replace("</\(name.trimmingSuffix)", with: "</x:\(name.trimmingSuffix)", in: sheet)
    }
    prefixed.replace("xmlns='", with: "xmlns:x='", in: sheet)
    #expect(try read(prefixed.bytes) == Self.expected)
    var moved = MadeWorkbook(rows: MadeWorkbook.rows(Self.rows()))
    moved.replace("worksheets/sheet1.xml", with: "/XL/Worksheets/Sheet1.xml", in: "xl/_rels/workbook.xml.rels")
    #expect(try read(moved.bytes) == Self.expected)
  }

  @Test func `Inserted rows and columns and a renamed sheet do not matter`() throws {
    let rows = Self.rows().flatMap { row in [[], ["", ""] + row] }
    var book = MadeWorkbook(rows: MadeWorkbook.rows(rows))
    book.replace("点検票", with: "Sheet1", in: "xl/workbook.xml")
    #expect(try read(book.bytes) == Self.expected)
  }

  @Test func `The hidden sheet may say which form it is, and stand before the form`() throws {
    var book = MadeWorkbook(rows: MadeWorkbook.rows(Array(Self.rows().dropLast())))
    let hidden = MadeWorkbook(rows: MadeWorkbook.rows([[Self.identity.line]])).parts.last?.content
    book.parts.append(("xl/worksheets/sheet2.xml", try #require(hidden)))
    book.replace(
      "<sheets>", with: "<sheets><sheet name='tenken' sheetId='2' state='veryHidden' r:id='rId3'/>",
      in: "xl/workbook.xml")
    book.replace(
      "</Relationships>",
      with: "<Relationship Id='rId3' Type='urn:x/worksheet' Target='worksheets/sheet2.xml'/></Relationships>",
      in: "xl/_rels/workbook.xml.rels")
    #expect(try read(book.bytes) == Self.expected)
  }

  @Test func `What a program keeps for others under another name is no cell`() throws {
    let rows = MadeWorkbook.rows(Self.rows())
    var book = MadeWorkbook(rows: rows)
    book.replace(
      "</sheetData>",
      with:
        "</sheetData><mc:AlternateContent xmlns:mc='urn:x'><sheetData><row r='8'><c r='C8'><v>3</v></c></row></sheetData></mc:AlternateContent>",
      in: "xl/worksheets/sheet1.xml")
    #expect(try read(book.bytes) == Self.expected)
  }

  // MARK: Faults

  @Test func `Every fault is told at once, by its cell`() {
    let rows =
      Self.rows(nil, "たぶん").prefix(9) + [
        ["S-PHY-09", "", "1"], ["S-PHY-02", "", "1"], [nil, nil, "1"], [nil, Self.identity.line],
      ]
    var xml = MadeWorkbook.rows(Array(rows))
    xml = xml.replacing("<c r='C6' t='inlineStr'><is><t>はい</t></is></c>", with: "<c r='C6' t='b'><v>1</v></c>")
    func fault(_ kind: AnswersFault.Kind, _ cell: String) -> FormFault {
      FormFault(.table(kind), at: .cell(cell, sheet: "点検票"))
    }
    #expect(
      error(MadeWorkbook(rows: xml).bytes)
        == .faults([
          FormFault(.unreadable(.truth), at: .cell("C6", sheet: "点検票")),
          fault(.row(.unknownChoice("たぶん", code: "S-PHY-02")), "C9"),
          fault(.row(.unknownCode("S-PHY-09")), "A10"), fault(.duplicate("S-PHY-02", column: "項目"), "A11"),
          fault(.empty(column: "項目"), "A12"),
        ]))
  }

  @Test(arguments: [
    ("<c r='C8' t='b'><v>1</v></c>", UnreadableCell.truth), ("<c r='C8' t='e'><v>#REF!</v></c>", .error),
    ("<c r='C8' t='d'><v>2026-11-01</v></c>", .date), ("<c r='C8'><f>1+0</f><v>1</v></c>", .formula),
    ("<c r='C8' t='s'><v>7</v></c>", .missingText), ("<c r='C8' t='s'><v>-1</v></c>", .missingText),
  ])
  func `What was not written as an answer is told by its cell`(cell: String, kind: UnreadableCell) {
    let rows = MadeWorkbook.rows(Self.rows()).replacing(
      "<c r='C8' t='inlineStr'><is><t>1 はい</t></is></c>", with: cell)
    guard case .faults(let faults) = error(MadeWorkbook(rows: rows).bytes) else {
      Issue.record("it was read")
      return
    }
    // One cell, one fault: the row is there.
    #expect(faults == [FormFault(.unreadable(kind), at: .cell("C8", sheet: "点検票"))])
  }

  @Test func `Consent that is missing where nobody can be asked is told with the rest, by its cell`() {
    let rows = Self.rows(nil, "たぶん").map { row in row.first == "P0" ? ["P0", "同意"] : row }
    let lines = AnswersFormatTests.lines()
    do throws(FormFileError) {
      _ = try FormFile(MadeWorkbook(rows: MadeWorkbook.rows(rows)).bytes).form(for: lines, requiringConsent: true)
      Issue.record("it was read")
    } catch {
      let expected: [FormFault] = [
        FormFault(.table(.row(.consentMissing)), at: .cell("C5", sheet: "点検票")),
        FormFault(.table(.row(.unknownChoice("たぶん", code: "S-PHY-02"))), at: .cell("C9", sheet: "点検票")),
      ]
      #expect(error == .faults(expected))
    }
  }

  @Test func `The person is known by a cell, whatever else is wrong`() throws {
    let place = FormFault.Place.cell("C4", sheet: "点検票")
    let file = try FormFile(MadeWorkbook(rows: MadeWorkbook.rows(Self.rows("たぶん"))).bytes)
    #expect(file.person.text == "0014-4343-9468" && file.person.place == place)
    let nobody = Self.rows().map { row in row.first == "点検コード" ? ["点検コード", "コード"] : row }
    let empty = try FormFile(MadeWorkbook(rows: MadeWorkbook.rows(nobody)).bytes)
    #expect(empty.person.text == nil && empty.person.place == place)
  }

  @Test func `A form that says it is two is none`() {
    let other = FormIdentity(checklist: "mihon", digest: String(repeating: "0b", count: 32), round: "r8 1")
    let rows = Self.rows() + [[nil, other.line]]
    #expect(error(MadeWorkbook(rows: MadeWorkbook.rows(rows)).bytes) == .faults([FormFault(.twoIdentities, at: .file)]))
  }
}

extension String {
  /// Without the space or bracket that tells an element's name from a longer one.
  fileprivate var trimmingSuffix: String { hasSuffix(" ") ? String(dropLast()) : self }
}
