import Foundation
import Testing

extension LongJourneys {
  /// `tenken combine` over what real rounds of assemblies that do not exist give.
  @Suite struct Combining {
    /// Three assemblies that adopt the checklists and approve them, each with a closed round, `s1.json` to `s3.json`.
    private static let assemblies = """
      set -e
      number=0
      for code in 900001 900010 900028; do
        number=$((number + 1))
        cp -r "$1" c$number
        sed -i "s/^assembly: .*/assembly: 見本${number}町議会/; s/^code: .*/code: \\"$code\\"/" c$number/policy.yaml
        for role in members staff organisation; do
          printf 'approved: {by: 議長, date: "2026-10-10", document: 第1号}\\n' >> c$number/$role.yaml
        done
        "$2" round practice r$number --checklists c$number --closed --members 16 --staff 14 --seed $number
        "$2" aggregate r$number --format json --output s$number.json || test $? = 65
      done
      """

    /// That a workbook has so many sheets, and each is what an office needs (sheets.py).
    private func expectSheets(
      _ count: Int, in command: String, _ arguments: [String], _ folder: Folder, status: Int32 = 0
    ) async throws {
      let made = try await Program.run(
        Program.path, [command] + arguments + ["--format", "xlsx", "--output", "x.xlsx"], in: folder)
      #expect(made.status == status, "\(made.errors)")
      let read = try await python("sheets.py", ["x.xlsx"], in: folder)
      #expect(read.output == "\(count)\n", "\(read.errors)")
    }

    private func python(_ script: String, _ arguments: [String], in folder: Folder) async throws -> Finished {
      let path = Program.root.appendingPathComponent("Tests/Oracle/\(script)").path
      return try await Program.run("/usr/bin/python3", [path] + arguments, in: folder)
    }

    @Test func `Three assemblies and fifteen are added as the oracle adds them, with no name beside a figure`()
      async throws
    {
      let folder = try Folder()
      let checklists = Program.root.appendingPathComponent("Checklists/kumamoto").path
      let made = try await Program.run(
        "bash", ["-c", Self.assemblies, "bash", checklists, Program.path], in: folder)
      try #require(made.status == 0, "\(made.errors)")
      let three = ["s1.json", "s2.json", "s3.json"]
      try await expectRight(three, in: folder)

      let text = try await Program.run(Program.path, ["combine"] + three, in: folder)
      #expect(text.status == 0, "\(text.errors)")
      #expect(text.output.contains("議員：3議会"))
      for line in text.output.split(separator: "\n") where line.contains("町議会") {
        #expect(line.contains(/^  - 9000\d\d 見本\d町議会（練習用の自己点検（架空））$/), "\(line)")
      }
      let others = try await Program.run(
        "combine", "s3.json", "s1.json", "s2.json", "--format", "csv", "--output", "x.csv", in: folder)
      #expect(others.status == 0, "\(others.errors)")
      #expect(!(try folder.text("x.csv")).contains("町議会"))

      try await expectSheets(5, in: "combine", three, folder)
      // 要点, 提出, 分野・条項など, 組織, 注記.
      try await expectSheets(5, in: "aggregate", ["r1", "--audience", "public"], folder, status: 65)

      let many = try await python("assemblies.py", ["s1.json", "many", "15", "8"], in: folder)
      try #require(many.status == 0, "\(many.errors)")
      try await expectRight(folder.names(in: "many").map { "many/\($0)" }, in: folder)

      // One assembly twice: told by name, and the rest is given out.
      let twice = try await Program.run(
        Program.path, ["combine"] + three + ["r1/summary/internal-1.json", "--format", "json"], in: folder)
      #expect(twice.status == 65)
      #expect(twice.errors.contains("同じ議会のものです"))
      #expect(twice.output.contains("tenken.combined/1"))

      let few = try await Program.run(
        "combine", "s1.json", "s2.json", "none.json", "--output", "few.txt", in: folder)
      #expect(few.status == 65)
      #expect(few.output.isEmpty && !FileManager.default.fileExists(atPath: folder.file("few.txt").path))
      #expect(few.errors.contains("none.json が見つかりません"))
    }

    private func expectRight(_ summaries: [String], in folder: Folder) async throws {
      let combined = try await Program.run(
        Program.path, ["combine"] + summaries + ["--format", "json", "--output", "combined.json"], in: folder)
      #expect(combined.status == 0, "\(combined.errors)")
      let backwards = try await Program.run(
        Program.path, ["combine"] + summaries.reversed() + ["--format", "json"], in: folder)
      #expect(backwards.output == (try folder.text("combined.json")))
      let verdict = try await python("combine.py", ["combined.json"] + summaries, in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
      let schema = Program.root.appendingPathComponent("docs/schemas/combined.schema.json").path
      let valid = try await python("validate.py", [schema, "combined.json"], in: folder)
      #expect(valid.status == 0, "\(valid.output)")
    }
  }
}
