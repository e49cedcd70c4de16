import Aggregation
import Formats
import Foundation
import Glibc
import Inspection
import Jobs
import Practice
import Storage

/// The secretariat of an assembly that does not exist: a folder that goes away with the test, a clock that stands still,
/// and what the jobs tell.
final class Office {
  let folder: String
  /// What the clock of every job says.
  var now: Timestamp
  private(set) var told: [JobEvent] = []

  /// The day on which the sample round opens; its deadline is 30 days later.
  static let opens = CalendarDay(daysSinceEpoch: 20_759)  // 2026-11-02
  static let deadline = opens.adding(days: 30)

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path(percentEncoded: false)
    now = Self.opens.noon
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func clock() -> Timestamp { now }

  func tell(_ event: JobEvent) { told.append(event) }

  // MARK: Files

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// A file that was written anew is another one, even if it holds the same.
  func inode(of name: String) -> ino_t {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_ino : 0
  }

  // MARK: Rounds

  static let roster = """
    id,name,role,from,to,exempt
    m01,議員01,member,,,
    m02,議員02,member,,,
    m03,議員03,member,,,病気療養のため
    org,点検担当,organisation,,,

    """

  /// Settings as they are asked for; what the making sets is left open.
  static func wanted(
    opens: CalendarDay = opens, deadline: CalendarDay = deadline, referenceDay: CalendarDay? = nil
  ) -> Round {
    Round(
      id: "", title: "令和8年度 第1回", kind: .regular, fiscalYear: opens.fiscalYear, opens: opens, deadline: deadline,
      referenceDay: referenceDay ?? opens, meetings: ["本会議"],
      contact: Round.Contact(office: "見本市議会事務局", telephone: "000-000-0000"), addressee: "見本市議会議長", retention: .years(5),
      electionBetween: false, rules: [], lentDevices: .council, staffMode: .own, cityInspection: nil, length: .full,
      handIn: .unsigned, checklists: [], thresholds: Round.Thresholds())
  }

  /// Makes a round as the command does, from a seed instead of chance.
  @discardableResult
  func makeRound(
    _ name: String = "r8-1", _ wanted: Round = wanted(), roster: String = roster,
    admission: RoundCreation.Admission = .names, seed: UInt64 = 1, tell: Tell? = nil
  ) throws -> RoundCreation.Made {
    try write(roster, to: "meibo.csv")
    var generator = SplitMix64(seed: seed)
    return try RoundCreation(at: path(name), checklists: nil, previous: nil).make(
      wanted, roster: path("meibo.csv"), admission: admission, using: &generator, clock: clock, tell: tell ?? self.tell)
  }

  func round(_ name: String = "r8-1") throws -> RoundFolder { try RoundFolder(path(name)) }

  /// Closes a round by the clock, and sweeps the drafts of this office's computer.
  func close(_ name: String = "r8-1", early: Bool = true) throws {
    try RoundClosing.close(path(name), early: early, drafts: drafts, clock: clock, tell: tell)
  }

  var drafts: DraftStore { DraftStore(root: path("data")) }

  // MARK: Boxes

  func box(_ name: String = "r8-1") throws -> Box { try round(name).box() }

  /// Changes what was handed in, with counts that fit, as nobody but tenken should.
  func change(_ name: String = "r8-1", _ body: (inout Box) throws -> Void) throws {
    var box = try box(name)
    try body(&box)
    try round(name).write(box)
  }

  /// Leaves one line of each key, as tenken writes a box: a practice round holds a sheet twice, and then nothing is counted
  /// while the box is read.
  func leaveOneOfEach(in name: String) throws {
    try change(name) { box in for line in box.lines { box.put(line) } }
  }

  /// Takes lines out of the box by their numbers from 1.
  func removeLines(_ numbers: [Int], from name: String) throws {
    let rows = try text(name + "/box.ndjson").split(separator: "\n").enumerated().filter {
      !numbers.contains($0.offset + 1)
    }
    let folder = try round(name)
    let left = rows.map(\.element).joined(separator: "\n") + "\n"
    try folder.write(BoxFormat.salvage(Array(left.utf8), of: folder.round.id))
  }

  /// Puts another text into a line of the box, with the digest that fits.
  func rewrite(_ line: BoxLine, in name: String, _ change: (String) -> String) throws {
    let content = change(String(decoding: line.content, as: UTF8.self))
    let new = String(decoding: BoxLine.sealed(Array(content.utf8)), as: UTF8.self)
    let box = try text(name + "/box.ndjson").replacing(String(decoding: line.bytes, as: UTF8.self), with: new)
    try write(box, to: name + "/box.ndjson")
  }

  /// A made-up round with sheets that count and sheets that do not.
  ///
  /// - Parameter checklists: a folder of checklists; nil for those built in, which nobody has approved.
  @discardableResult
  func makePracticeRound(
    _ name: String = "r", members: Int = 12, closed: Bool = true, checklists: String? = nil
  ) throws -> RoundFolder {
    var settings = PracticeRound.Settings(opens: Self.opens)
    settings.members = members
    settings.staff = 0
    settings.isClosed = closed
    try PracticeWriter(settings, library: ChecklistLibrary(folder: checklists), at: path(name)).write()
    return try round(name)
  }

  /// Which sheets of a round count, all of them decoded.
  func admission(in name: String) throws -> SheetAdmission {
    let folder = try round(name)
    let inbox = try RoundInbox(folder.box(), includingSheets: true)
    return SheetAdmission(
      of: inbox.sheets, unreadable: inbox.unreadable, in: folder.round, answering: try folder.checklists(),
      by: Standings(of: try folder.roster(), on: folder.round.referenceDay))
  }

  /// Writes the built-in policy and the members' checklist as if they had been approved; returns the folder.
  func makeApprovedChecklists() throws -> String {
    try makeFolder("hyo")
    try write(Bundled.policy.text, to: "hyo/policy.yaml")
    let approval = "approved: {by: 見本市議会議長, date: \"2026-10-01\", document: 見本第1号}\n"
    try write(Bundled.members.text + approval, to: "hyo/members.yaml")
    return path("hyo")
  }
}

extension CalendarDay {
  /// 12:00 in Japan.
  var noon: Timestamp { Timestamp(secondsSinceEpoch: daysSinceEpoch * 86_400 + 3 * 3_600) }
  /// 23:59:59 in Japan.
  var lastSecond: Timestamp { Timestamp(secondsSinceEpoch: noon.secondsSinceEpoch + 12 * 3_600 - 1) }
}
