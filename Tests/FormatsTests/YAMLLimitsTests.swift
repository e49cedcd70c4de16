import Formats
import Inspection
import Testing

/// Files that nobody writes by hand are refused in reasonable time; a test that hangs fails by its limit.
@Suite(.timeLimit(.minutes(1))) struct YAMLLimitsTests {
  private func error(_ text: String) -> YAMLError? {
    do throws(YAMLError) {
      _ = try PolicyFormat.decode(Array(text.utf8))
      return nil
    } catch { return error }
  }

  private func faults(_ text: String) -> [LocatedFault] {
    if case .faults(let faults)? = error(text) { faults } else { [] }
  }

  private static let head = "format: tenken.policy/1\n"

  @Test func `As many bytes as the limit are read, one more is too many`() {
    func isTooLarge(_ bytes: Int) -> Bool {
      faults(Self.head + "#" + String(repeating: "x", count: bytes - Self.head.utf8.count - 2) + "\n")
        .contains { $0.fault.kind == .tooLarge }
    }
    #expect(!isTooLarge(Limits.yamlBytes))
    #expect(isTooLarge(Limits.yamlBytes + 1))
  }

  @Test func `Ten thousand unknown keys are all found, each at its own line`() {
    let found = faults(Self.head + (0..<10_000).map { "key\($0): x\n" }.joined()).filter {
      $0.fault.kind == .unknownKey
    }
    #expect(found.map(\.position) == (2...10_001).map { TextPosition(line: $0, column: 1) })
  }

  @Test func `Ten thousand entries with an unknown key each are found at their own lines`() {
    let found = faults(Self.head + "rules:\n" + (0..<10_000).map { "  - id: r\($0)\n    titel: x\n" }.joined())
      .filter { $0.fault.kind == .unknownKey }
    #expect(found.map(\.position) == (0..<10_000).map { TextPosition(line: 4 + 2 * $0, column: 5) })
  }

  @Test(arguments: [5_000, 100_000]) func `Nesting without end is a fault of syntax with its place`(depth: Int) {
    let openings = ["[", "{a: ", "- ", "? "]
    for opening in openings {
      guard case .syntax(let position?, _)? = error(Self.head + "x:\n  " + String(repeating: opening, count: depth))
      else {
        Issue.record("\(opening)")
        continue
      }
      #expect(position.line >= 3)
    }
  }

  @Test func `Deep nesting that the parser takes is judged as any other value`() {
    let value = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(
      faults(Self.head + "x: \(value)\n").contains(
        LocatedFault(Fault(.unknownKey, at: DocumentPath().key("x")), at: TextPosition(line: 2, column: 1))))
  }

  @Test func `What is larger than any file of ours is refused before it is parsed`() {
    let text = Self.head + "x: \"" + String(repeating: "a", count: 3 << 20) + "\"\n"
    #expect(faults(text).map(\.fault.kind) == [.tooLarge])
  }
}
