import Foundation
import Inspection
import Interview
import Terminal
import Testing

@testable import Session

/// The members' guide lists the keys of the binding table and words that it understands.
@Suite(.serialized) struct MemberGuideTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/members.md")

  private static let lists: [(name: String, page: String, onKeyLine: Bool?)] = [
    ("item", "item", true), ("item, more", "item", false), ("note", "note", nil), ("list", "list", nil),
  ]

  /// `RECORD_SNAPSHOTS=1 swift test` writes the lists into the guide, and fails while it does.
  @Test(arguments: lists.map(\.name)) func `The guide's lists of keys are the table's`(name: String) throws {
    let list = try #require(Self.lists.first { $0.name == name })
    let page = try #require(PageKind.all.first { $0.name == list.page }).page
    var table = PageBindings.table(for: page)
    if let onKeyLine = list.onKeyLine { table.bindings.removeAll { ($0.keyLabel != nil) != onKeyLine } }
    let rows = table.help.map { "| \($0.keys) | \($0.label) | \($0.help) |\n" }.joined()
    let expected = "| キー | 案内の言葉 | 働き |\n|---|---|---|\n" + rows

    let guide = try String(contentsOf: Self.file, encoding: .utf8)
    let opening = try #require(guide.range(of: "<!-- keys: \(name) -->\n"))
    let closing = try #require(guide.range(of: "<!-- end -->", range: opening.upperBound..<guide.endIndex))
    let stored = opening.upperBound..<closing.lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try guide.replacingCharacters(in: stored, with: expected).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it and run again without RECORD_SNAPSHOTS")
      return
    }
    #expect(guide[stored] == expected[...])
  }

  @Test func `Every word that the guide says can be typed is understood`() throws {
    let guide = try String(contentsOf: Self.file, encoding: .utf8)
    let paragraph = try #require(guide.split(separator: "\n\n").first { $0.contains("言葉で打つこともできます") })
    let sentences = paragraph.split(separator: "。").map { String($0) }
    let item = try #require(PageKind.all.first { $0.name == "item" }).page
    let note = try #require(PageKind.all.first { $0.name == "note written before" }).page
    var words = 0
    for sentence in sentences {
      for match in sentence.matches(of: /「(.+?)」/) {
        let word = String(match.1)
        words += 1
        if sentence.contains("だけ") {
          #expect(TypedLine(word, on: note) != .intent(.submit(text: word)), "\(word)")
        } else {
          #expect(![.unknown, .notOffered].contains(TypedLine(word, on: item)), "\(word)")
        }
      }
    }
    #expect(words == 12)
  }
}
