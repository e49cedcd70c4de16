import Foundation
import Testing

extension LongJourneys {
  /// What the manuals tell people to type.
  @Suite struct Manuals {
    @Test(arguments: ["secretariat", "first-steps"])
    func `A manual can be followed to the letter, and prints what stands there`(manual: String) async throws {
      let folder = try Folder()
      let clock = try await Clock(in: folder)
      let script = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/manual.py").path
      let walk = try await Program.run("/usr/bin/python3", [script, Program.path, clock.library, manual], in: folder)
      #expect(walk.status == 0, "\(walk.output)\(walk.errors)")
    }
  }
}
