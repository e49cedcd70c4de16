import Foundation
import Testing

extension CommandJourneys {
  /// The one file of all that was handed in, when something has happened to it.
  @Suite struct DamagedBoxes {
    private let folder: Folder
    private let round: TestRound

    /// Two people of three have handed in.
    init() async throws {
      folder = try Folder()
      round = try await TestRound(in: folder, "--no-codes")
      for member in 1...2 { try await round.handIn(member) }
    }

    private func tenken(_ words: String, input: String = "") async throws -> Finished {
      try await Program.run(Program.path, words.split(separator: " ").map(String.init), input: input, in: folder)
    }

    private func set(_ box: String) throws {
      try box.write(to: folder.file("r8-1/box.ndjson"), atomically: true, encoding: .utf8)
    }

    @Test func `A damaged line is told by its place, is kept as it is, and stops nobody`() async throws {
      let text = try folder.text("r8-1/box.ndjson")
      let place = try #require(try round.box().place(of: round.box().numbers[0]))
      let whole = text.split(separator: "\n")[place - 1]
      let damaged = whole.replacing("\"yes\"", with: "\"no\"", maxReplacements: 1)
      try #require(damaged != whole)
      try set(text.replacing(whole, with: damaged))

      let status = try await tenken("round status r8-1")
      #expect(status.status == 65 && status.errors.contains("box.ndjson:\(place): "), "\(status.errors)")
      #expect(status.output.contains(/議員 +2 +1 +2 +100.0%/))
      // Staff hand in all the same, and the line is carried on byte for byte.
      try await handInAsStaff()
      #expect(try folder.text("r8-1/box.ndjson").contains(damaged))
      #expect(try round.box().submissions.count == 3)
      #expect(try round.box().counts["damaged"] == .number(1))

      // What the office does is done, and the line is named each time. It now stands behind the whole lines.
      for command in [
        "round extend r8-1 --until 2099-02-26 --why 会期", "round letters r8-1 --kind reminder --format text --output -",
        "round close r8-1 --early", "round close r8-1 --reopen --why 誤り", "round close r8-1 --early",
      ] {
        let done = try await tenken(command)
        #expect(done.status == 65 && done.errors.contains("box.ndjson:6: "), "\(command): \(done.errors)")
      }
      let log = try folder.text("r8-1/round.log")
      for event in ["extended", "closed", "reopened"] { #expect(log.contains("\"\(event)\"")) }
      let figures = try await tenken("aggregate r8-1 --format json")
      #expect(figures.status == 65)
      #expect(figures.output.contains("\"reason\" : \"damaged\""))
      #expect(figures.errors.contains("箱の1行を集計から除きました（何の行か分からないもの 1）"))
      #expect(try folder.leftOut(of: "r8-1") == [6])
      #expect(try await tenken("round repair r8-1").status == 0)
    }

    private func handInAsStaff() async throws {
      let blank = try await tenken("checklist print staff --round r8-1 --format csv --output staff.csv")
      try #require(blank.status == 0, "\(blank.errors)")
      try folder.text("staff.csv").replacing(/("(?:P|S-)[^"]*",)""/) { "\($0.1)\"1\"" }.write(
        to: folder.file("staff.csv"), atomically: true, encoding: .utf8)
      let done = try await tenken(
        "inspect --round r8-1 --plain --answers staff.csv", input: "2\n1\n1\n1\n2\n1\n1\n2\n")
      try #require(done.errors.contains("提出しました"), "\(done.output)\(done.errors)")
    }

    @Test(arguments: ["the counts", "a sheet", "a submission"])
    func `A line that is gone stops hand-ins, closing and figures, with what to do`(lost: String) async throws {
      let lines = try folder.text("r8-1/box.ndjson").split(separator: "\n")
      let place = ["the counts": lines.count - 1, "a sheet": lines.count - 2, "a submission": 0][lost]
      let left = lines.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: "\n") + "\n"
      try set(left)
      for command in [
        "round status r8-1", "round close r8-1 --early", "aggregate r8-1", "round receipt r8-1 1234-5678-9014",
      ] {
        let refused = try await tenken(command)
        #expect(refused.status == 65 && refused.output.isEmpty, "\(command): \(refused.output)")
        #expect(refused.errors.contains("r8-1/box.ndjson") && refused.errors.contains("バックアップから戻すか"), "\(command)")
        #expect(refused.errors.contains("tenken round repair"), "\(command)")
      }
      let visit = try await tenken("inspect --round r8-1 --plain", input: "1\n1\n1\n")
      #expect(visit.status == 65)
      #expect(try folder.text("r8-1/box.ndjson") == left)
      #expect(try !folder.text("r8-1/round.log").contains("closed"))
    }

