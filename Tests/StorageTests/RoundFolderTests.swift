import Formats
import Inspection
import Storage
import Testing

@Suite("A round's folder") struct RoundFolderTests {
  @Test func `A new round is opened and complete`() throws {
    let sample = try SampleRound()
    let folder = try RoundFolder(sample.folder.path)
    #expect(folder.round == (try SampleRound.round(library: sample.library)))
    #expect(folder.events == [RoundEvent(.opened, at: sample.now)])
    #expect(folder.status.closed == nil)
    #expect(try folder.roster().respondents.map(\.id) == ["m01", "m02", "org"])
    #expect(try folder.checklist(of: .member) == (try sample.library.checklist(of: .member)))
    #expect(try Disk.read(folder.path + "/checklists/policy.yaml") == sample.library.policyBytes)
    #expect(mode(of: folder.path) == 0o700)
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
    #expect(try Disk.names(in: home.path) == [])
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
    #expect(try Disk.names(in: home.path) == [])
    #expect(!Disk.exists(home.path("r8-1")))
  }

  @Test func `A checklist that was changed afterwards is refused`() throws {
    let sample = try SampleRound()
    let path = sample.folder.path + "/checklists/members.yaml"
    try Disk.append(Array("# 変更\n".utf8), to: path)
    #expect(throws: StorageError.checklistChanged(path: path)) { try sample.folder.checklist(of: .member) }
  }

  @Test func `An editorial correction keeps both digests valid`() throws {
    let sample = try SampleRound()
    let path = sample.folder.path + "/checklists/members.yaml"
    try Disk.append(Array("# 字句の訂正\n".utf8), to: path)
    var round = sample.folder.round
    let earlier = round.checklists[0].digests
    round.checklists[0].digests = earlier + [Digest.hexadecimal(of: try Disk.read(path))]
    try Disk.write(RoundFormat.encode(round), to: sample.folder.path + "/round.yaml")
    let folder = try RoundFolder(sample.folder.path)
    #expect(try folder.checklist(of: .member).reference.digest == round.checklists[0].digests[1])
    #expect(folder.round.checklists[0].digests.starts(with: earlier))
  }

  @Test func `A role without a checklist is told apart`() throws {
    let sample = try SampleRound()
    #expect(throws: StorageError.noChecklist(.staff)) { try sample.folder.checklist(of: .staff) }
  }

  @Test func `What is done is written down in order`() throws {
    let sample = try SampleRound()
    let deadline = sample.folder.round.deadline.adding(days: 7)
    try sample.folder.append(RoundEvent(.extended(deadline: deadline, reason: "端末の故障"), at: sample.now))
    try sample.folder.append(RoundEvent(.closed, at: sample.now))
    let status = try RoundFolder(sample.folder.path).status
    #expect(status.deadline == deadline)
    #expect(status.closed == sample.now)
  }

  @Test func `A reopened round is open until it is closed again`() throws {
    let sample = try SampleRound()
    try sample.folder.append(RoundEvent(.closed, at: sample.now))
    let later = Timestamp(secondsSinceEpoch: sample.now.secondsSinceEpoch + 60)
    try sample.folder.append(RoundEvent(.reopened(reason: "誤り"), at: later))
    let open = try RoundFolder(sample.folder.path).status
    #expect(open.closed == nil)
    #expect(open.reopened == RoundStatus.Reopening(at: later, reason: "誤り"))
    try sample.folder.append(RoundEvent(.closed, at: later))
    let closed = try RoundFolder(sample.folder.path).status
    #expect(closed.closed == later)
    #expect(closed.reopened == nil)
  }

  @Test func `A bad line of the log is named`() throws {
    let sample = try SampleRound()
    try Disk.append(Array("{\n".utf8), to: sample.folder.path + "/round.log")
    #expect {
      _ = try RoundFolder(sample.folder.path)
    } throws: { error in
      guard case StorageError.log(_, 2, .syntax) = error else { return false }
      return true
    }
  }

  @Test func `Sheets come in the order of their names and other files are left alone`() throws {
    let sample = try SampleRound()
    for name in ["200.json", "100.json", "note.txt", ".tenken-1"] {
      try Disk.write([], to: sample.folder.path + "/sheets/" + name)
    }
    #expect(try sample.names(.sheets) == ["100.json", "200.json"])
  }
}
