public import Inspection

/// What only a list of audited items can have wrong.
public enum AuditDetail: Equatable, Sendable {
  /// An item is named that is none of the organisation's checklist.
  case unknownItem(String)
}

public typealias AuditFault = TableFault<AuditDetail>
public typealias AuditError = TableError<AuditDetail>

/// `audit.csv`: what an auditor saw and found of the drawn items, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum AuditFormat {
  enum Column: String, TableColumn {
    case item, question, claim, evidence, seen, judgement, finding, day, auditor

    static let required = allCases

    var japanese: String {
      switch self {
      case .item: "項目"
      case .question: "設問"
      case .claim: "回答"
      case .evidence: "根拠"
      case .seen: "確認したこと"
      case .judgement: "判定"
      case .finding: "所見"
      case .day: "確認日"
      case .auditor: "確認者"
      }
    }
  }

  /// Reads the list, or throws all its faults by line.
  ///
  /// - Parameter items: of the organisation's checklist.
  public static func decode(_ bytes: [UInt8], items: Set<ItemID>) throws(AuditError) -> TableFile<AuditRecord> {
    var reader = try TableReader<Column, AuditDetail>(bytes)
    let records = try reader.map { reader, row in reader.record(row, items) }
    return TableFile(records, read: bytes, in: reader.columns) { $0[$1] }
  }

  /// Writes a new list.
  public static func encode(_ records: [AuditRecord]) -> [UInt8] {
    CSVWriter.bytes(
      [Column.allCases.map(\.japanese)] + records.map { record in Column.allCases.map { record[$0] } })
  }
}

extension AuditRecord {
  fileprivate subscript(column: AuditFormat.Column) -> String {
    switch column {
    case .item: item.rawValue
    case .question: question
    case .claim: claim
    case .evidence: evidence
    case .seen: seen
    case .judgement: judgement?.japanese ?? ""
    case .finding: finding
    // Excel makes a date of 2027-03-31 and shows it its own way.
    case .day: day?.japanese ?? ""
    case .auditor: auditor
    }
  }
}

extension TableReader where Column == AuditFormat.Column, Detail == AuditDetail {
  fileprivate mutating func record(_ row: Row, _ items: Set<ItemID>) -> AuditRecord? {
    let item = text(.item, of: row)
    if !item.isEmpty {
      if !items.contains(ItemID(item)) { note(.row(.unknownItem(item)), at: row) }
      requireUnique(.item, of: row)
    }
    let judgement: AuditRecord.Judgement? = word(.judgement, of: row) { $0.japanese }
    let day = day(.day, of: row)
    return AuditRecord(
      item: ItemID(item), question: row[.question], claim: row[.claim], evidence: row[.evidence], seen: row[.seen],
      judgement: judgement, finding: row[.finding], day: day, auditor: row[.auditor])
  }
}
