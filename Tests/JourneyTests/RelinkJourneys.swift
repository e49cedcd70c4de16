import Foundation
import Testing

extension LongJourneys {
  /// Whether somebody who can read everything afterwards finds out whose sheet is whose. Many people, many times, by many
  /// ways: `Tests/Torture/relink.py`.
  @Suite struct Relinking {
    private static let members = 12

    @Test func `After hand-ins in a known order nothing that can be read leads from a person to a sheet`() async throws
    {
      let folder = try Folder()
      let people = (1...Self.members).map { "m\($0),議員\($0),,議員,,,\n" }.joined()
      let round = try await TestRound(in: folder, roster: "id,name,kana,role,from,to,exempt\n" + people, "--no-codes")
      let log = try folder.text("r8-1/round.log")
      try "".write(to: folder.file("before"), atomically: true, encoding: .utf8)
      let order = Array(1...Self.members).shuffled()
      var numbers: [Int: String] = [:]
      var times: Set<String> = []
      for member in order {
        let before = Set(try round.box().numbers)
        try await round.handIn(member)
        numbers[member] = try round.box().numbers.first { !before.contains($0) }
        times.formUnion(try await self.times(of: folder))
      }

      // One file holds everything, and only one time is left of so many.
      let traces = try await self.times(of: folder)
      #expect(times.count == Self.members && traces.count == 1, "\(traces)")
      #expect(try folder.text("r8-1/round.log") == log)
      let left = try await Program.run("find", ["r8-1", "data", "-newer", "before", "-type", "f"], in: folder)
      #expect(left.output == "r8-1/box.ndjson\n")

      // The lines stand by their own numbers, so that the order of the hand-ins is in neither.
      let box = try round.box()
      let submitted = box.submissions.compactMap { if case .text(let id)? = $0["respondent"] { id } else { nil } }
      #expect(submitted == submitted.sorted() && box.numbers == box.numbers.sorted())
      #expect(Set(box.numbers) == Set(numbers.values))
      // What differs from one submission to the next is chance, or the person.
      for submission in box.submissions { #expect(Set(submission.keys).isSubset(of: Self.ofASubmission)) }
      for sheet in box.sheets { #expect(Set(sheet.keys) == Self.ofASheet) }
      // A number stands in its sheet and nowhere else.
      for number in numbers.values {
        let found = try await Program.run("grep", ["-rlF", number, "r8-1", "data"], in: folder)
        #expect(found.output == "r8-1/box.ndjson\n")
        #expect(try folder.text("r8-1/box.ndjson").components(separatedBy: number).count == 2)
      }
    }

    private static let ofASubmission: Set = [
      "digest", "format", "respondent", "role", "receipt", "day", "entry",
    ]
    private static let ofASheet: Set = ["digest", "format", "id", "round", "checklist", "role", "answers"]

    /// Times and inode of each file that is newer than the first hand-in, hidden ones included.
    private func times(of folder: Folder) async throws -> Set<String> {
      let found = try await Program.run(
        "find", ["r8-1", "data", "-newer", "before", "-type", "f", "-printf", "%C@ %T@ %i\\n"], in: folder)
      return Set(found.output.split(separator: "\n").map(String.init))
    }
  }
}
