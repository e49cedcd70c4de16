import Formats
import Inspection
import Storage

/// A round of an assembly that does not exist, on the disk, with the built-in checklists.
struct SampleRound {
  let home: TemporaryFolder
  let library: ChecklistLibrary
  let folder: RoundFolder
  let drafts: DraftStore
  let now: Timestamp

  static let roster = Array("id,name,role\nm01,議員01,member\nm02,議員02,member\norg,事務局,organisation\n".utf8)

  init(handIn: Round.HandIn = .unsigned) throws {
    home = try TemporaryFolder()
    library = try ChecklistLibrary()
    now = Timestamp(secondsSinceEpoch: 1_795_000_000)
    let round = try Self.round(library: library, handIn: handIn)
    folder = try RoundFolder.create(
      home.path("r8-1"), round: round, roster: Self.roster, library: library, codes: [], at: now)
    drafts = DraftStore(root: home.path("data"))
  }

  static func round(library: ChecklistLibrary, handIn: Round.HandIn = .unsigned) throws -> Round {
    let opens = library.policy.effective.adding(days: 200)
    return Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: 2026, opens: opens,
      deadline: opens.adding(days: 30), referenceDay: opens, meetings: ["本会議"],
      contact: Round.Contact(office: "見本市議会事務局", telephone: "000-000-0000"), addressee: "見本市議会議長",
      retention: "5年", electionBetween: false, rules: [], lentDevices: .council, staffMode: .own, cityInspection: nil,
      length: .full, handIn: handIn, checklists: try RoundFolder.frozen([.member, .organisation], from: library),
      thresholds: Round.Thresholds())
  }

  /// A draft of a respondent with every item answered yes.
  func draft(of id: RespondentID = "m01", role: Role = .member) throws -> Draft {
    let entry = try folder.checklist(of: role)
    var draft = Draft(
      round: folder.round.id, checklist: entry.reference, role: role, respondent: id, entry: Draft.Entry(mode: .me),
      started: now)
    for item in entry.checklist.items { draft.responses[item.id] = Draft.Response(choice: .yes) }
    return draft
  }

  /// A hand-in to the round as it stands now; a visit reads the folder at its start.
  func handIn(by id: RespondentID = "m01", role: Role = .member) throws -> HandIn {
    let folder = try RoundFolder(folder.path)
    let entry = try folder.checklist(of: role)
    return HandIn(
      to: folder, by: Respondent(id: id, name: "議員", kana: "", role: role),
      of: Questionnaire(checklist: entry.checklist, round: folder.round), drafts: drafts)
  }

  func names(_ kind: RoundFolder.Kind) throws -> [String] { try folder.files(in: kind).map(\.name) }

  func sheet(_ number: CheckedNumber) throws -> Sheet {
    let bytes = try Disk.read("\(folder.path)/sheets/\(number.digits).json")
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try SheetFormat.decode(bytes, with: reader)
  }

  func submission(of id: RespondentID) throws -> Submission {
    let bytes = try Disk.read("\(folder.path)/submissions/\(id).json")
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try SubmissionFormat.decode(bytes, with: reader)
  }
}
