import Glibc

/// A whole line of a box in the bytes it was read into: only to be looked at, and gone with them.
public struct BoxLineView {
  public let kind: BoxLine.Kind
  /// The key's value as it stands in JSON, without its quotes.
  public let key: UnsafeRawBufferPointer
  /// What follows the key, its closing quote included.
  public let rest: UnsafeRawBufferPointer
  /// Of the content.
  public let digest: Digest.Value

  /// Takes a line apart of which the digest fits; nil when it is of no kind that a box holds.
  init?(holding content: UnsafeRawBufferPointer, of digest: Digest.Value) {
    for (kind, head) in BoxLine.heads where content.starts(with: head) {
      let rest = UnsafeRawBufferPointer(rebasing: content[head.count...])
      // An escape would write one key in two ways, and so let two lines have it.
      guard let end = rest.first("\""), !rest[..<end].contains(UInt8(ascii: "\\")) else { return nil }
      self.kind = kind
      self.digest = digest
      key = UnsafeRawBufferPointer(rebasing: rest[..<end])
      self.rest = UnsafeRawBufferPointer(rebasing: rest[end...])
      return
    }
    return nil
  }

  /// The key as text; nil where it is none, or none that may stand in JSON as it is.
  public var name: String? { key.contains { $0 < 0x20 } ? nil : String(validating: key, as: UTF8.self) }

  /// Whether it stands before another in a box.
  func precedes(_ other: BoxLineView) -> Bool {
    if kind != other.kind { return kind.order < other.kind.order }
    return key.lexicographicallyPrecedes(other.key)
  }
}

/// What is made of the lines of a box while they are read, so that these need not be kept.
public protocol BoxPart: Sendable {
  /// Counts a line; false leaves it in the box.
  mutating func take(_ line: BoxLineView) -> Bool
  /// Adds what the lines behind these come to.
  mutating func append(_ next: Self)
}

/// Nothing: every line is kept.
public struct KeptLines: BoxPart {
  public init() {}
  public func take(_: BoxLineView) -> Bool { false }
  public func append(_: KeptLines) {}
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes stand at the beginning.
  func starts(with head: [UInt8]) -> Bool { head.withUnsafeBytes { starts(with: $0) } }

  func starts(with head: UnsafeRawBufferPointer) -> Bool {
    guard count >= head.count, let start = baseAddress, let other = head.baseAddress else { return head.isEmpty }
    return memcmp(start, other, head.count) == 0
  }

  /// Where a byte stands first.
  func first(_ byte: Unicode.Scalar) -> Int? {
    guard let start = baseAddress, let found = memchr(start, Int32(byte.value), count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}
