import CJSON
import Foundation
public import Inspection

/// Why bytes could not become a value.
public enum DocumentError: Error, Equatable, Sendable {
  /// Not JSON (RFC 8259); the byte, from 0, at which it stops being JSON, where that is known.
  case syntax(byte: Int?)
  /// The first byte, from 0, that is part of no character.
  case notUTF8(byte: Int)
  /// JSON, but with a wrong, missing or unknown value.
  case fault(Fault)
}

/// Parses one document after another into buffers that are used again.
///
/// Reading is fast on what is right: paths and positions are worked out only when something is refused.
public struct JSONReader: ~Copyable {
  private let parser: OpaquePointer

  /// Fails only when memory is out.
  public init?() {
    guard let parser = cj_parser_new() else { return nil }
    self.parser = parser
  }

  deinit { cj_parser_free(parser) }

  /// Parses `bytes` and hands the root to `body`; the value must not leave it.
  func read<Value>(
    _ bytes: some Collection<UInt8>, _ body: (JSONValue) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    let contiguous = ContiguousArray(bytes)
    var nodes: UnsafePointer<cj_node>?
    var count = 0
    let code = contiguous.withUnsafeBufferPointer { cj_parse(parser, $0.baseAddress, $0.count, &nodes, &count) }
    if code == Int(CJ_TOO_LARGE) { throw .fault(Fault(.tooLarge, at: DocumentPath())) }
    guard code == 0, let nodes else {
      throw InvalidUTF8.byte(in: contiguous).map { .notUTF8(byte: $0) } ?? .syntax(byte: Self.offset(in: contiguous))
    }
    return try body(JSONValue(nodes: UnsafeBufferPointer(start: nodes, count: count), index: 0))
  }

  /// Where refused text stops being JSON: read again, slowly, by the parser that knows its place.
  private static func offset(in bytes: ContiguousArray<UInt8>) -> Int? {
    let offset = bytes.withUnsafeBufferPointer { cj_fault_offset($0.baseAddress, $0.count) }
    return offset < 0 ? nil : Int(offset)
  }
}

extension JSONReader {
  /// What a document says it is, without reading the rest.
  public func format(of bytes: some Collection<UInt8>) throws(DocumentError) -> String {
    try read(bytes) { root throws(DocumentError) in
      let format = try root.pairs().first { $0.key == "format" }
      guard let format else { throw root.fault(.missingKey, at: "format") }
      return try format.value.string()
    }
  }
}

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
