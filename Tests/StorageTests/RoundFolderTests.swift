import Formats
import Glibc
import Inspection
import Practice
import Storage
import Testing

@Suite("A round's folder") struct RoundFolderTests {
  @Test func `A new round is opened and complete, and its box is empty`() throws {
    let sample = try SampleRound()
    let folder = try sample.current
    #expect(folder.round == (try SampleRound.round(library: sample.library)))
    #expect(folder.events == [RoundEvent(.opened, at: sample.now)])
    #expect(folder.status.closed == nil)
    #expect(try folder.roster().respondents.map(\.id) == ["m01", "m02", "org"])
    #expect(try folder.checklist(of: .member) == (try sample.library.checklist(of: .member)))
    #expect(try sample.bytes("checklists/policy.yaml") == sample.library.policyBytes)
    #expect(try sample.bytes("box.ndjson") == BoxFormat.encode(Box(of: "r8-1")))
    #expect(mode(of: folder.path) == 0o700)
    #expect(
      everything(in: folder.path) == ["box.ndjson", "checklists", "roster.csv", "round.log", "round.yaml", "summary"])
  }

  @Test func `A round is never written over`() throws {
    let sample = try SampleRound()
    #expect(throws: StorageError.alreadyExists(path: sample.folder.path)) {
      _ = try RoundFolder.create(
        sample.folder.path, round: sample.folder.round, roster: SampleRound.roster, library: sample.library, codes: [],
        at: sample.now)
    }
  }

  @Test func `A bad roster leaves no half-made round`() throws {
    let home = try TemporaryFolder()
    let library = try ChecklistLibrary()
    let round = try SampleRound.round(library: library)
    #expect(
      throws: StorageError.roster(
        path: home.path("r8-1/roster.csv"), [RosterFault(.missingColumn("役割"), line: 1)])
    ) {
      _ = try RoundFolder.create(
        home.path("r8-1"), round: round, roster: Array("id,name\n".utf8), library: library, codes: [],
        at: Timestamp(secondsSinceEpoch: 0))
    }
    #expect(everything(in: home.path) == [])
  }

  @Test func `A digest that is not the checklists leaves no half-made round`() throws {
    let home = try TemporaryFolder()
    let library = try ChecklistLibrary()
    var round = try SampleRound.round(library: library)
    round.checklists[0].digests = ["00"]
    #expect(throws: StorageError.checklistChanged(path: "members.yaml")) {
      _ = try RoundFolder.create(
        home.path("r8-1"), round: round, roster: SampleRound.roster, library: library, codes: [],
        at: Timestamp(secondsSinceEpoch: 0))
    }
    #expect(everything(in: home.path) == [])
  }

  /// docs/secretariat.md 13: what was handed in and who was asked, and nothing that was made of it for others.
  @Test func `After the day of disposal those files go that hold what people handed in or who they are`() throws {
    let sample = try SampleRound()
    let names = ["internal-1.json", "internal-1.manifest", "internal-1.sheets", "left-out.csv", "report.html"]
    for name in names { try Disk.write([], to: sample.path("summary/" + name)) }
    for name in ["opinions.csv", "actions.csv", "box.ndjson.bak"] { try Disk.write([], to: sample.path(name)) }
    #expect(
      try sample.current.disposable().sorted() == [
        "box.ndjson", "box.ndjson.bak", "opinions.csv", "roster.csv", "summary/internal-1.sheets",
        "summary/left-out.csv",
      ])
  }

  // MARK: Checklists

  @Test func `A checklist that was changed afterwards is refused`() throws {
    let sample = try SampleRound()
    try sample.damage("checklists/members.yaml") { $0 += Array("# 変更\n".utf8) }
    #expect(throws: StorageError.checklistChanged(path: sample.path("checklists/members.yaml"))) {
      try sample.folder.checklist(of: .member)
    }
  }

  @Test func `An editorial correction keeps both digests valid`() throws {
    let sample = try SampleRound()
    try sample.damage("checklists/members.yaml") { $0 += Array("# 字句の訂正\n".utf8) }
    var round = sample.folder.round
    let earlier = round.checklists[0].digests
    round.checklists[0].digests = earlier + [Digest.hexadecimal(of: try sample.bytes("checklists/members.yaml"))]
    try Disk.write(RoundFormat.encode(round), to: sample.path("round.yaml"))
    let folder = try sample.current
    #expect(try folder.checklist(of: .member).reference.digest == round.checklists[0].digests[1])
    #expect(folder.round.checklists[0].digests.starts(with: earlier))
  }

  @Test func `A role without a checklist is told apart`() throws {
    let sample = try SampleRound()
    #expect(throws: StorageError.noChecklist(.staff)) { try sample.folder.checklist(of: .staff) }
  }

  // MARK: The log

  @Test func `What is done is written down in order`() throws {
    let sample = try SampleRound()
    let deadline = sample.folder.round.deadline.adding(days: 7)
    try sample.log(.extended(deadline: deadline, reason: "端末の故障"))
    try sample.log(.closed(box: "00"))
    let status = try sample.current.status
    #expect(status.deadline == deadline)
    #expect(status.closed == sample.now)
    #expect(status.closedBox == "00")
  }

  @Test func `A reopened round is open until it is closed again`() throws {
    let sample = try SampleRound()
    try sample.log(.closed(box: "00"))
    let later = Timestamp(secondsSinceEpoch: sample.now.secondsSinceEpoch + 60)
    try sample.log(.reopened(reason: "誤り"), at: later)
    let open = try sample.current.status
    #expect(open.closed == nil && open.closedBox == nil)
    #expect(open.reopened == RoundStatus.Reopening(at: later, reason: "誤り"))
    try sample.log(.closed(box: "01"), at: later)
    let closed = try sample.current.status
    #expect(closed.closed == later && closed.closedBox == "01")
    #expect(closed.reopened == nil)
  }

  /// A line behind others can be torn by a full disk; a file that takes another's place cannot.
  @Test func `The log is written whole and takes the old one's place`() throws {
    let sample = try SampleRound()
    let (before, file) = (try sample.bytes("round.log"), inode(of: sample.path("round.log")))
    let event = RoundEvent(.reopened(reason: "誤り"), at: sample.now)
    try sample.current.record(event)
    let last = Digest.hexadecimal(of: before.dropLast())
    #expect(try sample.bytes("round.log") == before + RoundLogFormat.encode(event, after: last))
    #expect(inode(of: sample.path("round.log")) != file)
    #expect(mode(of: sample.path("round.log")) == 0o600)
    #expect(!everything(in: sample.folder.path).contains(".round.log.new"))
  }

  /// As an editor may leave it.
  @Test func `A log without its last line end takes another line all the same`() throws {
    let sample = try SampleRound()
    try sample.damage("round.log") { $0.removeLast() }
    try sample.log(.reopened(reason: "誤り"))
    #expect(try sample.current.events.map(\.kind) == [.opened, .reopened(reason: "誤り")])
  }

  @Test func `A bad line of the log is named`() throws {
    let sample = try SampleRound()
    try sample.damage("round.log") { $0 += Array("{\n".utf8) }
    #expect {
      _ = try sample.current
    } throws: { error in
      guard case StorageError.log(sample.path("round.log"), 2, .syntax) = error else { return false }
      return true
    }
  }

  // MARK: Leftovers

  @Test func `Whoever holds the round takes away what a program that was cut short has left`() throws {
    let sample = try SampleRound()
    let before = everything(in: sample.folder.path)
    for name in [".box.ndjson.new", ".round.log.new", ".codes.json.new"] {
      try Disk.write(Array("m01".utf8), to: sample.path(name))
    }
    let within = try RoundFolder.locked(sample.folder.path) { _ in everything(in: sample.folder.path) }
    #expect(within == before)
    #expect(everything(in: sample.folder.path) == before)
  }
}

