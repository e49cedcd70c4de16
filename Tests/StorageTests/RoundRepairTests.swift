import Formats
import Inspection
import Practice
import Storage
import Testing

/// docs/formats.md: tenken tears no file; what a disk, a copy or an editor has torn is mended as far as it goes.
@Suite("Repairing a round") struct RoundRepairTests {
  private let sample: SampleRound

  init() throws {
    sample = try SampleRound()
    var generator = SplitMix64(seed: 1)
    for (id, payload) in [("m01", "12345678901"), ("m02", "12345678902")] as [(RespondentID, String)] {
      let number = try #require(CheckedNumber(payload: payload))
      _ = try sample.handIn(by: id).perform(
        sample.draft(of: id), as: .new(number), using: &generator, at: sample.now)
    }
  }

  private var needed: RoundRepair? { get throws { try RoundRepair.needed(at: sample.folder.path) } }

  private func perform() throws -> (done: RoundRepair, kept: String)? {
    try RoundRepair.perform(at: sample.folder.path, now: sample.now)
  }

  private func rows(of name: String) throws -> [ArraySlice<UInt8>] {
    try sample.bytes(name).split(separator: UInt8(ascii: "\n"))
  }

  private func tearLog() throws {
    try sample.log(.extended(deadline: sample.folder.round.deadline.adding(days: 7), reason: "延長"))
    try sample.damage("round.log") { $0.removeLast(20) }
  }

  @Test func `Where all is well there is nothing to do, and nothing is done`() throws {
    let before = everything(in: sample.folder.path)
    let log = try sample.bytes("round.log")
    #expect(try needed == nil)
    #expect(try perform() == nil)
    #expect(everything(in: sample.folder.path) == before)
    #expect(try sample.bytes("round.log") == log)
  }

