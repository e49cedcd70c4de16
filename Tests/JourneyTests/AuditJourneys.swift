import Foundation
import Testing

extension CommandJourneys {
  /// Items drawn for an auditor to check by hand.
  @Suite struct Auditing {
    private func sample(_ seed: String, format: String = "text", in folder: Folder) async throws -> Finished {
      try await Program.run(
        "audit", "sample", "r", "--size", "5", "--seed", seed, "--format", format, in: folder)
    }

    @Test(arguments: ["text", "markdown", "html"])
    func `The same seed draws the same items, with room for what was seen and the finding`(format: String) async throws
    {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      let form = try await sample("令和8年度", format: format, in: folder)
      #expect(form.status == 65, "\(form.errors)")
      #expect(form.output.contains("確認したこと") && form.output.contains("所見"))
      #expect(form.output.contains("自己点検は監査ではない"))
      #expect(form.output.matches(of: /O-[A-Z]{3}-\d\d/).count == 5)
      #expect(try await sample("令和8年度", format: format, in: folder).output == form.output)
      #expect(try await sample("別の種", format: format, in: folder).output != form.output)
    }

    @Test func `Nothing is drawn before closing`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let refused = try await sample("1", in: folder)
      #expect(refused.status == 75)
      #expect(refused.output.isEmpty)
    }
  }
}
