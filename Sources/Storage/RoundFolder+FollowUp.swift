public import Formats
public import Inspection

/// What people keep in the folder of a round after it was closed.
extension RoundFolder {
  static let actionsFile = "actions.csv"
  static let evidenceFile = "evidence.json"
  static let reviewFile = "review.yaml"
  static let opinionsFile = "opinions.csv"
  static let auditFile = "audit.csv"

  public var actionsPath: String { path + "/" + Self.actionsFile }
  public var reviewPath: String { path + "/" + Self.reviewFile }
  public var opinionsPath: String { path + "/" + Self.opinionsFile }
  public var auditPath: String { path + "/" + Self.auditFile }

  /// The list of actions, or all its faults; nil where there is none.
  public func actions() throws(StorageError) -> TableFile<Action>? {
    try decodeActions(try readIfAny(Self.actionsFile, upTo: .table))
  }

  /// What was decided about the policy, or all faults of the file; nil where there is none.
  public func review() throws(StorageError) -> Review? { try decodeReview(try readIfAny(Self.reviewFile, upTo: .yaml)) }

  /// The list of opinions and the decision about each, or all its faults; nil where there is none.
  public func opinions() throws(StorageError) -> TableFile<Opinion>? {
    try decodeOpinions(try readIfAny(Self.opinionsFile, upTo: .table))
  }

  /// The list of audited items, or all its faults; nil where there is none.
  public func audit() throws(StorageError) -> TableFile<AuditRecord>? {
    try decodeAudit(try readIfAny(Self.auditFile, upTo: .table))
  }

  /// What the organisation named in the round before this one; nil where nothing was kept of it.
  public func earlierEvidence() throws(StorageError) -> EarlierEvidence? {
    guard let bytes = try readIfAny(Self.evidenceFile, upTo: .json) else { return nil }
    return try decode(path + "/" + Self.evidenceFile) { reader throws(DocumentError) in
      try EvidenceFormat.decode(bytes, with: reader)
    }
  }

  func readIfAny(_ name: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8]? {
    try Disk.exists(path + "/" + name) ? try read(name, upTo: limit) : nil
  }

  func decodeActions(_ bytes: [UInt8]?) throws(StorageError) -> TableFile<Action>? {
    guard let bytes else { return nil }
    do throws(ActionsError) {
      return try ActionsFormat.decode(bytes)
    } catch { throw .actions(path: actionsPath, error.faults) }
  }

  func decodeReview(_ bytes: [UInt8]?) throws(StorageError) -> Review? {
    guard let bytes else { return nil }
    do throws(YAMLError) {
      return try ReviewFormat.decode(bytes)
    } catch { throw .yaml(path: reviewPath, error) }
  }

  func decodeOpinions(_ bytes: [UInt8]?) throws(StorageError) -> TableFile<Opinion>? {
    guard let bytes else { return nil }
    do throws(OpinionsError) {
      return try OpinionsFormat.decode(bytes)
    } catch { throw .opinions(path: opinionsPath, error.faults) }
  }

  func decodeAudit(_ bytes: [UInt8]?) throws(StorageError) -> TableFile<AuditRecord>? {
    guard let bytes else { return nil }
    let isAsked = round.checklists.contains { $0.role == .organisation }
    let items = try isAsked ? checklist(of: .organisation).checklist.items.map(\.id) : []
    do throws(AuditError) {
      return try AuditFormat.decode(bytes, items: Set(items))
    } catch { throw .audit(path: auditPath, error.faults) }
  }

  /// Writes new lines behind those of `list`, the list as it stands; where there is none, makes one.
  ///
  /// Throws `UnencodableField` where the list is in CP932 and cannot hold them, and `StorageError`.
  public func add(_ actions: [Action], to list: TableFile<Action>?) throws {
    if let list {
      try write(list.appending(actions), as: Self.actionsFile)
    } else {
      try Disk.write(ActionsFormat.encode(actions), to: actionsPath, replacing: .refused)
    }
  }

  /// The same of opinions.
  public func add(_ opinions: [Opinion], to list: TableFile<Opinion>?) throws {
    if let list {
      try write(list.appending(opinions), as: Self.opinionsFile)
    } else {
      try Disk.write(OpinionsFormat.encode(opinions), to: opinionsPath, replacing: .refused)
    }
  }

  /// The same of audited items.
  public func add(_ records: [AuditRecord], to list: TableFile<AuditRecord>?) throws {
    if let list {
      try write(list.appending(records), as: Self.auditFile)
    } else {
      try Disk.write(AuditFormat.encode(records), to: auditPath, replacing: .refused)
    }
  }

  /// Makes a form for the review, with what might be looked at as comments; one that is there stays.
  public func writeBlankReview(questions: [String]) throws(StorageError) {
    try Disk.write(ReviewFormat.blank(for: round, questions: questions), to: reviewPath, replacing: .refused)
  }

  /// Whether there is a list of opinions in which the office decides.
  public func hasOpinionList() throws(StorageError) -> Bool { try Disk.exists(opinionsPath) }
}

/// `summary/`: what is kept of the figures that were given out.
extension RoundFolder {
  static let summaryName = "summary"
  static let leftOutFile = "left-out.csv"
  var summaryFolder: String { path + "/" + Self.summaryName }

  /// Where the list of the sheets that were left out stands, to be told to people.
  public var leftOutPath: String { summaryFolder + "/" + Self.leftOutFile }

  /// The list of the sheets that were left out, as it was written last; nil where there is none.
  public func leftOutList() throws(StorageError) -> [UInt8]? {
    try Disk.readIfAny(leftOutPath, upTo: .table)
  }

  /// Puts a list in the place of the one that is there, if any.
  public func writeLeftOutList(_ table: [UInt8]) throws(StorageError) {
    try Disk.makeFolder(summaryFolder)
    try Disk.write(table, to: leftOutPath)
  }

  /// Removes the list of lines that are not counted; throws where there is none.
  public func removeLeftOutList() throws(StorageError) { try Disk.remove(leftOutPath) }
}
