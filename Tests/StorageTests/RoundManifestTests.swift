import Formats
import Inspection
import Practice
import Storage
import Testing

@Suite("The manifest of a round") struct RoundManifestTests {
  @Test func `Its digest is that of the list b2sum prints`() {
    // printf '%s  a/x\n%s  b\n' DIGEST-OF-2 DIGEST-OF-1 | b2sum -l 256, the digests too by b2sum.
    let manifest = RoundManifest([
      .init(name: "b", digest: "92cdf578c47085a5992256f0dcf97d0b19f1f1c9de4d5fe30c3ace6191b6e5db"),
      .init(name: "a/x", digest: "31237cdb79ae1dfa7ffb87cde7ea8a80352d300ee5ac758a6cddd19d671925ec"),
    ])
    #expect(manifest.digest == "ede569b27b513bdc3a1cdc1d47ef9d1dc53260274e3bf226aba7af66dca7daf4")
    #expect(manifest.entries.map(\.name) == ["a/x", "b"])
    #expect(manifest.parts.map(\.name) == ["a", "b"])
    #expect(manifest.parts.map(\.files) == [1, 1])
  }

  @Test func `Its list is read back and other text is refused by its line`() throws {
    let digest = String(repeating: "0", count: 64)
    let manifest = RoundManifest([
      .init(name: "checklists/点検 票.yaml", digest: digest), .init(name: "a", digest: digest),
    ])
    #expect(String(decoding: manifest.listing, as: UTF8.self) == "\(digest)  a\n\(digest)  checklists/点検 票.yaml\n")
    #expect(try RoundManifest(listing: manifest.listing) == manifest)
    for text in ["a", "\(digest) a\n", "\(digest.dropLast())g  a\n", "\(digest.dropLast())０  a\n"] {
      #expect(throws: RoundManifest.LineError(line: 2)) {
        try RoundManifest(listing: Array("\(digest)  a\n\(text)".utf8))
      }
    }
    // An edition's goes on with the line of the log that tells of it.
    #expect(throws: RoundManifest.LineError(line: 3)) { try EditionRecord(listing: manifest.listing) }
  }

  /// An editor of Windows may have saved it; its line ends are part of no other name.
  @Test func `Each line of its list is a file, whatever its line end`() throws {
    let digest = String(repeating: "0", count: 64)
    let manifest = try RoundManifest(listing: Array("\(digest)  a\r\n\(digest)  b\n".utf8))
    #expect(manifest.entries.map(\.name) == ["a\r", "b"])
  }

  @Test func `A replaced sheet differs once and only counted sheets of the role do`() throws {
    let numbers = try (1...5).map { try #require(CheckedNumber(payload: "0000000000\($0)")) }
    let reference = ChecklistReference(id: "c", version: "1", digest: "00")
    /// Members by their numbers, each with an answer of its own; and one of the staff, and one that does not count.
    func counted(_ answers: [Int: Choice], staff: Choice) -> RoundManifest {
      var box = Box(of: "r8-1")
      func add(_ number: Int, _ role: Role, _ choice: Choice) {
        box.put(
          SheetFormat.line(
            of: Sheet(
              id: numbers[number], round: "r8-1", checklist: reference, role: role,
              answers: [Answer(item: "M-PHY-01", revision: 1, choice: choice, source: .respondent)], signature: nil)))
      }
      for (number, choice) in answers { add(number, .member, choice) }
      add(4, .staff, staff)
      add(2, .member, staff)
      return RoundManifest(counting: [.member: answers.keys.map { numbers[$0] }, .staff: [numbers[4]]], in: box)
    }
    let before = counted([0: .yes, 1: .yes, 2: .yes], staff: .no)
    // The second was replaced, the third does not count any more, the fourth is new.
    let after = counted([0: .yes, 1: .partial, 3: .yes], staff: .unknown)
    #expect(after.comparison(of: .member, with: before) == (3, 3, 3))
    #expect(before.comparison(of: .member, with: after) == (3, 3, 3))
    #expect(after.comparison(of: .staff, with: before) == (1, 1, 1))
    #expect(before.comparison(of: .member, with: before) == (3, 3, 0))
    #expect(
      Set(before.entries.map(\.name))
        == Set([0, 1, 2].map { "member/\(numbers[$0].digits)" } + ["staff/\(numbers[4].digits)"]))
  }

  @Test func `An edition is written down with what it was made of`() throws {
    let sample = try SampleRound()
    try sample.log(.closed(box: "00"))
    let manifest = try sample.current.contents().manifest
    let first = Edition(to: .everyone, number: 1)
    let counted = RoundManifest(counting: [:], in: try sample.box)
    try sample.current.record(first, madeOf: manifest, counting: counted, as: nil, at: sample.now)
    let folder = try sample.current
    #expect(folder.editions(to: .everyone) == [RecordedEdition(edition: first, digest: manifest.digest)])
    #expect(folder.editions(to: .office) == [])
    let record = try folder.record(of: first)
    #expect(record.manifest == manifest)
    let lines = try sample.bytes("round.log").split(separator: UInt8(ascii: "\n"))
    #expect(record.line == 3 && record.lineDigest == Digest.hexadecimal(of: lines[2]))
    #expect(try folder.contents().manifest == manifest)
    #expect(everything(in: folder.path + "/summary") == ["public-1.manifest", "public-1.sheets"])
    #expect(try folder.countedSheets(of: first) == counted)
    #expect(folder.status.closed == sample.now)
  }

  /// docs/figures.md 9: the list of its files holds on to its line.
  @Test func `The line of an edition that is taken out of the log is missed, whatever stands behind it`() throws {
    let sample = try SampleRound()
    try sample.log(.closed(box: "00"))
    let edition = Edition(to: .office, number: 1)
    try sample.current.record(
      edition, madeOf: sample.current.contents().manifest, counting: RoundManifest([]), as: Array("{}".utf8),
      at: sample.now)
    #expect(try sample.current.logFaults() == [])
    #expect(try sample.current.summary(of: edition) == Array("{}".utf8))
    try sample.damage("round.log") { bytes in
      bytes.removeLast()
      bytes.removeSubrange((bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0)...)
    }
    #expect(try sample.current.logFaults() == [.lost(edition, line: 3)])
    // Mended, the log says itself that it has lost it, and the edition still counts as one.
    _ = try RoundRepair.perform(at: sample.folder.path, now: sample.now)
    #expect(try sample.current.logFaults() == [])
    #expect(try sample.current.editions(to: .office).map(\.edition) == [edition])
  }

  @Test func `An internal edition that was changed by hand is not taken for the one that was kept`() throws {
    let sample = try SampleRound()
    let edition = Edition(to: .office, number: 1)
    try sample.current.record(
      edition, madeOf: RoundManifest([]), counting: RoundManifest([]), as: Array("{}".utf8), at: sample.now)
    try sample.damage("summary/internal-1.json") { $0 += [UInt8(ascii: "\n")] }
    let path = sample.path("summary/internal-1.json")
    #expect(throws: StorageError.summaryChanged(path: path)) { try sample.current.summary(of: edition) }
  }
}