    @Test func `A repair first shows what it would do, then does it, keeps the old file and writes it down`()
      async throws
    {
      let lines = try folder.text("r8-1/box.ndjson").split(separator: "\n")
      let torn = lines.dropFirst().dropLast().joined(separator: "\n") + "\n"
      try set(torn)
      let shown = try await tenken("round repair r8-1")
      #expect(shown.status == 65)
      #expect(shown.errors.contains("提出 1、回答票 2、ご意見 0、壊れた行 0") && shown.errors.contains("--write"))
      #expect(try folder.text("r8-1/box.ndjson") == torn)

      let done = try await tenken("round repair r8-1 --write")
      #expect(done.status == 0 && done.errors.contains("直しました"), "\(done.errors)")
      #expect(try folder.text("r8-1/box.ndjson.before-repair-1") == torn)
      #expect(try round.box().counts["submissions"] == .number(1))
      let event = try JSON.object(String(try #require(folder.text("r8-1/round.log").split(separator: "\n").last)))
      #expect(event["event"] == .text("repaired"))
      #expect(event["kept"] == .text("box.ndjson.before-repair-1"))
      #expect(try await tenken("round status r8-1").status == 0)
      #expect(try await tenken("round repair r8-1").status == 0)
    }

    @Test func `A log that was torn is mended in the same way`() async throws {
      let whole = try folder.text("r8-1/round.log")
      let torn = whole + #"{"format":"tenken.event/1","at":"2026-12"#
      try torn.write(to: folder.file("r8-1/round.log"), atomically: true, encoding: .utf8)
      let refused = try await tenken("round status r8-1")
      #expect(refused.status == 65 && refused.errors.contains("r8-1/round.log:2"))
      #expect(refused.errors.contains("tenken round repair"))
      #expect(try await tenken("round repair r8-1").errors.contains("round.log の2行目"))
      #expect(try folder.text("r8-1/round.log") == torn)
      #expect(try await tenken("round repair r8-1 --write").status == 0)
      #expect(try folder.text("r8-1/round.log").hasPrefix(whole + "{"))
      #expect(try folder.text("r8-1/round.log.before-repair-1") == torn)
      #expect(try await tenken("round status r8-1").status == 0)
    }

    @Test func `A round of the version before is refused by name, and is not changed`() async throws {
      let settings = try folder.text("r8-1/round.yaml").replacing("tenken.round/2", with: "tenken.round/1")
        .replacing(/(?m)^codes: .*\n/, with: "")
      try settings.write(to: folder.file("r8-1/round.yaml"), atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(at: folder.file("r8-1/box.ndjson"))
      for name in ["sheets", "submissions", "opinions"] {
        try FileManager.default.createDirectory(at: folder.file("r8-1/" + name), withIntermediateDirectories: true)
      }
      let names = try folder.names(in: "r8-1")
      for command in [
        "round status r8-1", "round close r8-1 --early", "aggregate r8-1", "inspect --round r8-1 --plain",
        "round repair r8-1",
      ] {
        let refused = try await tenken(command)
        #expect(refused.status == 65, "\(command)")
        #expect(refused.errors.contains("r8-1 は、前の版の tenken（0.1.0）で作った点検回"), "\(command): \(refused.errors)")
      }
      #expect(try folder.names(in: "r8-1") == names)
    }
  }
}
