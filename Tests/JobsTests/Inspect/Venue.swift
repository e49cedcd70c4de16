import Formats
import Foundation
import Inspection
import Jobs
import Practice
import Storage

/// A round of an assembly that does not exist, a person's own folder and a clock, all gone with the test.
final class Venue {
  let home: String
  let library: ChecklistLibrary
  /// What the clock says.
  var now: Timestamp
  private(set) var folder: RoundFolder
  /// Slip codes by the ids of the roster, the supervisor's under `*`.
  private(set) var codes: [RespondentID: CheckedNumber] = [:]

  /// How long people had to wait, each time.
  private(set) var waits: [Duration] = []

  private let numbers = Numbers()

  static let roster = """
    id,name,role,exempt
    m01,議員01,member,
    m02,議員02,member,
    m03,議員03,member,病気療養のため
    s01,職員01,staff,
    o01,点検担当,organisation,

    """

  /// The round asks members and the organisation and opens at noon of today; the staff are on its roster only.
  ///
  /// - Parameter holders: who has a slip code; nobody in a round that people enter by name.
  init(codesFor holders: [RespondentID] = []) throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    self.home = home.path(percentEncoded: false)
    library = try ChecklistLibrary()
    let opens = library.policy.effective.adding(days: 200)
    now = Self.noon(of: opens)
    let round = Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: opens.fiscalYear, opens: opens,
      deadline: opens.adding(days: 30), referenceDay: opens, meetings: ["本会議"],
      contact: Round.Contact(office: "見本市議会事務局", telephone: "000-000-0000"), addressee: "見本市議会議長", retention: .years(5),
      electionBetween: false, rules: [], lentDevices: .council, staffMode: .own, cityInspection: nil, length: .full,
      handIn: .unsigned, checklists: try RoundFolder.frozen([.member, .organisation], from: library),
      thresholds: Round.Thresholds())
    let people = holders.map { id in
      id == SlipCodes.supervisor.id ? SlipCodes.supervisor : Respondent(id: id, name: "", kana: "", role: .member)
    }
    var generator = SplitMix64(seed: 1)
    let made = try SlipCodes.make(for: people, using: &generator) { _ in }
    folder = try RoundFolder.create(
      self.home + "/r8-1", round: round, roster: Array(Self.roster.utf8), library: library, codes: made.entries, at: now
    )
    try Disk.makeFolder(self.home + "/copies")
    for slip in made.slips { codes[slip.respondent.id] = slip.code }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  var surroundings: Surroundings {
    Surroundings(
      drafts: DraftStore(root: home + "/data"), copies: home + "/copies", clock: { self.now },
      wait: { self.waits.append($0) }, generator: { self.numbers })
  }

  static func noon(of day: CalendarDay) -> Timestamp {
    Timestamp(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + 3 * 3_600)
  }

  // MARK: What happens to the round

  func log(_ event: RoundEvent.Kind) throws {
    try RoundFolder(folder.path).record(RoundEvent(event, at: now))
    folder = try RoundFolder(folder.path)
  }

  /// Closes it with the box as it is.
  func close() throws { try log(.closed(box: try RoundFolder(folder.path).contents().boxDigest)) }

  /// What has been handed in.
  var box: Box { get throws { try RoundFolder(folder.path).box() } }

  // MARK: Files

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: home + "/" + folder)) ?? []).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  func write(_ text: String, to name: String) throws -> String {
    let path = home + "/" + name
    try Disk.makeFolder(home + "/" + (name.split(separator: "/").dropLast().joined(separator: "/")))
    try Disk.write(Array(text.utf8), to: path)
    return path
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Disk.read(home + "/" + name, upTo: .table), as: UTF8.self)
  }

  // MARK: Drafts

  /// The draft of a person in the round, or of a role on one's own; nil where there is none.
  func draft(of id: RespondentID?, _ role: Role = .member) throws -> Draft? {
    let drafts = surroundings.drafts
    return try drafts.load(drafts.path(round: id.map { _ in "r8-1" }, respondent: id, role: role))
  }

  /// Keeps a draft in which every item is answered with yes and the review is next.
  func keepAnsweredDraft(of id: RespondentID?, _ role: Role = .member, opened: String? = nil) throws {
    let entry = try library.checklist(of: role)
    var draft = Draft(
      round: id.map { _ in "r8-1" }, checklist: entry.reference, role: role, respondent: id,
      entry: Draft.Entry(mode: .me), started: now)
    for question in entry.checklist.profile { draft.profile[question.id] = true }
    for item in entry.checklist.items { draft.responses[item.id] = Draft.Response(choice: .yes) }
    draft.position = .review
    draft.opened = opened
    try surroundings.drafts.save(draft)
  }
}

/// Random numbers that are the same each time, from one stream however often it is handed out.
private final class Numbers: RandomNumberGenerator {
  private var generator = SplitMix64(seed: 7)

  func next() -> UInt64 { generator.next() }
}
