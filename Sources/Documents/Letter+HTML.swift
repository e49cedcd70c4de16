extension Letter {
  /// The letter as HTML; every text is escaped before the template sees it.
  ///
  /// A template finds the parts of `Letter` by their names: `isHandout`, `isCut` (where there are slips), `marks`,
  /// `number`, `date`, `addressees`, `sender`, `title`, `highlight`, `particulars` (with `lines` of two `pairs` of `key`, `value`),
  /// `signOff` (with `heads`), `paragraphs`, `entriesHeading`, `hasEntries`, `entries` (each with `index`, `label`,
  /// `texts`), `tables` (with `columns` of `heading`, `isNumeric`; `rows` of `cells` of `text`, `isNumeric`; `notes`),
  /// `ending`, `contact` (with `lines`), `slipPages` (with `isLater` but for the first; `strips` of `slips`, each with
  /// `hasPerson` but where the last strip has room left; `occasion`, `person`, `keyLabel`, `keyValue`, `fields` of `key`
  /// and `value`, `remarks`). Templates begin with `{{% CONTENT_TYPE:TEXT}}`, because escaping is done already.
  public func html(by template: HTMLTemplate) -> String { template.filled(with: LetterContext(self)) }

  /// How many slips lie beside each other on a page, and below.
  static let slipGrid = (columns: 2, rows: 4)
}

/// What a template can name. No name stands on two levels: what one lacks Mustache looks for in the one around it.
private struct LetterContext {
  struct SignOff { var heads: [String] }

  struct Entry {
    var index: Int
    var label: String
    var texts: [String]
  }

  struct Table {
    var columns: [Column]
    var rows: [Row]
    var notes: [String]
  }

  struct Column {
    var heading: String
    var isNumeric: Bool
  }

  struct Row { var cells: [Cell] }

  struct Cell {
    var text: String
    var isNumeric: Bool
  }

  struct Contact { var lines: [String] }

  struct Particulars { var lines: [Pairs] }

  struct Pairs { var pairs: [Field] }

  struct Field {
    var key: String
    var value: String

    init(_ field: Letter.Field) { (key, value) = (field.label.html, field.value.html) }
  }

  struct SlipPage {
    var isLater: Bool
    var strips: [Strip]
  }

  struct Strip { var slips: [Slip] }

  struct Slip {
    var hasPerson: Bool
    var occasion = ""
    var person = ""
    var keyLabel = ""
    var keyValue = ""
    var fields: [Field] = []
    var remarks: [String] = []
  }

  var isHandout: Bool
  var isCut: Bool
  var marks: [String]
  var number: String?
  var date: String?
  var addressees: [String]
  var sender: String?
  var title: String
  var highlight: String?
  var particulars: Particulars?
  var signOff: SignOff?
  var paragraphs: [String]
  var entriesHeading: String?
  var hasEntries: Bool
  var entries: [Entry]
  var tables: [Table]
  var ending: String?
  var contact: Contact?
  var slipPages: [SlipPage]

  init(_ letter: Letter) {
    isHandout = letter.layout == .handout
    isCut = !letter.slips.isEmpty
    marks = letter.marks.map(\.html)
    number = letter.number?.html
    date = letter.date?.html
    addressees = letter.addressees.map(\.html)
    sender = letter.sender?.html
    title = letter.title.html
    highlight = letter.highlight?.html
    let pairs = letter.particulars.map(Field.init).inPieces(of: 2).map(Pairs.init)
    particulars = pairs.isEmpty ? nil : Particulars(lines: pairs)
    signOff = letter.signOff.isEmpty ? nil : SignOff(heads: letter.signOff.map(\.html))
    paragraphs = letter.paragraphs.map(\.html)
    entriesHeading = letter.entriesHeading?.html
    hasEntries = !letter.entries.isEmpty
    entries = letter.entries.enumerated().map { index, entry in
      Entry(index: index + 1, label: entry.label.html, texts: entry.texts.map(\.html))
    }
    tables = letter.tables.map(Table.init)
    ending = letter.ending?.html
    contact = letter.contact.isEmpty ? nil : Contact(lines: letter.contact.map(\.html))
    let (columns, rows) = Letter.slipGrid
    slipPages = letter.slips.map(Slip.init).inPieces(of: columns * rows).enumerated().map { index, page in
      let strips = page.inPieces(of: columns).map { strip in
        Strip(slips: strip + Array(repeating: Slip(hasPerson: false), count: columns - strip.count))
      }
      return SlipPage(isLater: index > 0, strips: strips)
    }
  }
}

extension LetterContext.Slip {
  fileprivate init(_ slip: Letter.Slip) {
    hasPerson = true
    occasion = slip.title.html
    person = slip.person.html
    keyLabel = slip.key.label.html
    keyValue = slip.key.value.html
    fields = slip.rows.map(LetterContext.Field.init)
    remarks = slip.notes.map(\.html)
  }
}

extension LetterContext.Table {
  fileprivate init(_ table: Document.Table) {
    let table = table.withoutBars
    columns = table.columns.map { .init(heading: $0.title.html, isNumeric: $0.isNumber) }
    rows = table.rows.map { row in
      LetterContext.Row(
        cells: zip(table.columns, row).map { column, cell in .init(text: cell.text.html, isNumeric: column.isNumber) })
    }
    notes = table.notes.map(\.html)
  }
}

extension Array {
  /// Its elements in order, so many together; the last piece may have fewer.
  func inPieces(of count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
  }
}
