/// A document before it has a format: headings, paragraphs, lists, tables and trends.
///
/// It renders itself: as `text`, as `word()`, by a template as `markdown(by:)` and `html(by:)`. Texts in it are raw; each format makes
/// them harmless for itself.
public struct Document: Equatable, Sendable {
  /// A part of a document under a numbered heading, such as 「第1 点検の概要」.
  ///
  /// Called a chapter because a section is a 分野 of a checklist everywhere else.
  public struct Chapter: Equatable, Sendable {
    /// Names the chapter in templates; the same in every document of a kind.
    public var id: String
    public var heading: String
    public var blocks: [Block]
    /// Whether it is set tightly, for it is to be one page, and what follows begins the next where a format has pages.
    public var isOnePage: Bool

    public init(id: String, heading: String, blocks: [Block], isOnePage: Bool = false) {
      (self.id, self.heading, self.blocks, self.isOnePage) = (id, heading, blocks, isOnePage)
    }
  }

  /// What stands in a chapter, one below the other.
  public enum Block: Equatable, Sendable {
    /// Level 1 stands below the chapter's own heading, level 2 below that.
    case heading(String, level: Int = 1)
    case paragraph(String)
    case list([String])
    case table(Table)
    case trend(Trend)
  }

  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  public var title: String
  /// On lines of its own below the title, such as the edition; nil for none.
  public var subtitle: String?
  /// Lines beside the title: who writes, and when.
  public var lead: [String]
  public var chapters: [Chapter]

  public init(marks: [String], title: String, subtitle: String? = nil, lead: [String], chapters: [Chapter]) {
    (self.marks, self.title, self.subtitle, self.lead, self.chapters) = (marks, title, subtitle, lead, chapters)
  }
}

/// The formats in which tenken writes anything out, by the words of `--format`; each command offers some of them.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case text, markdown, html, docx, xlsx, csv, json

  /// How a file in this format ends, without the dot.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .docx, .xlsx, .csv, .json: rawValue
    }
  }
}
