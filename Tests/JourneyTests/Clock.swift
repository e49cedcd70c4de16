import Foundation
import Testing

/// Starts tenken at a moment of one's choosing: the library takes the place of libc's clock (`Scripts/clock.c`).
struct Clock {
  let library: String

  /// Builds the library in the journey's folder, with the compiler that comes with Swift.
  init(in folder: Folder) async throws {
    library = folder.file("clock.so").path
    let source = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/clock.c").path
    let built = try await Program.run("clang", ["-shared", "-fPIC", "-o", library, source], in: folder)
    try #require(built.status == 0, "\(built.errors)")
  }

  /// What starts a program at `time` in Japan, such as `2026-11-30 23:59:59`.
  func at(_ time: String) throws -> [String] {
    let moment = try Date(time.replacing(" ", with: "T") + "+09:00", strategy: .iso8601)
    return ["env", "LD_PRELOAD=\(library)", "CLOCK=\(Int(moment.timeIntervalSince1970))"]
  }
}
