import Aggregation
import Formats
import Inspection
import Jobs
import ReportSamples
import Storage
import Testing

/// A closed round whose files are told instead of read; `Digest` and the summary are real.
private struct ToldRound: VerifiableRound {
  static let first = Edition(to: .office, number: 1)
  static let second = Edition(to: .office, number: 2, reason: "名簿の誤り")

  var id: RoundID = "r8-1"
  /// The files by name, with words for their bytes.
  var files = ["roster.csv": "名簿", "checklists/1.yaml": "一", "checklists/2.yaml": "二"]
  /// What stands beside the figures.
  var followUp: [String: String] = [:]
  var recorded: [RecordedEdition] = []
  /// Kept with the editions, by their numbers.
  var kept: [Int: RoundManifest] = [:]
  var members = 10
  var logFaults: [LogFault] = []

  var manifest: RoundManifest? { Self.list(files) }

  static func list(_ files: [String: String]) -> RoundManifest {
    RoundManifest(files.map { .init(name: $0.key, digest: Digest.hexadecimal(of: Array($0.value.utf8))) })
  }

  /// As `aggregate` writes an edition down.
  mutating func record(_ edition: Edition) {
    let manifest = Self.list(files)
    recorded.append(RecordedEdition(edition: edition, digest: manifest.digest))
    kept[edition.number] = manifest
  }

  func editions(to audience: Audience) -> [RecordedEdition] { recorded.filter { $0.edition.audience == audience } }

  func keptManifest(of edition: Edition) -> RoundManifest? { kept[edition.number] }

  var sheets: ChangedSheets?

  func changedSheets(since edition: Edition) -> ChangedSheets? { sheets }

  func inputs(of manifest: RoundManifest) -> InputDigest {
    InputDigest(
      digest: manifest.digest,
      parts: manifest.parts.map { InputDigest.Part(name: $0.name, files: $0.files, digest: $0.digest) })
  }

  func disclosed(to audience: Audience, as edition: Edition?) throws -> DisclosedSummary {
    var summary = try Example.disclosed(to: audience, members: members)
    summary.edition = edition
    let made = inputs(of: Self.list(files.merging(audience == .office ? followUp : [:]) { own, _ in own }))
    summary.inputs = audience == .office ? made : InputDigest(digest: made.digest, parts: [])
    return summary
  }
}

@Suite("Verifying a summary") struct VerificationTests {
  /// A round with its first edition, and that edition's file.
  private func aggregated(to audience: Audience = .office) throws -> (round: ToldRound, file: [UInt8]) {
    var round = ToldRound()
    let edition = Edition(to: audience, number: 1)
    round.record(edition)
    return (round, SummaryFormat.encode(try round.disclosed(to: audience, as: edition)))
  }

  private func outcome(_ file: [UInt8], _ round: ToldRound) throws -> Verification.Outcome {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    return try Verification(of: file, with: reader).outcome(in: round)
  }

  private func refusal(_ file: [UInt8], _ round: ToldRound = ToldRound()) -> Verification.Refusal? {
    #expect(throws: Verification.Refusal.self) { try outcome(file, round) }
  }

  @Test(arguments: Audience.allCases)
  func `The same files make the same summary`(_ audience: Audience) throws {
    let (round, file) = try aggregated(to: audience)
    let digest = try #require(round.manifest).digest
    #expect(try outcome(file, round) == .same(digest: digest))
  }

  @Test func `A changed checklist is told by its name, and that the edition was right when it was made`() throws {
    var (round, file) = try aggregated()
    round.files["checklists/2.yaml"] = "別"
    #expect(try outcome(file, round) == .different([.rightThen(ToldRound.first), .content(part: "checklists/2.yaml")]))
  }

  @Test func `A line that was taken out of the log is told by its number, also where the files are the same`() throws {
    var (round, file) = try aggregated()
    round.logFaults = [.gap(line: 4), .lost(ToldRound.second, line: 6)]
    #expect(try outcome(file, round) == .different([.log(.gap(line: 4)), .log(.lost(ToldRound.second, line: 6))]))
  }

