import Characters
public import Inspection

/// A form that came back from Excel or the like, as a workbook or as CSV; it may be hostile.
///
/// It is read in two steps, for which checklist it answers is known only when it has said which form it is.
public struct FormFile {
  private enum Content {
    case table(FormTable)
    /// A CSV with its headings on the first line, read strictly.
    case plain([UInt8])
  }

  /// What the file says it is; nil where it says nothing.
  public let identity: FormIdentity?
  /// What is written for the person, whether or not the rest can be read.
  public let person: String?
  private let content: Content

  /// Finds the form in the file by what stands in it, whatever the file is called.
  public init(_ bytes: [UInt8]) throws(FormFileError) {
    if let foreign = ForeignFile(bytes) { throw .foreign(foreign) }
    guard bytes.count <= Limits.tableBytes else { throw .foreign(.tooLarge) }
    if ForeignFile.isArchive(bytes) {
      let sheets = try Self.sheets(of: bytes)
      let tables = sheets.compactMap { FormTable($0) }
      guard let table = tables.first else { throw .foreign(.otherTable) }
      guard tables.count == 1 else { throw .faults([FormFault(.severalForms, at: .file)]) }
      content = .table(table)
      person = table.person
      identity = try Self.identity(in: sheets.flatMap { $0.cells.values.compactMap(\.text) })
    } else {
      guard bytes.count <= Limits.formTableBytes else { throw .foreign(.tooLarge) }
      guard let text = CSVReader.text(of: bytes), !text.containsScalar("\0") else { throw .foreign(.unknown) }
      // A fault of syntax is told by the strict reader.
      let records = (try? CSVReader.records(of: text)) ?? []
      let table = FormTable(records)
      identity = try Self.identity(in: records.flatMap(\.fields))
      person = table?.person
      if let table, table.heading > 1 {
        content = .table(table)
      } else if let first = records.first, !FormHeading.allCases.contains(where: { $0.stands(in: first.fields) }) {
        throw .foreign(identity == nil ? .otherTable : .withoutJapanese)
      } else {
        content = .plain(bytes)
      }
    }
  }

  /// What it says on the lines of a questionnaire, or all that is wrong with it.
  public func form(for lines: FormLines) throws(FormFileError) -> FilledForm {
    var form: FilledForm
    switch content {
    case .table(let table): form = try table.form(for: lines)
    case .plain(let bytes):
      do throws(AnswersError) { form = try AnswersFormat.decode(bytes, for: lines) } catch {
        throw .faults(error.faults.map { FormFault(.table($0.kind), at: .line($0.line)) })
      }
    }
    form.identity = identity
    return form
  }

  private static func sheets(of bytes: [UInt8]) throws(FormFileError) -> [WorkbookSheet] {
    let archive: ZipArchive
    do throws(ZipArchive.Fault) { archive = try ZipArchive(bytes) } catch { throw .foreign(ForeignFile(error)) }
    if let foreign = ForeignFile(archive) { throw .foreign(foreign) }
    do throws(WorkbookFault) { return try WorkbookReader(archive).sheets() } catch {
      throw .foreign(ForeignFile(error))
    }
  }

  /// What the file says it is, wherever it says so.
  private static func identity(in texts: [String]) throws(FormFileError) -> FormIdentity? {
    let found = texts.compactMap { FormIdentity(written: $0.trimmed()) }
    guard found.allSatisfy({ $0 == found.first }) else { throw .faults([FormFault(.twoIdentities, at: .file)]) }
    return found.first
  }
}

extension CellContent {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
