import Foundation

/// Writes JSON so that equal values give equal bytes: sorted keys, no escaped slashes, a newline at the end.
enum JSONWriter {
  /// Indented, for files that people may look at.
  static func file(_ value: some Encodable) -> [UInt8] { bytes(value, [.prettyPrinted]) }

  /// On one line, for logs and sheets.
  static func line(_ value: some Encodable) -> [UInt8] { bytes(value, []) }

  private static func bytes(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      // Only numbers that are not finite cannot be encoded, and none of our files holds one: a percentage is finite.
      preconditionFailure("a value of text and finite numbers is always encodable: \(error)")
    }
  }
}
