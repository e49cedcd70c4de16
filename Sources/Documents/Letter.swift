import TextLayout

/// An office letter or form before it has a format, its parts in the order of an official document.
///
/// It renders itself: as `text`, as `word()`, and by a template as `html(by:)`. Texts in it are raw; each format makes
/// them harmless for itself. A part that is nil or empty is left out.
public struct Letter: Equatable, Sendable {
  /// A line of the numbered list below 「記」.
  public struct Entry: Equatable, Sendable {
    public var label: String
    /// One paragraph each.
    public var texts: [String]

    public init(_ label: String, _ texts: String...) { (self.label, self.texts) = (label, texts) }
  }

  /// A word and what it says here.
  public struct Field: Equatable, Sendable {
    public var label: String
    public var value: String

    public init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }
  }

  /// A piece of paper for one person, to be cut out.
  public struct Slip: Equatable, Sendable {
    public var title: String
    /// Whose it is.
    public var person: String
    /// What the paper is for, in the largest letters on it.
    public var key: Field
    public var rows: [Field]
    public var notes: [String]

    public init(title: String, person: String, key: Field, rows: [Field], notes: [String]) {
      (self.title, self.person, self.key) = (title, person, key)
      (self.rows, self.notes) = (rows, notes)
    }
  }

  /// What it is for decides how large its letters are.
  public enum Layout: Equatable, Sendable {
    /// On an official document.
    case document
    /// For everybody: one page in large letters, the entries one below the other.
    case handout
  }

  public var layout = Layout.document

  /// 取扱注意, 案, 局内限り.
  public var marks: [String] = []
  /// 文書番号.
  public var number: String?
  public var date: String?
  public var addressees: [String] = []
  public var sender: String?
  public var title: String
  /// One line in large letters below the title.
  public var highlight: String?
  /// What a draft for approval says of itself: 起案日, 文書分類; an empty value is left to be filled in by hand.
  public var particulars: [Field] = []
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

extension Letter {
  /// The letter as plain text of at most 80 cells a line, for the terminal, mail and print.
  public var text: String {
    let parts =
      [
        head, titleLines, particularLines, signOffLines, paragraphs.flatMap { $0.wrapped(to: PlainText.width) },
        entryLines,
      ]
      + tables.map { PlainText.lines(of: $0) } + [ending.map { [PlainText.right($0)] } ?? [], contactLines]
      + slips.map(\.lines) + (slips.isEmpty ? [] : [[Slip.cut]])
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    marks.map { PlainText.right("［\($0)］") } + [number, date].compactMap { $0 }.map { PlainText.right($0) }
      + addressees.flatMap { $0.wrapped(to: PlainText.width) } + (sender.map { [PlainText.right($0)] } ?? [])
  }

  private var titleLines: [String] {
    ([title] + (highlight.map { ["", $0] } ?? [])).flatMap { $0.wrapped(to: PlainText.width - 8) }
      .map(PlainText.centred)
  }

  private var particularLines: [String] {
    let label = particulars.map { $0.label.displayWidth }.max() ?? 0
    return particulars.flatMap {
      "\($0.label.padded(to: label))  \($0.value)".wrapped(to: PlainText.width, hanging: label + 2)
    }
  }

  private var signOffLines: [String] {
    guard !signOff.isEmpty else { return [] }
    let room = String(repeating: "　", count: 6)
    return Table(columns: signOff.map { Table.Column($0) }, rows: [signOff.map { _ in room }]).lines(
      width: PlainText.width) + [""]
  }

  private var entryLines: [String] {
    (entriesHeading.map { [PlainText.centred($0), ""] } ?? [])
      + entries.enumerated().flatMap { index, entry in
        ["\(index + 1) \(entry.label)".printable] + entry.texts.flatMap(PlainText.indented)
      }
  }

  private var contactLines: [String] {
    contact.flatMap { $0.wrapped(to: PlainText.width - 40).map { String(repeating: " ", count: 40) + $0 } }
  }
}

extension Letter.Slip {
  fileprivate var lines: [String] {
    let rows = [key] + rows
    let label = rows.map { $0.label.displayWidth }.max() ?? 0
    let hanging = label + 4
    return [Self.cut, ""] + title.wrapped(to: PlainText.width) + [""] + PlainText.indented(person)
      + rows.flatMap {
        "  \($0.label.padded(to: label))  \($0.value)".wrapped(to: PlainText.width, hanging: hanging)
      } + [""] + notes.flatMap(PlainText.indented)
  }

  /// Where scissors go.
  fileprivate static let cut = String(repeating: "- ", count: PlainText.width / 2).droppingTrailingSpaces()
}