/// Figures and digests come from the very bytes that were read, once.
@Suite("What figures are made of") struct RoundContentsTests {
  private let sample: SampleRound

  init() throws { sample = try SampleRound() }

  private func handIn(_ id: RespondentID = "m01", _ payload: String = "12345678901") throws {
    var generator = SplitMix64(seed: 1)
    let number = try #require(CheckedNumber(payload: payload))
    _ = try sample.handIn(by: id).perform(sample.draft(of: id), as: .new(number), using: &generator, at: sample.now)
  }

  private func close() throws { try sample.log(.closed(box: try sample.current.contents().boxDigest)) }

  private var manifest: RoundManifest { get throws { try sample.current.contents().manifest } }

  @Test func `Every file that the figures are made of is in the manifest, with the digest of its bytes`() throws {
    try handIn()
    try close()
    let entries = try manifest.entries
    #expect(
      entries.map(\.name) == [
        "box.ndjson", "checklists/members.yaml", "checklists/organisation.yaml", "checklists/policy.yaml",
        "roster.csv", "round.log", "round.yaml",
      ])
    for entry in entries {
      #expect(entry.digest == Digest.hexadecimal(of: try sample.bytes(entry.name)), "\(entry.name)")
    }
  }

  @Test func `The box is the one whose digest is given`() throws {
    try handIn()
    let contents = try sample.current.contents()
    #expect(Digest.hexadecimal(of: BoxFormat.encode(contents.box)) == contents.boxDigest)
    #expect(contents.box.counts == Box.Counts(submissions: 1, sheets: 1))
    #expect(["m01", "m02", "org"].allSatisfy(contents.roster.contains) && contents.roster.count == 3)
    #expect(contents.checklists.map(\.role) == [.member, .organisation])
  }

  /// The settings, the policy and the log were read when the round was opened.
  @Test func `What changes after it was read is not in it`() throws {
    try close()
    let folder = try sample.current
    let before = try folder.contents().manifest
    try sample.damage("round.yaml") { $0 += Array("# 後から\n".utf8) }
    try sample.damage("checklists/policy.yaml") { $0 += Array("# 後から\n".utf8) }
    try sample.log(.reopened(reason: "誤り"))
    #expect(try folder.contents().manifest == before)
    #expect(try sample.current.contents().manifest != before)
  }

  @Test func `A changed byte changes its part and the whole`() throws {
    let before = try manifest
    try sample.damage("roster.csv") { $0 += Array("\n".utf8) }
    let after = try manifest
    #expect(after.digest != before.digest)
    #expect(zip(before.parts, after.parts).filter { $0 != $1 }.map(\.0.name) == ["roster.csv"])
  }

  @Test func `What the log says after the closing is not in it`() throws {
    try close()
    let closed = try manifest
    #expect(closed.parts.map(\.name).contains("round.log"))
    try sample.log(.edition(Edition(to: .office, number: 1), digest: closed.digest))
    #expect(try manifest == closed)
  }

  @Test func `A box that changed after the closing is told, also when its counts are right`() throws {
    try handIn()
    #expect(try !sample.current.contents().hasChangedSinceClosing)
    try close()
    #expect(try !sample.current.contents().hasChangedSinceClosing)
    var box = try sample.box
    box.remove(.sheet, try #require(box.lines(of: .sheet).first).name)
    try sample.current.write(box)
    #expect(try sample.current.contents().hasChangedSinceClosing)
    // Opened again, it may change.
    try sample.log(.reopened(reason: "誤り"))
    #expect(try !sample.current.contents().hasChangedSinceClosing)
    try close()
    #expect(try !sample.current.contents().hasChangedSinceClosing)
  }

  @Test func `What people keep beside the figures is read apart, with its digests`() throws {
    let before = try manifest
    #expect(try sample.current.followUp().entries == [])
    let list = ActionsFormat.encode([])
    try Disk.write(list, to: sample.path("actions.csv"))
    #expect(try manifest == before)
    #expect(
      try sample.current.followUp().entries == [.init(name: "actions.csv", digest: Digest.hexadecimal(of: list))])
  }
}
