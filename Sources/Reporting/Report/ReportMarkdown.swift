import Mustache
import TextLayout

/// Fills a Mustache template with a report; every text is escaped for Markdown before the template sees it.
///
/// A template finds `title`, `marks`, `lead`, and `parts`, each with `heading` and `blocks`; a block has one of
/// `subheading`, `paragraph`, `list` (with `items`), `table` (with `header`, `rule`, `rows`, `notes`). A part alone is
/// found under `part.` and its id. Templates begin with `{{% CONTENT_TYPE:TEXT}}`, because escaping is done already.
public struct ReportTemplate: Sendable {
  private let template: MustacheTemplate

  public init(_ text: String) throws(TemplateError) { template = try MustacheTemplate(parsing: text) }

  func render(_ report: Report) -> String { template.render(MarkdownContext(report)) }
}

/// What a template can name.
private struct MarkdownContext {
  struct Part {
    var id: String
    var heading: String
    var blocks: [Block]
  }

  // No name here may be one of `Part`: what a block lacks Mustache looks for in the part around it.
  struct Block {
    var subheading: String?
    var paragraph: String?
    var list: List?
    var table: Table?
  }

  struct List { var items: [String] }

  struct Table {
    var header: String
    var rule: String
    var rows: [String]
    var notes: [String]
  }

  var title: String
  var marks: [String]
  var lead: [String]
  var parts: [Part]
  var part: [String: Part]

  init(_ report: Report) {
    title = report.title.markdown
    marks = report.marks.map(\.markdown)
    lead = report.lead.map(\.markdown)
    parts = report.parts.map { Part(id: $0.id, heading: $0.heading.markdown, blocks: $0.blocks.map(Block.init)) }
    part = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension MarkdownContext.Block {
  fileprivate init(_ block: Report.Block) {
    switch block {
    case .heading(let text, _): subheading = text.markdown
    case .paragraph(let text): paragraph = text.markdown
    case .list(let items): list = MarkdownContext.List(items: items.map(\.markdown))
    case .table(let content): table = MarkdownContext.Table(content)
    case .trend(let trend): paragraph = trend.text.markdown
    }
  }
}

extension MarkdownContext.Table {
  fileprivate init(_ table: ReportTable) {
    let table = table.withoutBars
    header = Self.row(table.columns.map(\.title.markdown))
    rule = Self.row(table.columns.map { $0.isNumber ? "---:" : "---" })
    rows = table.rows.map { Self.row($0.map(\.text.markdown)) }
    notes = table.notesWithTitles.map(\.markdown)
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
}

extension String {
  /// The text on one line, without controls, and without any character that CommonMark or GitHub's tables, links and
  /// HTML would read as markup.
  var markdown: String {
    let characters = Array(sanitized)
    var result = ""
    // Whether only digits have gone before: 「1. 」 and 「- 」 make lists there.
    var isAtStart = true
    for (index, character) in characters.enumerated() {
      let endsWord = index + 1 == characters.count || characters[index + 1] == " "
      if Self.markup.contains(character) || (isAtStart && endsWord && Self.markupAtStart.contains(character)) {
        result.append("\\")
      }
      result.append(character)
      isAtStart = isAtStart && ("0"..."9").contains(character)
    }
    return result
  }

  private static let markup: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "@", ":", "=",
  ]
  private static let markupAtStart: Set<Character> = ["-", "+", ".", ")"]
}
