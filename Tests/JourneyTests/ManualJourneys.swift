import Foundation
import Testing

extension LongJourneys {
  /// What the manuals tell people to type.
  @Suite struct Manuals {
    @Test func `The secretariat's manual can be followed to the letter, and prints what stands there`()
      async throws
    {
      let folder = try Folder()
      let clock = try await Clock(in: folder)
      let script = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/manual.py").path
      let walk = try await Program.run("/usr/bin/python3", [script, Program.path, clock.library], in: folder)
      #expect(walk.status == 0, "\(walk.output)\(walk.errors)")
    }
  }
}
