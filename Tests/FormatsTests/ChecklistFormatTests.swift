import Formats
import Inspection
import Testing

@Suite("A checklist's YAML") struct ChecklistFormatTests {
  private func decode(_ marked: MarkedText) -> [LocatedFault]? {
    faults { () throws(YAMLError) in
      try ChecklistFormat.decode(marked.bytes, policy: PolicyFormat.decode(Array(Samples.policyYAML.utf8)))
    }
  }

  private func changed(_ target: String, to replacement: String) -> MarkedText {
    #expect(Samples.checklistYAML.contains(target), "the fixture has changed")
    return MarkedText(Samples.checklistYAML.replacing(target, with: replacement))
  }

  @Test func `Every key is read`() throws {
    let checklist = try ChecklistFormat.decode(Array(Samples.checklistYAML.utf8), policy: Samples.policy())
    let item = try #require(checklist.items.first)
    #expect(checklist.id == "mihon-members")
    #expect(checklist.approved == nil)
    #expect(checklist.choices == [.yes, .partial, .no, .unknown, .notApplicable])
    #expect(checklist.profile.map(\.assumes) == [.lentDevices])
    #expect(checklist.profile.map(\.whenNo) == [["M-PHY-01"]])
    #expect(item.revision == 1)
    #expect(item.partial == "忘れることがある")
    #expect(item.about == .device)
    #expect(item.short)
    #expect(item.label == "画面をロックする")
    #expect(item.contact)
    #expect(!item.needsPrevious)
    #expect(item.requires == nil)
  }

  @Test func `Blank lines part the paragraphs of the preface`() throws {
    let checklist = try ChecklistFormat.decode(Array(Samples.checklistYAML.utf8), policy: Samples.policy())
    #expect(checklist.preface == ["はじめの段落です。その続きです。", "次の段落です。"])
  }

  @Test func `An unknown key is placed at the key`() {
    let marked = changed("        revision: 1", to: "        revision: 1\n        ❶guidence: 誤り")
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
    #expect(decode(marked)?.map(\.fault.kind) == [.unknownKey])
    #expect(decode(marked)?.first?.fault.path.description == "sections[0].items[0].guidence")
  }

  @Test func `A missing key is placed at its mapping`() {
    let marked = changed("- id: M-PHY-01\n        revision: 1\n", to: "- ❶id: M-PHY-01\n")
    #expect(
      decode(marked) == [
        LocatedFault(
          Fault(
            .missingKey, at: DocumentPath().key("sections").index(0).key("items").index(0).key("revision")),
          at: marked["❶"])
      ])
  }

  @Test func `All faults are told at once in the order of the file`() {
    let marked = MarkedText(
      Samples.checklistYAML
        .replacing("role: member", with: "role: ❶membre")
        .replacing("question: 席を離れるときは、画面をロックしていますか。", with: "question: ❷画面をロックしていますか")
        .replacing("threats: [t1]", with: "threats: [t1, ❸t9]")
        .replacing("importance: high", with: "importance: ❹[high]")
        .replacing("short: true", with: "short: ❺\"true\""))
    #expect(
      decode(marked)?.map(\.fault.kind) == [
        .unknownValue(found: "membre", allowed: ["member", "staff", "organisation"]), .notAQuestion,
        .unknownThreat("t9"), .wrongType(expected: "string"), .wrongType(expected: "boolean"),
      ])
    #expect(decode(marked)?.map(\.position) == ["❶", "❷", "❸", "❹", "❺"].map { marked[$0] })
  }

  @Test(arguments: ["\"1\"", "1.5", "0x1", "one", "01"])
  func `A revision is a whole number without quotes`(_ written: String) {
    #expect(
      decode(changed("revision: 1", to: "revision: \(written)"))?.map(\.fault.kind) == [.wrongType(expected: "integer")]
    )
  }

  @Test func `A revision counts from one`() {
    #expect(decode(changed("revision: 1", to: "revision: 0"))?.count == 1)
  }

  @Test func `A label has at most 14 characters`() {
    let marked = changed("label: 画面をロックする", to: "label: ❶画面をロックするかどうかを見る")
    #expect(decode(marked)?.map(\.fault.kind) == [.tooLong(length: 15, limit: 14)])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test func `Empty text is a fault`() {
    let marked = changed("remedy: 電源ボタンを一度押してください。", to: "remedy: ❶\"\"")
    #expect(decode(marked)?.map(\.fault.kind) == [.emptyText])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  /// docs/design.md 10: glibc turns ¥ — 〜 into look-alikes without an error.
  @Test(arguments: ["¥", "—", "〜", "𠮷", "😀"])
  func `A character outside CP932 is placed exactly`(_ character: Character) {
    let marked = changed("guidance: 短い間でも、", to: "guidance: 短い間❶\(character)でも、")
    #expect(decode(marked)?.map(\.fault.kind) == [.outsideCP932(character)])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test func `A character is found in a block of several lines`() {
    let marked = changed("その続きです。", to: "その❶〜続きです。")
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test func `An escaped control character is refused`() {
    let marked = changed("title: 議員用点検票", to: "title: ❶\"議員\\e[2J\"")
    #expect(decode(marked)?.map(\.fault.kind) == [.controlCharacter("\u{1B}")])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test(
    arguments: ["\u{FEFF}", "\u{202E}", "\u{200B}", "\u{2060}", "\u{AD}", "\u{3164}"]
      as [Unicode.Scalar])
  func `What is hidden in a text is refused as that`(_ hidden: Unicode.Scalar) {
    let marked = changed("guidance: 短い間でも、", to: "guidance: 短い間❶\(hidden)でも、")
    #expect(decode(marked)?.map(\.fault.kind) == [.controlCharacter(hidden)])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test func `Another format is refused by name and nothing else is said`() {
    let marked = MarkedText("format: ❶tenken.checklist/2\nsomething: new\n")
    #expect(
      decode(marked)?.map(\.fault.kind) == [
        .unsupportedFormat(found: "tenken.checklist/2", expected: "tenken.checklist/1")
      ])
    #expect(decode(marked)?.map(\.position) == [marked["❶"]])
  }

  @Test func `The bundled form of a frozen checklist needs no policy`() throws {
    let checklist = try ChecklistFormat.decodeFrozen(Array(Samples.checklistYAML.utf8))
    #expect(checklist.items.map(\.id) == ["M-PHY-01"])
  }
}