  @Test func `A torn line of the log is told by its number, and the others stay`() throws {
    let whole = try sample.bytes("round.log")
    try tearLog()
    #expect(throws: StorageError.self) { try sample.current }
    #expect(try needed == .log(lines: [2], kept: whole, faults: []))
    #expect(try perform()?.kept == "round.log.before-repair-1")
    #expect(
      try sample.current.events.map(\.kind) == [
        .opened, .repaired(file: "round.log", kept: "round.log.before-repair-1"),
      ])
  }

  @Test func `A line that was taken out of the log is told, and mending writes down that it is gone`() throws {
    try sample.log(.extended(deadline: sample.folder.round.deadline.adding(days: 7), reason: "延長"))
    try sample.log(.closed(box: "00"))
    #expect(try needed == nil)
    try sample.damage("round.log") { bytes in
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      bytes = Array((lines[...0] + lines[2...]).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    }
    let log = try sample.bytes("round.log")
    #expect(try needed == .log(lines: [], kept: log, faults: [.gap(line: 2)]))
    _ = try perform()
    #expect(
      try sample.current.events.map(\.kind) == [
        .opened, .closed(box: "00"), .repaired(file: "round.log", kept: "round.log.before-repair-1"),
      ])
    #expect(try needed == nil)
  }

  @Test func `A box without its counts keeps every line`() throws {
    let box = try sample.box
    try sample.damage("box.ndjson") { $0.removeLast(10) }
    guard case .box(.noCounts, let found)? = try needed else {
      Issue.record("the loss was not seen")
      return
    }
    // The torn counts are one line more that cannot be read.
    #expect(found.lines == box.lines && found.damaged.count == 1)
    _ = try perform()
    #expect(try sample.box.lines == box.lines)
    #expect(try sample.box.counts == Box.Counts(submissions: 2, sheets: 2, damaged: 1))
    #expect(try needed == nil)
  }

  @Test func `A box that has lost a line is told with what it stated and what is there`() throws {
    try sample.damage("box.ndjson") { bytes in
      bytes.removeSubrange(0...(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0))
    }
    let (stated, found) = (Box.Counts(submissions: 2, sheets: 2), Box.Counts(submissions: 1, sheets: 2))
    guard case .box(.counts(stated, found), _)? = try needed else {
      Issue.record("the loss was not seen: \(String(describing: try needed))")
      return
    }
    _ = try perform()
    #expect(try sample.box.counts == found)
    // People can hand in again, the one whose line is gone too.
    var generator = SplitMix64(seed: 2)
    let number = try #require(CheckedNumber(payload: "12345678903"))
    _ = try sample.handIn().perform(sample.draft(), as: .new(number), using: &generator, at: sample.now)
    #expect(try sample.box.counts == Box.Counts(submissions: 2, sheets: 3))
  }

  @Test(arguments: ["round.log", "box.ndjson"])
  func `To show what is broken changes nothing`(_ name: String) throws {
    if name == "round.log" { try tearLog() } else { try sample.damage(name) { $0.removeLast(10) } }
    let before = everything(in: sample.folder.path)
    let bytes = try ["round.log", "box.ndjson"].map(sample.bytes)
    #expect(try needed?.file == name)
    #expect(everything(in: sample.folder.path) == before)
    #expect(try ["round.log", "box.ndjson"].map(sample.bytes) == bytes)
  }

  @Test(arguments: ["round.log", "box.ndjson"])
  func `The old file is kept under a new name each time, and the log tells of it`(_ name: String) throws {
    for number in 1...2 {
      if name == "round.log" { try tearLog() } else { try sample.damage(name) { $0.removeLast(10) } }
      let broken = try sample.bytes(name)
      let kept = "\(name).before-repair-\(number)"
      #expect(try perform()?.kept == kept)
      #expect(try sample.bytes(kept) == broken)
      #expect(mode(of: sample.path(kept)) == 0o600)
      #expect(try sample.current.events.last == RoundEvent(.repaired(file: name, kept: kept), at: sample.now))
    }
  }

  @Test func `Of two that are broken the log is mended first`() throws {
    try tearLog()
    try sample.damage("box.ndjson") { $0.removeLast(10) }
    #expect(try perform()?.done.file == "round.log")
    #expect(try perform()?.done.file == "box.ndjson")
    #expect(try needed == nil)
  }

  /// What is gone cannot be mended; only a backup has it.
  @Test(arguments: ["round.log", "box.ndjson"]) func `A file that is gone is not made anew`(_ name: String) throws {
    try Disk.remove(sample.path(name))
    #expect(throws: StorageError.missing(path: sample.path(name))) { try perform() }
    #expect(!everything(in: sample.folder.path).contains(name))
  }

  /// Its log looks broken only to those who do not know its version.
  @Test func `A round of an earlier version is left as it is`() throws {
    try sample.damage("round.yaml") { bytes in
      bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("tenken.round/2", with: "tenken.round/1").utf8)
    }
    try sample.damage("round.log") { $0 += Array("{\"format\":\"tenken.event/1\",\"event\":\"closed\"}\n".utf8) }
    let (before, log) = (everything(in: sample.folder.path), try sample.bytes("round.log"))
    #expect(throws: StorageError.earlierRound(path: sample.folder.path, format: "tenken.round/1")) { try perform() }
    #expect(everything(in: sample.folder.path) == before)
    #expect(try sample.bytes("round.log") == log)
  }

  /// A log that was mended and could not tell of it would be worse than one that is broken.
  @Test func `With a file gone nothing else is mended either`() throws {
    try tearLog()
    let log = try sample.bytes("round.log")
    try Disk.remove(sample.path("box.ndjson"))
    #expect(throws: StorageError.missing(path: sample.path("box.ndjson"))) { try perform() }
    #expect(try sample.bytes("round.log") == log)
  }

  @Test func `The box of another round is left as it is`() throws {
    let bytes = BoxFormat.encode(Box(of: "r9-1"))
    try Disk.write(bytes, to: sample.path("box.ndjson"))
    let error = StorageError.box(path: sample.path("box.ndjson"), .otherRound("r9-1"))
    #expect(throws: error) { try perform() }
    #expect(try sample.bytes("box.ndjson") == bytes)
  }

  /// Which may state its counts otherwise.
  @Test func `The box of a later version is left as it is`() throws {
    let bytes = BoxLine.sealed(Array("\"format\":\"tenken.box/9\",\"lines\":0}".utf8)) + [UInt8(ascii: "\n")]
    try Disk.write(bytes, to: sample.path("box.ndjson"))
    let error = StorageError.box(path: sample.path("box.ndjson"), .unsupported(format: "tenken.box/9"))
    #expect(throws: error) { try perform() }
    #expect(try sample.bytes("box.ndjson") == bytes)
  }
}
