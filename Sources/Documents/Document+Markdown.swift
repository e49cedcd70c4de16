extension Document {
  /// The document as Markdown; every text is escaped for Markdown before the template sees it.
  ///
  /// A template finds `title`, `subtitle` where there is one, `marks`, `lead`, and `parts`, which are the chapters, each with `heading` and `blocks`; a
  /// block has one of `subheading`, `paragraph`, `list` (with `items`), `table` (with `header`, `rule`, `rows`, `notes`).
  /// A chapter alone is found under `part.` and its id. Templates begin with `{{% CONTENT_TYPE:TEXT}}`, because escaping
  /// is done already.
  public func markdown(by template: MarkdownTemplate) -> String { template.filled(with: MarkdownContext(self)) }
}

/// What a template can name.
private struct MarkdownContext {
  struct Chapter {
    var id: String
    var heading: String
    var blocks: [Block]
  }

  // No name here may be one of `Chapter`: what a block lacks Mustache looks for in the chapter around it.
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
  var subtitle: String?
  var marks: [String]
  var lead: [String]
  var parts: [Chapter]
  var part: [String: Chapter]

  init(_ document: Document) {
    title = document.title.markdown
    subtitle = document.subtitle?.markdown
    marks = document.marks.map(\.markdown)
    lead = document.lead.map(\.markdown)
    parts = document.chapters.map {
      Chapter(id: $0.id, heading: $0.heading.markdown, blocks: $0.blocks.map(Block.init))
    }
    part = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension MarkdownContext.Block {
  fileprivate init(_ block: Document.Block) {
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
  fileprivate init(_ table: Document.Table) {
    let table = table.withoutBars
    header = Self.row(table.columns.map(\.title.markdown))
    rule = Self.row(table.columns.map { $0.isNumber ? "---:" : "---" })
    rows = table.rows.map { Self.row($0.map(\.text.markdown)) }
    notes = table.notesWithTitles.map(\.markdown)
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
}
