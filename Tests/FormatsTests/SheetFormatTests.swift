import Formats
import Inspection
import Testing

@Suite("A sheet's JSON") struct SheetFormatTests {
  private let id: CheckedNumber

  init() throws { id = try #require(CheckedNumber(payload: "12345678901")) }

  private func fault(_ text: String) throws -> (kind: Fault.Kind, path: String)? {
    try jsonFault(text) { bytes, reader throws(DocumentError) in try SheetFormat.decode(bytes, with: reader) }
      .map { ($0.kind, $0.path.description) }
  }

  private func decode(_ text: String) throws -> Sheet {
    try withReader { try SheetFormat.decode(Array(text.utf8), with: $0) }
  }

  @Test func `Every key is read`() throws {
    let sheet = try decode(JSONSamples.sheet(id: id.digits))
    #expect(sheet.id == id)
    #expect(sheet.round == "r8-1")
    #expect(sheet.checklist == ChecklistReference(id: "mihon-members", version: "1", digest: "00ff"))
    #expect(sheet.role == .member)
    #expect(sheet.signature == nil)
    #expect(
      sheet.answers == [
        Answer(item: "M-PHY-01", revision: 1, choice: .yes, source: .respondent),
        Answer(item: "M-PHY-02", revision: 2, choice: .notApplicable, source: .profile("device")),
        Answer(item: "M-PHY-03", revision: 1, choice: .notApplicable, source: .rule("approved-messengers")),
        Answer(
          item: "M-PHY-04", revision: 1, choice: .alternative, source: .respondent, reason: "鍵のかかる棚", evidence: "台帳"),
      ])
  }

