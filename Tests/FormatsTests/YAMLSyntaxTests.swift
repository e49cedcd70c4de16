import Formats
import Inspection
import Testing

@Suite("The syntax of YAML") struct YAMLSyntaxTests {
  private func error(_ marked: MarkedText) -> YAMLError? {
    yamlError { () throws(YAMLError) in try PolicyFormat.decode(marked.bytes) }
  }

  private func position(_ error: YAMLError?) -> TextPosition? {
    guard case .syntax(let position, _) = error else { return nil }
    return position
  }

  @Test func `A tab in the indentation is placed`() {
    let marked = MarkedText("format: tenken.policy/1\nclauses:\n❶\t- id: c1\n")
    #expect(position(error(marked)) == marked["❶"])
  }

  @Test func `A second colon on a line is placed`() {
    let marked = MarkedText("format: tenken.policy/1\ntitle: 見本❶: 方針\n")
    #expect(position(error(marked)) == marked["❶"])
  }

  @Test func `A duplicate key is placed where it stands again`() {
    let marked = MarkedText("format: tenken.policy/1\nclauses:\n  - id: c1\n    title: 一\n    ❶title: 二\n")
    #expect(error(marked) == .duplicateKey("title", at: marked["❶"]))
  }

  @Test func `A duplicate key is found though it is quoted`() {
    let marked = MarkedText("title: 一\nid: mihon\n❶\"title\": 二\n")
    #expect(error(marked) == .duplicateKey("title", at: marked["❶"]))
  }

  @Test func `An anchor is refused`() {
    let marked = MarkedText("format: tenken.policy/1\ntitle: ❶&name 見本\n")
    #expect(error(marked) == .alias("name", at: marked["❶"]))
  }

  /// Nine levels of ten aliases each, as a key, would be compared a billion times.
  @Test func `A bomb of aliases is refused before it grows`() {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    lines.append("? *a9\n: 1")
    let text = lines.joined(separator: "\n")
    #expect(error(MarkedText(text)) == .alias("a0", at: TextPosition(line: 1, column: 5)))
  }

  @Test func `An alias of nothing is refused`() {
    let marked = MarkedText("format: tenken.policy/1\ntitle: ❶*name\n")
    #expect(error(marked) == .alias("name", at: marked["❶"]))
  }

  @Test(arguments: ["title: \"R&D *D\"\n", "title: A&B、*B\n"])
  func `An ampersand inside a text is no anchor`(_ line: String) {
    guard case .alias? = error(MarkedText(line)) else { return }
    Issue.record("a text was taken for an anchor")
  }

  @Test func `Brackets nested without end are refused`() {
    #expect(error(MarkedText(String(repeating: "[", count: 100_000))) != nil)
  }

  @Test func `An empty file is no mapping`() {
    guard case .faults(let faults)? = error(MarkedText("")) else {
      Issue.record("an empty file was taken")
      return
    }
    #expect(faults.map(\.fault.kind) == [.wrongType(expected: "mapping")])
    #expect(faults.map(\.position) == [TextPosition(line: 1, column: 1)])
  }

  @Test func `A byte order mark is passed over`() throws {
    let policy = try PolicyFormat.decode([0xEF, 0xBB, 0xBF] + Array(Samples.policyYAML.utf8))
    #expect(policy.id == "mihon")
  }

  @Test func `Lines may end as on Windows`() throws {
    let policy = try PolicyFormat.decode(Array(Samples.policyYAML.replacing("\n", with: "\r\n").utf8))
    #expect(policy.id == "mihon")
  }

  @Test func `Shift JIS is told apart`() {
    // 見本 in CP932
    let bytes = Array("a: b\n".utf8) + [0x8C, 0xA9]
    #expect(yamlError { () throws(YAMLError) in try PolicyFormat.decode(bytes) } == .notUTF8(line: 2))
  }

  /// YAML 1.2, 5.1: no control character but tab and line ends.
  @Test(arguments: ["title: 見本❶\u{1}\n", "id: mihon\n❶\u{1B}[31m"])
  func `A control character is placed, on whichever line`(_ text: String) {
    let marked = MarkedText(text)
    #expect(position(error(marked)) == marked["❶"])
  }

  @Test func `Two documents in one file are refused`() {
    let marked = MarkedText("id: a\n❶---\nid: b\n")
    #expect(position(error(marked)) == marked["❶"])
  }
}
