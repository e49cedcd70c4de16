extension Letter {
  /// The letter as HTML that Word and LibreOffice Writer open; every text is escaped before the template sees it.
  ///
  /// A template finds the parts of `Letter` by their names: `marks`, `number`, `date`, `addressees`, `sender`, `title`,
  /// `signOff` (with `heads`), `paragraphs`, `entriesHeading`, `hasEntries`, `entries` (each with `index`, `label`,
  /// `texts`), `tables` (with `columns` of `heading`, `isNumeric`; `rows` of `cells` of `text`, `isNumeric`; `notes`),
  /// `ending`, `contact` (with `lines`), `slips` (each with `startsPage`, `name`, `fields` of `key` and `value`,
  /// `remarks`). Templates begin with `{{% CONTENT_TYPE:TEXT}}`, because escaping is done already.
  public func html(by template: HTMLTemplate) -> String { template.filled(with: LetterContext(self)) }
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

  struct Slip {
    var startsPage: Bool
    var name: String
    var fields: [Field]
    var remarks: [String]
  }

  struct Field {
    var key: String
    var value: String
  }

  var marks: [String]
  var number: String?
  var date: String?
  var addressees: [String]
  var sender: String?
  var title: String
  var signOff: SignOff?
  var paragraphs: [String]
  var entriesHeading: String?
  var hasEntries: Bool
  var entries: [Entry]
  var tables: [Table]
  var ending: String?
  var contact: Contact?
  var slips: [Slip]

  init(_ letter: Letter) {
    marks = letter.marks.map(\.html)
    number = letter.number?.html
    date = letter.date?.html
    addressees = letter.addressees.map(\.html)
    sender = letter.sender?.html
    title = letter.title.html
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
    // Word processors cut a table where the page ends, so that only as many begin on a page as surely fit.
    let longest = letter.slips.map { $0.rows.count + $0.notes.count }.max() ?? 0
    let slipsOnPage = longest > 5 ? 3 : 4
    slips = letter.slips.enumerated().map { index, slip in
      Slip(
        startsPage: index % slipsOnPage == 0, name: slip.title.html,
        fields: slip.rows.map { Field(key: $0.label.html, value: $0.value.html) },
        remarks: slip.notes.map(\.html))
    }
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
