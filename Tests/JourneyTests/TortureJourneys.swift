import Foundation
import Testing

extension LongJourneys {
  /// A short run of what `make torture` does at length.
  @Suite struct Torture {
    @Test func `After kills and failing system calls nothing is lost, counted twice or called done`() async throws {
      let folder = try Folder()
      let script = Program.root.appendingPathComponent("Tests/Torture/torture.py").path
      let done = try await Program.run("/usr/bin/python3", [script, Program.path, "10", "10", "1"], in: folder)
      #expect(done.status == 0, "\(done.output)\(done.errors)")
    }
  }
}
