import Foundation
import FuzzTargets
import Testing

/// The corpus of each fuzz target, and every unit that once broke a promise, without a fuzzer.
@Suite struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/corpus")

  private static func units(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: target.name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test(arguments: FuzzTarget.all.map(\.name)) func `No unit of the corpus breaks a promise`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let outcomes = try Self.units(of: target).map { unit in (unit.name, target.run(unit.bytes)) }
    for (unit, outcome) in outcomes {
      if case .wrong(let text) = outcome { Issue.record("\(name)/\(unit): \(text)") }
    }
    // A corpus of which nothing is read any more would lead a fuzzer nowhere.
    #expect(outcomes.contains { $0.1 == .taken })
  }

  @Test func `Every corpus is of a target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(folders) == Set(FuzzTarget.all.map(\.name)))
  }
}
