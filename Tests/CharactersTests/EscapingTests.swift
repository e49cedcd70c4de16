import Characters
import Testing

@Suite struct EscapingTests {
  /// Each combines with the scalar before it to one character.
  private static let marks = ["\u{FF9E}", "\u{3099}", "\u{301}", "\u{FE0F}", "\u{200D}"]

  @Test(arguments: marks) func `A scalar is replaced whatever combines with it`(mark: String) {
    #expect("a\"\(mark)b".replacingScalars { $0 == "\"" ? "\"\"" : nil }.utf8.elementsEqual("a\"\"\(mark)b".utf8))
  }

  @Test(arguments: marks) func `A text is split at a scalar whatever combines with it`(mark: String) {
    #expect("a/\(mark)b".splitByScalars { $0 == "/" } == ["a", "\(mark)b"])
    #expect("r8/\(mark)b//".lastPathComponent == "\(mark)b")
    #expect("a/\(mark)".containsScalar("/"))
  }

  @Test func `Empty pieces are kept only when asked for`() {
    #expect("/a//b".splitByScalars { $0 == "/" } == ["a", "b"])
    #expect("/a//b".splitByScalars(keepingEmpty: true) { $0 == "/" } == ["", "a", "", "b"])
    #expect(["", "/", "a"].map(\.lastPathComponent) == ["", "", "a"])
  }
}
