/// An office letter or form before it has a format, its parts in the order of an official document.
///
/// It renders itself: as `text`, and by a template as `html(by:)`. Texts in it are raw; each format makes them harmless for itself. A part that is nil or empty is left out.
public struct Letter: Equatable, Sendable {
  /// A line of the numbered list below 「記」.
  public struct Entry: Equatable, Sendable {
    public var label: String
    /// One paragraph each.
    public var texts: [String]

    public init(_ label: String, _ texts: String...) { (self.label, self.texts) = (label, texts) }
  }

  /// A piece of paper for one person, to be cut out.
  public struct Slip: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
      public var label: String
      public var value: String

      public init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }
    }

    public var title: String
    public var rows: [Row]
    public var notes: [String]

    public init(title: String, rows: [Row], notes: [String]) {
      (self.title, self.rows, self.notes) = (title, rows, notes)
    }
  }

  /// 取扱注意, 案, 局内限り.
  public var marks: [String] = []
  /// 文書番号, to be filled in by hand.
  public var number: String?
  public var date: String?
  public var addressees: [String] = []
  public var sender: String?
  public var title: String
  /// The heads of the columns of the 決裁欄, whose fields are empty.
  public var signOff: [String] = []
  public var paragraphs: [String] = []
  /// Stands above the entries: 「記」.
  public var entriesHeading: String?
  public var entries: [Entry] = []
  public var tables: [Document.Table] = []
  /// 「以上」.
  public var ending: String?
  /// Whom to ask, a line each.
  public var contact: [String] = []
  public var slips: [Slip] = []

  public init(_ title: String) { self.title = title }
}
