import Testing

@testable import Documents

/// swift-mustache calls itself for each section, so that some thousands in one another would end the program.
@Suite(.timeLimit(.minutes(1))) struct TemplateSizeTests {
  private func error(_ text: String) -> TemplateError? {
    do throws(TemplateError) {
      _ = try HTMLTemplate(text)
      return nil
    } catch { return error }
  }

  /// Sections of different names in one another; `☆` is the number of each.
  private func nested(_ count: Int, _ opening: String = "{{#a☆}}", _ closing: String = "{{/a☆}}") -> String {
    (0..<count).map { opening.replacing("☆", with: "\($0)") }.joined()
      + (0..<count).reversed().map { closing.replacing("☆", with: "\($0)") }.joined()
  }

  @Test func `A hundred sections in one another are read, one more is refused by its line`() {
    #expect(error(nested(100)) == nil)
    for (text, line) in [("\n\n" + nested(101), 3), (nested(101, "{{#a☆}}\n"), 101)] {
      #expect(error(text)?.reason == .nestedTooDeeply)
      #expect(error(text)?.line == line)
    }
  }

  @Test(arguments: ["#", "^", "$", "<"]) func `Sections of every kind count`(kind: String) {
    #expect(error(nested(5_000, "{{\(kind)a☆}}"))?.reason == .nestedTooDeeply)
  }

  @Test func `Other delimiters hide nothing, and end with their section`() {
    #expect(error("{{=<% %>=}}" + nested(5_000, "<%#a☆%>", "<%/a☆%>"))?.reason == .nestedTooDeeply)
    #expect(error("{{#a}}{{=<% %>=}}<%/a%>" + nested(5_000))?.reason == .nestedTooDeeply)
  }

  @Test func `What stands in a comment opens and closes nothing`() {
    #expect(error(nested(5_000, "{{#a☆}}{{! {{/a☆}}", ""))?.reason == .nestedTooDeeply)
    #expect(error(String(repeating: "{{! #a ((((( }}", count: 5_000)) == nil)
  }

  /// Twenty times a list of two would be printed a million times.
  @Test(arguments: [
    "{{#a}}{{#a}}", "{{#a}}{{#b}}\n{{# x.a }}", "{{#a}}{{#reversed(sorted(a))}}", "{{#a}}{{=<% %>=}}<%#a%>",
  ])
  func `A list within itself is refused`(text: String) {
    #expect(error(text)?.reason == .sectionInItself)
  }

  @Test func `What stands in a list may ask again for what is not there, and for the element`() {
    #expect(error("{{#a}}{{^a}}x{{/a}}{{#.}}{{#.}}x{{/.}}{{/.}}{{/a}}{{#a}}x{{/a}}") == nil)
  }

  @Test func `Many sections beside one another are read`() {
    #expect(error(String(repeating: "{{#a}}x{{/a}}\n", count: 2_000)) == nil)
  }

  @Test func `Brackets in a name are bounded too`() {
    #expect(error("{{" + String(repeating: "a(", count: 100_000) + "}}")?.reason == .nestedTooDeeply)
  }

  @Test func `A template of megabytes is refused`() {
    #expect(error(String(repeating: "a", count: 2 << 20))?.reason == .tooLarge)
    #expect(error(String(repeating: "{ ", count: 100_000))?.reason == .tooLarge)
  }
}