  @Test func `A signed sheet names the person with notes and plans`() throws {
    let more = """
      , "respondent": "m01", "notes": [{"item": "M-PHY-01", "text": "一行目\\n二行目"}],
      "plans": [{"item": "M-PHY-01", "action": "かける", "due": "2027-03-31"}, {"item": "M-PHY-02", "action": "聞く"}]
      """
    let signature = try #require(try decode(JSONSamples.sheet(id: id.digits, more: more)).signature)
    #expect(signature.respondent == "m01")
    #expect(signature.notes == ["M-PHY-01": "一行目\n二行目"])
    #expect(
      signature.plans == [
        "M-PHY-01": ImprovementPlan(action: "かける", due: CalendarDay(iso: "2027-03-31")),
        "M-PHY-02": ImprovementPlan(action: "聞く", due: nil),
      ])
  }

  @Test func `A written sheet is read back the same`() throws {
    for more in [
      "", ", \"respondent\": \"m01\", \"notes\": [{\"item\": \"M-PHY-01\", \"text\": \"</script>\\u0000\"}]",
    ] {
      let sheet = try decode(JSONSamples.sheet(id: id.digits, more: more))
      #expect(try decode(String(decoding: SheetFormat.line(of: sheet).bytes, as: UTF8.self)) == sheet)
    }
  }

  /// docs/design.md 4: an unsigned sheet holds nothing but the answers.
  @Test func `An unsigned sheet holds no other key`() throws {
    let text = String(
      decoding: SheetFormat.line(of: try decode(JSONSamples.sheet(id: id.digits))).bytes, as: UTF8.self)
    for key in ["respondent", "notes", "plans", "started", "updated", "profile\" :", "opinion", "entry"] {
      #expect(!text.contains("\"\(key)\""), "\(key) travels with an unsigned sheet")
    }
  }

  @Test func `Equal sheets give equal bytes`() throws {
    let notes = Dictionary(uniqueKeysWithValues: (10...60).map { (ItemID("M-PHY-\($0)"), "覚え") })
    var sheet = try decode(JSONSamples.sheet(id: id.digits))
    sheet.signature = Sheet.Signature(respondent: "m01", notes: notes, plans: [:])
    var other = sheet
    other.signature?.notes = Dictionary(uniqueKeysWithValues: notes.reversed().map { ($0.key, $0.value) })
    #expect(SheetFormat.line(of: sheet) == SheetFormat.line(of: other))
  }

  @Test func `Text comes back as typed without normalisation`() throws {
    let typed = "か\u{3099}①㈱\u{3000}ｶﾞ\u{200B} "
    var sheet = try decode(JSONSamples.sheet(id: id.digits))
    sheet.answers[3].reason = typed
    let back = try decode(String(decoding: SheetFormat.line(of: sheet).bytes, as: UTF8.self))
    #expect(back.answers[3].reason.map { Array($0.unicodeScalars) } == Array(typed.unicodeScalars))
  }

  @Test func `A wrong check digit is a fault`() throws {
    let wrong = String(id.digits.dropLast()) + (id.digits.last == "0" ? "1" : "0")
    #expect(try fault(JSONSamples.sheet(id: wrong))?.kind == .malformedID(wrong))
    #expect(try fault(JSONSamples.sheet(id: wrong))?.path == "id")
  }

  @Test func `A number is stored without hyphens`() throws {
    #expect(try fault(JSONSamples.sheet(id: id.grouped))?.kind == .malformedID(id.grouped))
  }

  @Test(arguments: [
    ("\"choice\": \"maybe\"", "answers[0].choice"), ("\"choice\": 1", "answers[0].choice"),
    ("\"choise\": \"yes\"", "answers[0].choise"), ("\"choice\": \"yes\", \"choice\": \"no\"", "answers[0].choice"),
    ("\"choice\": null", "answers[0].choice"),
  ])
  func `A wrong answer is named by its path`(_ member: String, _ path: String) throws {
    let answer = "{\"item\": \"M-PHY-01\", \"revision\": 1, \(member), \"source\": \"self\"}"
    #expect(try fault(JSONSamples.sheet(id: id.digits, answers: answer))?.path == path)
  }

  @Test(arguments: [
    ("{\"item\": \"\", \"revision\": 1, \"choice\": \"yes\", \"source\": \"self\"}", "answers[0].item"),
    ("{\"item\": \"M-PHY-01\", \"revision\": 0, \"choice\": \"yes\", \"source\": \"self\"}", "answers[0].revision"),
    ("{\"item\": \"M-PHY-01\", \"revision\": 1.5, \"choice\": \"yes\", \"source\": \"self\"}", "answers[0].revision"),
    ("{\"item\": \"M-PHY-01\", \"revision\": 1, \"choice\": \"yes\", \"source\": \"them\"}", "answers[0].source"),
    ("{\"item\": \"M-PHY-01\", \"revision\": 1, \"choice\": \"yes\", \"source\": \"rule\"}", "answers[0].reason"),
    ("{\"item\": \"M-PHY-01\", \"revision\": 1, \"choice\": \"yes\"}", "answers[0].source"),
    ("7", "answers[0]"),
  ])
  func `A malformed answer is named by its path`(_ answer: String, _ path: String) throws {
    #expect(try fault(JSONSamples.sheet(id: id.digits, answers: answer))?.path == path)
  }

  @Test func `An item answered twice is a fault`() throws {
    let answer = "{\"item\": \"M-PHY-01\", \"revision\": 1, \"choice\": \"yes\", \"source\": \"self\"}"
    let found = try fault(JSONSamples.sheet(id: id.digits, answers: "\(answer), \(answer)"))
    #expect(found?.kind == .duplicateID("M-PHY-01"))
    #expect(found?.path.hasPrefix("answers[1]") == true)
  }

  @Test func `Notes without a name are refused`() throws {
    #expect(try fault(JSONSamples.sheet(id: id.digits, more: ", \"notes\": []"))?.kind == .unknownKey)
  }

  @Test func `Another format is refused by name`() throws {
    let text = JSONSamples.sheet(id: id.digits).replacing("tenken.sheet/1", with: "tenken.sheet/2")
    #expect(try fault(text)?.kind == .unsupportedFormat(found: "tenken.sheet/2", expected: "tenken.sheet/1"))
  }

  @Test func `One reader serves many sheets`() throws {
    let good = Array(JSONSamples.sheet(id: id.digits).utf8)
    try withReader { reader in
      let first = try SheetFormat.decode(good, with: reader)
      #expect(throws: DocumentError.self) { _ = try SheetFormat.decode(Array("{".utf8), with: reader) }
      #expect(try SheetFormat.decode(good, with: reader) == first)
    }
  }
}
