import Foundation
import Testing

extension LongJourneys {
  /// Who is let in to a round, and as whom.
  @Suite struct Admission {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func visit(_ options: String..., input: String) async throws -> Finished {
      try await Program.run(
        Program.path, ["inspect", "--round", "r8-1", "--plain"] + options, input: input, in: folder)
    }

    @Test func `Who is exempt stands among no names and is not let in`() async throws {
      _ = try await TestRound(in: folder, "--no-codes")
      // Two members are asked; the third line would be the exempt one's.
      let visit = try await visit(input: "1\n3\n1\n")
      #expect(visit.output.contains("議員02") && !visit.output.contains("議員03"))
      #expect(!visit.output.contains("はじめに"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("data/tenken/r8-1/m03.json").path))
    }

    @Test func `The code of somebody who was exempted afterwards lets nobody in`() async throws {
      let round = try await TestRound(in: folder)
      let code = try #require(round.codes["m02"])
      #expect(try await visit(input: "\(code)\n1\n9\n").output.contains("はじめに"))
      let asked = try folder.text("r8-1/roster.csv")
      let exempted = asked.replacing(
        "m02,議員02,ぎいん02,議員,2023-05-01,,\n", with: "m02,議員02,ぎいん02,議員,2023-05-01,,病気療養のため\n")
      try #require(exempted != asked)
      try exempted.write(to: folder.file("r8-1/roster.csv"), atomically: true, encoding: .utf8)
      let refused = try await visit(input: "\(code)\n9\n")
      #expect(!refused.output.contains("はじめに"))
      #expect(refused.output.contains("見つかりませんでした"))
    }

    @Test func `Nobody enters their own answers as somebody else's`() async throws {
      _ = try await TestRound(in: folder, "--no-codes")
      for (helper, role) in [("s01", 2), ("o01", 3)] {
        let own = "\(role)\n1\n1\n"
        let refused = try await visit("--assisted-by", helper, input: own + "1\n\n1\n9\n")
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--assisted-by を付けずに"))
        #expect(!refused.output.contains("声に出してお読みください"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("data/tenken/r8-1/\(helper).json").path))
        #expect(try await visit(input: own + "9\n").output.contains("はじめに"))
      }
    }
  }
}