  @Test func `New and lost files are told by their names`() throws {
    var (round, file) = try aggregated()
    round.files["checklists/2.yaml"] = nil
    round.files["roster.csv"] = nil
    round.files["codes.json"] = "新"
    #expect(
      try outcome(file, round)
        == .different([
          .rightThen(ToldRound.first), .removed(part: "checklists/2.yaml"), .added(part: "codes.json"),
          .removed(part: "roster.csv"),
        ]))
  }

  @Test func `The public edition states no parts, and only the list kept with it tells which`() throws {
    var (round, file) = try aggregated(to: .everyone)
    round.files["checklists/2.yaml"] = "別"
    let first = Edition(to: .everyone, number: 1)
    #expect(try outcome(file, round) == .different([.rightThen(first), .content(part: "checklists/2.yaml")]))
    round.kept = [:]
    #expect(try outcome(file, round) == .different([.listLost(first), .digest]))
  }

  @Test func `What people keep beside the figures changes no edition`() throws {
    var (round, file) = try aggregated()
    round.followUp["actions.csv"] = "課題"
    #expect(try outcome(file, round) == .different([.added(part: "actions.csv")]))
    // It was right then, whatever stood beside it.
    round.files["checklists/2.yaml"] = "別"
    file = SummaryFormat.encode(
      try {
        var before = round
        before.files = ToldRound().files
        return try before.disclosed(to: .office, as: ToldRound.first)
      }())
    #expect(try outcome(file, round) == .different([.rightThen(ToldRound.first), .content(part: "checklists/2.yaml")]))
  }

  @Test func `A later edition is named`() throws {
    var (round, file) = try aggregated()
    round.files["checklists/2.yaml"] = "別"
    round.record(ToldRound.second)
    #expect(
      try outcome(file, round)
        == .different([.rightThen(ToldRound.first), .later(ToldRound.second), .content(part: "checklists/2.yaml")]))
  }

  @Test func `An edition that never was made of its recorded files, and one whose list is lost, are told apart`() throws
  {
    var (round, file) = try aggregated()
    let own = round
    round.files["checklists/2.yaml"] = "別"
    round.recorded = []
    round.record(ToldRound.first)
    round.files["checklists/2.yaml"] = "また別"
    #expect(try outcome(file, round) == .different([.wrongThen(ToldRound.first), .content(part: "checklists/2.yaml")]))
    (round.recorded, round.kept) = (own.recorded, [:])
    #expect(try outcome(file, round) == .different([.listLost(ToldRound.first), .content(part: "checklists")]))
    round.kept = [1: ToldRound.list(["checklists/1.yaml": "一"])]
    #expect(try outcome(file, round) == .different([.listLost(ToldRound.first), .content(part: "checklists")]))
  }

  @Test func `An edition that the round's log does not tell of is not the round's`() throws {
    let (round, _) = try aggregated()
    let file = SummaryFormat.encode(try round.disclosed(to: .office, as: ToldRound.second))
    #expect(try outcome(file, round) == .different([.unknownEdition]))
    let nameless = SummaryFormat.encode(try round.disclosed(to: .office, as: nil))
    #expect(try outcome(nameless, round) == .different([.unknownEdition]))
  }

  @Test func `A figure changed by hand is told by the first line that differs`() throws {
    let (round, file) = try aggregated()
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasSuffix("\"yes\" : 7") })
    // Of every place where seven said yes the first is told.
    let changed = String(decoding: file, as: UTF8.self).replacing("\"yes\" : 7", with: "\"yes\" : 9")
    #expect(try outcome(Array(changed.utf8), round) == .different([.line(line + 1)]))
    #expect(try outcome(Array(file.dropLast()), round) == .different([.line(lines.count)]))
  }

  @Test func `Another round's summary is refused`() throws {
    var (round, file) = try aggregated()
    round.id = "r9-1"
    #expect(refusal(file, round) == .otherRound(stated: "r8-1", actual: "r9-1"))
  }

  @Test func `A summary from before the closing has no digest to compare`() throws {
    let file = SummaryFormat.encode(try Example.disclosed(closed: false))
    #expect(refusal(file) == .noDigest)
  }

  @Test(arguments: ["", "{}", "[]", #"{"format": "tenken.sheet/1"}"#, "# 点検結果"])
  func `What is no summary is refused`(_ text: String) {
    guard case .notASummary? = refusal(Array(text.utf8)) else {
      Issue.record("\(text)")
      return
    }
  }

  @Test func `Where it stops being one is told`() {
    #expect(refusal(Array("{\"format\" 1}".utf8)) == .notASummary(.syntax(byte: 10)))
  }
}