/// docs/formats.md: what a round has is said by the round, and what is missing is named and is not «none».
@Suite("A round that has lost a file") struct LostFileTests {
  private func sample() throws -> SampleRound {
    var generator = SplitMix64(seed: 1)
    let person = Respondent(id: "m01", name: "議員", kana: "", role: .member)
    return try SampleRound(codes: SlipCodes.make(for: [person], using: &generator) { _ in }.entries)
  }

  private static func use(_ folder: RoundFolder) throws {
    _ = try folder.roster()
    _ = try folder.checklists()
    _ = try folder.codes()
    _ = try folder.contents()
  }

  private static let files = [
    "box.ndjson", "round.log", "codes.json", "roster.csv", "checklists/policy.yaml", "checklists/members.yaml",
    "checklists/organisation.yaml",
  ]

  /// Nobody is let in, nothing handed in or moved, before a person would notice.
  @Test(arguments: files) func `Without any of them it is not even opened, and the file is named`(_ name: String) throws
  {
    let sample = try sample()
    try Self.use(sample.current)
    try Disk.remove(sample.path(name))
    #expect(throws: StorageError.missing(path: sample.path(name))) { try sample.current }
  }

  @Test(arguments: files) func `A link or a folder in its place is refused by name`(_ name: String) throws {
    let sample = try sample()
    let path = sample.path(name)
    try Disk.write(try sample.bytes(name), to: sample.home.path("elsewhere"))
    for target in ["elsewhere", "nowhere"] {
      try Disk.remove(path)
      #expect(symlink(sample.home.path(target), path) == 0)
      #expect(throws: StorageError.notAFile(path: path, .link)) { try Self.use(sample.current) }
    }
    try Disk.remove(path)
    try Disk.makeFolder(path)
    #expect(throws: StorageError.notAFile(path: path, .folder)) { try Self.use(sample.current) }
  }

  @Test func `A round without codes needs no file of them`() throws {
    #expect(try SampleRound().current.codes().isEmpty)
  }

  @Test func `A folder without settings is no round`() throws {
    let sample = try sample()
    try Disk.remove(sample.path("round.yaml"))
    #expect(throws: StorageError.notFound(path: sample.path("round.yaml"))) { try sample.current }
  }

  /// It had a folder for each kind of file, and no word of codes in its settings.
  @Test func `A round of version 0.1.0 is refused by name, whatever else is missing`() throws {
    let sample = try SampleRound()
    let settings = String(decoding: try sample.bytes("round.yaml"), as: UTF8.self)
    let earlier = settings.replacing("tenken.round/2", with: "tenken.round/1").split(separator: "\n").filter {
      !$0.hasPrefix("codes:")
    }
    try Disk.write(Array(earlier.joined(separator: "\n").utf8), to: sample.path("round.yaml"))
    try Disk.remove(sample.path("box.ndjson"))
    try sample.damage("round.log") { $0 = Array("{\"event\": \"closed\"}\n".utf8) }
    #expect(throws: StorageError.earlierRound(path: sample.folder.path, format: "tenken.round/1")) {
      try sample.current
    }
  }
}
