import Foundation
import Testing

extension CommandJourneys {
  /// The folder that an assembly begins its own checklists from.
  @Suite struct ExportingChecklists {
    private static let files = ["members.yaml", "organisation.yaml", "policy.yaml", "staff.yaml"]

    @Test func `The policy and the checklists are written byte for byte, and a round is made of them`() async throws {
      let folder = try Folder()
      let exported = try await Program.run("checklist", "export", "hyou/r9", in: folder)
      #expect(exported.status == 0, "\(exported.errors)")
      #expect(try folder.names(in: "hyou/r9") == Self.files)
      for name in Self.files {
        let ours = Program.root.appendingPathComponent("Checklists/kumamoto/\(name)")
        #expect(try Data(contentsOf: folder.file("hyou/r9/\(name)")) == Data(contentsOf: ours), "\(name)")
      }
      try "番号,氏名,役割\nm01,議員01,議員\n".write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let next = try await Program.run(
        "bash",
        [
          "-c",
          """
          '\(Program.path)' checklist validate hyou/r9/*.yaml && '\(Program.path)' round create r9-1 --checklists hyou/r9 \
          --roster meibo.csv --opens 2026-12-01 --deadline 2026-12-18 --office 総務課 --telephone 000-000-0000 \
          --lent-devices none --no-codes
          """,
        ], in: folder)
      #expect(next.status == 0, "\(next.errors)")
    }

    @Test func `What is to be typed next is told, with the folder as the shell takes it`() async throws {
      let exported = try await Program.run("checklist", "export", "my hyou", in: Folder())
      #expect(exported.output == "")
      #expect(exported.errors.contains("tenken checklist validate 'my hyou'/*.yaml"))
      #expect(exported.errors.contains("tenken round create 点検回 --checklists 'my hyou'"))
    }

    @Test(arguments: ["a folder", "an empty folder", "a file"])
    func `What is there already is left as it is`(kind: String) async throws {
      let folder = try Folder()
      if kind == "a file" {
        try "mine".write(to: folder.file("hyou"), atomically: true, encoding: .utf8)
      } else {
        try FileManager.default.createDirectory(at: folder.file("hyou"), withIntermediateDirectories: false)
      }
      if kind == "a folder" {
        try "mine".write(to: folder.file("hyou/members.yaml"), atomically: true, encoding: .utf8)
      }
      let refused = try await Program.run("checklist", "export", "hyou", in: folder)
      #expect(refused.status == 73)
      #expect(refused.errors.contains("hyou はすでにあります。"))
      switch kind {
      case "a file": #expect(try folder.text("hyou") == "mine")
      case "a folder":
        #expect(try folder.names(in: "hyou") == ["members.yaml"])
        #expect(try folder.text("hyou/members.yaml") == "mine")
      default: #expect(try folder.names(in: "hyou") == [])
      }
    }
  }
}
