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

  @Test func `Its list is read back and other text is refused`() {
    let digest = String(repeating: "0", count: 64)
    let manifest = RoundManifest([
      .init(name: "sheets/回答 票.json", digest: digest), .init(name: "a", digest: digest),
    ])
    #expect(String(decoding: manifest.listing, as: UTF8.self) == "\(digest)  a\n\(digest)  sheets/回答 票.json\n")
    #expect(RoundManifest(listing: manifest.listing) == manifest)
    for text in ["a", "\(digest) a\n", "\(digest.dropLast())g  a\n"] {
      #expect(RoundManifest(listing: Array(text.utf8)) == nil)
    }
  }

  @Test func `A replaced sheet differs once and only counted sheets of the role do`() throws {
    let numbers = try (1...5).map { try #require(CheckedNumber(payload: "0000000000\($0)")) }
    func counted(_ digests: [Int: String], staff: String) -> RoundManifest {
      let files = digests.map { RoundManifest.Entry(name: "sheets/\(numbers[$0.key].digits).json", digest: $0.value) }
      let others = [
        RoundManifest.Entry(name: "sheets/left-out.json", digest: staff), .init(name: "roster.csv", digest: staff),
        .init(name: "sheets/\(numbers[4].digits).json", digest: staff),
      ]
      return RoundManifest(files + others).countedSheets([
        .member: digests.keys.map { numbers[$0] }, .staff: [numbers[4]],
      ])
    }
    let before = counted([0: "a", 1: "b", 2: "c"], staff: "s")
    // The second was replaced, the third is gone, the fourth is new.
    let after = counted([0: "a", 1: "x", 3: "d"], staff: "t")
    #expect(after.comparison(of: .member, with: before) == (3, 3, 3))
    #expect(before.comparison(of: .member, with: after) == (3, 3, 3))
    #expect(after.comparison(of: .staff, with: before) == (1, 1, 1))
    #expect(before.comparison(of: .member, with: before) == (3, 3, 0))
  }

  @Test func `An edition is written down with what it was made of`() throws {
    let round = try SampleRound()
    try round.folder.append(RoundEvent(.closed, at: round.now))
    let manifest = try RoundFolder(round.folder.path).manifest()
    let first = Edition(to: .everyone, number: 1)
    let counted = manifest.countedSheets([:])
    try round.folder.record(first, madeOf: manifest, counting: counted, at: round.now)
    let folder = try RoundFolder(round.folder.path)
    #expect(folder.editions(to: .everyone) == [RecordedEdition(edition: first, digest: manifest.digest)])
    #expect(folder.editions(to: .office) == [])
    #expect(try folder.manifest(of: first) == manifest)
    #expect(try folder.manifest() == manifest)
    #expect(try Disk.names(in: folder.path + "/summary") == ["public-1.manifest", "public-1.sheets"])
    #expect(try folder.countedSheets(of: first) == counted)
    #expect(folder.status.closed == round.now)
  }

  @Test func `Every file that the figures are made of is in it`() throws {
    let round = try SampleRound()
    var generator = SplitMix64(seed: 1)
    _ = try round.handIn().perform(try round.draft(), replacing: nil, using: &generator, at: round.now)
    let manifest = try round.folder.manifest()
    #expect(manifest.parts.map(\.name) == ["checklists", "roster.csv", "round.yaml", "sheets", "submissions"])
    #expect(manifest.parts.map(\.files) == [3, 1, 1, 1, 1])
    let roster = manifest.entries.first { $0.name == "roster.csv" }
    #expect(roster?.digest == Digest.hexadecimal(of: SampleRound.roster))
  }

  @Test func `A changed byte changes its part and the whole`() throws {
    let round = try SampleRound()
    let before = try round.folder.manifest()
    try Disk.write(SampleRound.roster + Array("\n".utf8), to: round.folder.path + "/roster.csv")
    let after = try round.folder.manifest()
    #expect(after.digest != before.digest)
    #expect(zip(before.parts, after.parts).filter { $0 != $1 }.map(\.0.name) == ["roster.csv"])
  }

  @Test func `What the log says after the closing is not in it`() throws {
    let round = try SampleRound()
    try round.folder.append(RoundEvent(.closed, at: round.now))
    let closed = try RoundFolder(round.folder.path).manifest()
    #expect(closed.parts.map(\.name).contains("round.log"))
    try Disk.append(Array("\n".utf8), to: round.folder.path + "/round.log")
    #expect(try RoundFolder(round.folder.path).manifest() == closed)
  }

  @Test func `What people keep beside the figures is in it only when it is asked for`() throws {
    let round = try SampleRound()
    let before = try round.folder.manifest()
    #expect(try round.folder.addingFollowUp(to: round.folder.manifest()) == before)
    try Disk.write([], to: round.folder.path + "/actions.csv")
    #expect(try round.folder.manifest() == before)
    #expect(try round.folder.addingFollowUp(to: round.folder.manifest()).parts.map(\.name).contains("actions.csv"))
  }
}
