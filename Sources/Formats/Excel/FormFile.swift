import Characters
public import Inspection

/// A form that came back from Excel or the like, as a workbook or as CSV; it may be hostile.
///
/// It is read in two steps, for which checklist it answers is known only when it has said which form it is.
public struct FormFile {
  private enum Content {
    case table(FormTable)
    /// A CSV as it is given out, with its headings on the first line, read strictly.
    case plain([UInt8])
  }

  /// Who the form says it is of: a slip code, a number on the roster or a name.
  public struct Person: Equatable, Sendable {
    /// As it is written; nil where nothing is.
    public var text: String?
    /// Where it is, or should be.
    public var place: FormFault.Place
  }

  /// What the file says it is; nil where it says nothing.
  public let identity: FormIdentity?
  /// What is written for the person, whether or not the rest can be read.
  public let person: Person
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
      person = table.person ?? Self.nobody
      identity = try Self.identity(in: sheets.flatMap { $0.cells.values.compactMap(\.text) })
    } else {
      guard bytes.count <= Limits.formTableBytes else { throw .foreign(.tooLarge) }
      guard let text = CSVReader.text(of: bytes), !text.contains(0) else { throw .foreign(.unknown) }
      // A fault of syntax is told by the strict reader.
      let records = (try? CSVReader.records(of: text)) ?? []
      let table = FormTable(records)
      identity = try Self.identity(in: records.flatMap(\.fields))
      person = table?.person ?? Self.nobody
      if let table, table.heading > 1 || table.isSheet {
        content = .table(table)
      } else if let first = records.first, !FormHeading.allCases.contains(where: { $0.stands(in: first.fields) }) {
        throw .foreign(identity == nil ? .otherTable : .withoutJapanese)
      } else {
        content = .plain(bytes)
      }
    }
  }

  private static let nobody = Person(text: nil, place: .file)

  /// What it says on the lines of a questionnaire, or all that is wrong with it.
  ///
  /// - Parameter requiringConsent: whether a form without consent is at fault.
  public func form(for lines: FormLines, requiringConsent: Bool = false) throws(FormFileError) -> FilledForm {
    var form: FilledForm
    switch content {
    case .table(let table): form = try table.form(for: lines, requiringConsent: requiringConsent)
    case .plain(let bytes):
      do throws(AnswersError) {
        form = try AnswersFormat.decode(bytes, for: lines, requiringConsent: requiringConsent)
      } catch {
        throw .faults(error.faults.map { FormFault(.table($0.kind), at: .line($0.line)) })
      }
    }
    // A plain CSV may lack the line.
    if requiringConsent, form.answers.consent == nil {
      throw .faults([FormFault(.table(.row(.consentMissing)), at: .file)])
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
