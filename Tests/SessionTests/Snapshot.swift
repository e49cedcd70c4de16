import Foundation
import Testing

/// A text that is compared with the one recorded in `Snapshots/`.
///
/// `RECORD_SNAPSHOTS=1 swift test` records, and fails while it does, so that a recording run cannot pass by accident.
func expectSnapshot(_ lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name).txt")
  let text = lines.joined(separator: "\n") + "\n"
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); look at it and run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  #expect(text == recorded, "\(name) differs", sourceLocation: sourceLocation)
}
