import Formats
import Inspection
import Storage

/// A round of an assembly that does not exist, on the disk, with the built-in checklists.
struct SampleRound {
  let home: TemporaryFolder
  let library: ChecklistLibrary
  /// As it was made; what has happened since is in `current`.
  let folder: RoundFolder
  let drafts: DraftStore
  let now: Timestamp

  static let roster = Array("id,name,role\nm01,議員01,member\nm02,議員02,member\norg,事務局,organisation\n".utf8)

  init(handIn: Round.HandIn = .unsigned, codes: [CodeEntry] = []) throws {
    home = try TemporaryFolder()
    library = try ChecklistLibrary()
    now = Timestamp(secondsSinceEpoch: 1_795_000_000)
    let round = try Self.round(library: library, handIn: handIn)
    folder = try RoundFolder.create(
      home.path("r8-1"), round: round, roster: Self.roster, library: library, codes: codes, at: now)
    drafts = DraftStore(root: home.path("data"))
  }

  static func round(library: ChecklistLibrary, handIn: Round.HandIn = .unsigned) throws -> Round {
    let opens = library.policy.effective.adding(days: 200)
    return Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: 2026, opens: opens,
      deadline: opens.adding(days: 30), referenceDay: opens, meetings: ["本会議"],
      contact: Round.Contact(office: "見本市議会事務局", telephone: "000-000-0000"), addressee: "見本市議会議長",
      retention: .years(5), electionBetween: false, rules: [], lentDevices: .council, staffMode: .own,
      cityInspection: nil,
      length: .full, handIn: handIn, checklists: try RoundFolder.frozen([.member, .organisation], from: library),
      thresholds: Round.Thresholds())
  }

  // MARK: The folder

  var current: RoundFolder { get throws { try RoundFolder(folder.path) } }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { try Disk.read(path(name), upTo: .table) }

  /// Puts bytes in the place of a file of the round, as a disk, an editor or a copy might.
  func damage(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try bytes(name)
    change(&bytes)
    try Disk.write(bytes, to: path(name))
  }

  func log(_ event: RoundEvent.Kind, at time: Timestamp? = nil) throws {
    try current.record(RoundEvent(event, at: time ?? now))
  }

  // MARK: Handing in

  /// A draft of a respondent with every item of the round answered yes.
  func draft(of id: RespondentID = "m01", role: Role = .member) throws -> Draft {
    let entry = try folder.checklist(of: role)
    var draft = Draft(
      round: folder.round.id, checklist: entry.reference, role: role, respondent: id, entry: Draft.Entry(mode: .me),
      started: now)
    for item in Questionnaire(checklist: entry.checklist, round: folder.round).items {
      draft.responses[item.id] = Draft.Response(choice: .yes)
    }
    return draft
  }

  /// A hand-in to the round as it stands now; a visit reads the folder at its start.
  func handIn(by id: RespondentID = "m01", role: Role = .member) throws -> HandIn {
    let folder = try current
    let entry = try folder.checklist(of: role)
    return HandIn(
      to: folder, by: Respondent(id: id, name: "議員", kana: "", role: role),
      of: Questionnaire(checklist: entry.checklist, round: folder.round), drafts: drafts)
  }

  // MARK: What is in the box

  var box: Box { get throws { try current.box() } }

  func sheet(_ number: CheckedNumber) throws -> Sheet? {
    guard let line = try box.line(.sheet, number.digits) else { return nil }
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try SheetFormat.decode(line.bytes, with: reader)
  }

  func submission(of id: RespondentID) throws -> Submission? {
    guard let line = try box.line(.submission, id.rawValue) else { return nil }
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try SubmissionFormat.decode(line.bytes, with: reader)
  }

  func opinions() throws -> [Opinion] {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try box.lines(of: .opinion).map { try OpinionFormat.decode($0.bytes, with: reader) }
  }
}
