import Characters
import Inspection

/// The cells of one sheet, or of a CSV that a spreadsheet saved of it, with the columns of a form found in them.
struct FormTable {
  /// nil for a CSV, whose places are lines.
  let sheet: String?
  private let rows: [(number: Int, cells: [Int: CellContent])]
  /// The number of the row that holds the headings.
  let heading: Int
  private let columns: [FormHeading: Int]

  /// nil where no row holds the headings of a form.
  init?(_ sheet: WorkbookSheet) {
    var rows: [Int: [Int: CellContent]] = [:]
    for (place, content) in sheet.cells { rows[place.row, default: [:]][place.column] = content }
    self.init(sheet.name, rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  init?(_ records: [CSVRecord]) {
    self.init(
      nil,
      records.map { record in
        let cells = record.fields.enumerated().compactMap { index, field in
          field.isEmpty ? nil : (index + 1, CellContent.text(CSVWriter.withoutApostrophe(field)))
        }
        return (record.line, Dictionary(uniqueKeysWithValues: cells))
      })
  }

  private init?(_ sheet: String?, _ rows: [(number: Int, cells: [Int: CellContent])]) {
    for row in rows.prefix(Self.lastHeading) {
      let columns = Self.columns(of: row.cells)
      guard columns[.item] != nil, columns[.choice] != nil else { continue }
      (self.sheet, self.rows, heading, self.columns) = (sheet, rows, row.number, columns)
      return
    }
    return nil
  }

  /// Nobody puts two hundred rows above a form.
  private static let lastHeading = 200

  private static func columns(of cells: [Int: CellContent]) -> [FormHeading: Int] {
    var columns: [FormHeading: Int] = [:]
    for (place, content) in cells.sorted(by: { $0.key < $1.key }) {
      guard case .text(let text) = content else { continue }
      guard let column = FormHeading.allCases.first(where: { $0.stands(in: [text]) }), columns[column] == nil else {
        continue
      }
      columns[column] = place
    }
    return columns
  }

  /// Whether its columns are those of the Excel form, which alone has one for notes.
  var isSheet: Bool { columns[.note] != nil }

  // MARK: Reading

  /// What the rows below the headings say, or all that is wrong with them.
  func form(for lines: FormLines, requiringConsent: Bool) throws(FormFileError) -> FilledForm {
    var reader = FormRowReader(lines: lines, requiresConsent: requiringConsent)
    var faults: [FormFault] = []
    for row in rows where row.number > heading {
      let (read, unreadable) = self.read(row)
      faults += unreadable
      guard unreadable.isEmpty else {
        reader.pass(read)
        continue
      }
      guard read.item != FormHeading.item.rawValue else { continue }
      if read.item.isEmpty {
        // An answer whose question nobody knows any more must not be lost in silence.
        guard !read.choice.isEmpty else { continue }
        faults.append(fault(.table(.empty(column: FormHeading.item.rawValue)), .item, row.number))
      } else {
        faults += reader.read(read).map { fault(.table($0.kind), $0.heading, row.number) }
      }
    }
    for line in lines.all where !reader.seen.contains(line) {
      faults.append(FormFault(.table(.row(.lineMissing(code: lines.code(of: line)))), at: .file))
    }
    guard faults.isEmpty else { throw .faults(faults) }
    return reader.form
  }

  /// What is written for the person, whether or not the rest can be read; nil where no row is for it.
  var person: FormFile.Person? {
    for row in rows where row.number > heading {
      let read = read(row).0
      guard [FormLines.codeLabel, FormLines.nameLabel].contains(read.item) else { continue }
      return FormFile.Person(text: read.choice.nonEmpty, place: place(of: .choice, row.number))
    }
    return nil
  }

  private func read(_ row: (number: Int, cells: [Int: CellContent])) -> (FormRow, [FormFault]) {
    var read = FormRow()
    var faults: [FormFault] = []
    for column in FormHeading.allCases {
      guard let place = columns[column], let content = row.cells[place] else { continue }
      switch content {
      case .text(let text):
        let text = text.withLineFeeds.trimmed()
        if let hidden = text.firstHidden ?? text.unicodeScalars.first(where: { $0 == "\r" }) {
          faults.append(fault(.table(.controlCharacter(hidden, column: column.rawValue)), column, row.number))
        }
        read[column] = text
      case .number(let number): read[column] = Self.digits(number)
      case .unreadable(let cell): faults.append(fault(.unreadable(cell), column, row.number))
      }
    }
    return (read, faults)
  }

  /// `1` for `1.0` and `1.0000E0`; what is no whole number stays as it is written.
  private static func digits(_ number: String) -> String {
    guard let value = Double(number), value.magnitude < 1e15, value == value.rounded() else { return number }
    return String(Int(value))
  }

  private func fault(_ kind: FormFault.Kind, _ column: FormHeading, _ row: Int) -> FormFault {
    FormFault(kind, at: place(of: column, row))
  }

  private func place(of column: FormHeading, _ row: Int) -> FormFault.Place {
    guard let sheet else { return .line(row) }
    return .cell(CellPlace(row: row, column: columns[column] ?? 1).name, sheet: sheet)
  }
}

extension FormHeading {
  /// Whether one of these texts is the heading, in either language.
  func stands(in texts: [String]) -> Bool {
    texts.contains { [rawValue, english].contains($0.folded().trimmed()) }
  }
}

/// Something wrong with a form that came back.
public struct FormFault: Equatable, Sendable {
  /// What is wrong with a filled-in form; facts only.
  public enum Kind: Equatable, Sendable {
    case table(AnswersFault.Kind)
    /// What stands there was not written as an answer.
    case unreadable(UnreadableCell)
    /// The form says in two places that it is two different ones.
    case twoIdentities
    /// Several sheets hold a form.
    case severalForms
    /// It is a form, and not the one that is asked for here.
    case otherForm
  }

  /// Where in a form a fault stands.
  public enum Place: Equatable, Sendable {
    /// Of a CSV, from 1.
    case line(Int)
    /// Such as `C15`, on a sheet.
    case cell(String, sheet: String)
    case file
  }

  public var kind: Kind
  public var place: Place

  public init(_ kind: Kind, at place: Place) { (self.kind, self.place) = (kind, place) }
}

/// Why a file could not be taken as a form.
public enum FormFileError: Error, Equatable, Sendable {
  case foreign(ForeignFile)
  /// A form, with all that is wrong with it.
  case faults([FormFault])
}
