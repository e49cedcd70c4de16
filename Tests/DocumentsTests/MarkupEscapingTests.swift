import Documents
import Testing
import TextSamples

/// Whatever people write, a browser and a reader of Markdown find the structure that the template has.
@Suite struct MarkupEscapingTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `No byte that HTML reads as markup is left in a text`(seed: UInt64) throws {
    let template = try HTMLTemplate("{{% CONTENT_TYPE:TEXT}}{{title}}")
    for text in HostileTexts(seed: seed, count: 300) {
      let html = Sample.document(title: text).html(by: template)
      #expect(!html.utf8.contains { "<>\"'".utf8.contains($0) }, "\(text.debugDescription)")
      // What is left of & begins one of the five escapes.
      for rest in html.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
        #expect(["amp;", "lt;", "gt;", "quot;", "#39;"].contains { rest.starts(with: $0.utf8) }, "\(html)")
      }
    }
  }

  /// GitHub Flavored Markdown, 4.10: a cell ends at each | that no backslash stands before; CommonMark, 2.4: a backslash
  /// before ASCII punctuation takes its meaning, so that two stand for one.
  private func cells(_ row: String) -> Int {
    var (count, isEscaped) = (-1, false)
    for byte in row.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        count += 1
      }
    }
    return count
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `A row of Markdown has as many cells as its table, and is one line`(seed: UInt64) throws {
    let template = try MarkdownTemplate(
      "{{% CONTENT_TYPE:TEXT}}{{#parts}}{{#blocks}}{{#table}}{{#rows}}{{.}}{{/rows}}{{/table}}{{/blocks}}{{/parts}}")
    for text in HostileTexts(seed: seed, count: 300) {
      let table = Document.Table(columns: [.init("一"), .init("二")], rows: [[.text(text), .text("乙")]])
      let row = Sample.document(.table(table)).markdown(by: template)
      #expect(cells(row) == 2, "\(text.debugDescription)")
      #expect(!row.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test(arguments: ["\u{3099}", "\u{FF9E}", "\u{20E3}"]) func `Markup before a mark is escaped`(mark: String) throws {
    let document = Sample.document(title: "|\(mark)<\(mark)\"\(mark)")
    #expect(document.markdown(by: try MarkdownTemplate("{{{title}}}")) == "\\|\(mark)\\<\(mark)\"\(mark)")
    #expect(document.html(by: try HTMLTemplate("{{{title}}}")) == "|\(mark)&lt;\(mark)&quot;\(mark)")
  }
}
