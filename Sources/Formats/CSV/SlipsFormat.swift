public import Inspection

/// `<round>-codes.csv`: the slip codes as `round create` wrote them, or as Excel saved them since.
public enum SlipsFormat {
  public static let headings = ["番号", "氏名", "役割", "点検コード"]

  public enum Fault: Error, Equatable, Sendable {
    /// Neither UTF-8 nor CP932, or a quote that is never closed.
    case notATable
    case missingColumn(String)
    /// A line, from 1, without a number or a whole code.
    case badLine(Int)
    case repeated(RespondentID)
  }

  /// The codes by respondent; the supervisor's is among them. Throws the first fault.
  public static func decode(_ bytes: [UInt8]) throws(Fault) -> [RespondentID: CheckedNumber] {
    guard let text = CSVReader.text(of: bytes) else { throw .notATable }
    let records: [CSVRecord]
    do throws(CSVReader.Failure) { records = try CSVReader.records(of: text) } catch { throw .notATable }
    let header = records.first?.fields ?? []
    guard let id = header.firstIndex(of: "番号") else { throw .missingColumn("番号") }
    guard let code = header.firstIndex(of: "点検コード") else { throw .missingColumn("点検コード") }
    var codes: [RespondentID: CheckedNumber] = [:]
    for record in records.dropFirst() where !record.fields.allSatisfy(\.isEmpty) {
      guard record.fields.indices.contains(id), record.fields.indices.contains(code),
        let number = CheckedNumber(written: record.fields[code])
      else { throw .badLine(record.line) }
      let respondent = RespondentID(record.fields[id].withoutApostrophe)
      guard codes.updateValue(number, forKey: respondent) == nil else { throw .repeated(respondent) }
    }
    return codes
  }
}

extension String {
  /// `CSVWriter` puts an apostrophe before an id that begins with a hyphen.
  fileprivate var withoutApostrophe: String { hasPrefix("'-") ? String(dropFirst()) : self }
}
