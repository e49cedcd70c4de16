import CDigest

/// BLAKE2b-256 (RFC 7693) in lower-case hexadecimal, as `b2sum -l 256` prints it.
public enum Digest {
  /// How many hexadecimal digits a digest has.
  public static let length = 2 * Value.size

  /// A digest as it is, in a quarter of the space of its digits.
  public struct Value: Hashable, Sendable {
    static let size = Int(CD_DIGEST_BYTES)

    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Of some bytes.
    public init(of bytes: UnsafeRawBufferPointer) {
      let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      fill { cd_digest(start, bytes.count, $0) }
    }

    init(of stream: OpaquePointer) { fill { cd_stream_digest(stream, $0) } }

    private mutating func fill(_ body: (UnsafeMutablePointer<UInt8>?) -> Void) {
      withUnsafeMutableBytes(of: &words) { body($0.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
    }

    /// Whether these digits, `length` of them, write it.
    func isWritten(_ digits: UnsafeRawBufferPointer) -> Bool {
      withUnsafeBytes(of: words) { bytes in
        var differing: UInt8 = 0
        for place in 0..<Self.size {
          differing |= digits[2 * place] ^ Self.digit(bytes[place] >> 4)
          differing |= digits[2 * place + 1] ^ Self.digit(bytes[place] & 15)
        }
        return differing == 0
      }
    }

    public var hexadecimal: String {
      String(unsafeUninitializedCapacity: Digest.length) { text in
        withUnsafeBytes(of: words) { bytes in
          for place in 0..<Self.size {
            text[2 * place] = Self.digit(bytes[place] >> 4)
            text[2 * place + 1] = Self.digit(bytes[place] & 15)
          }
        }
        return Digest.length
      }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    public static func == (a: Self, b: Self) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
  }

  /// Of bytes that come piece by piece.
  public struct Stream: ~Copyable {
    private let stream: OpaquePointer

    /// Fails only when memory is out.
    public init?() {
      guard let stream = cd_stream_new() else { return nil }
      self.stream = stream
    }

    deinit { cd_stream_free(stream) }

    /// Adds bytes that stand behind those before.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
      cd_stream_add(stream, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// Of all pieces so far.
    public var value: Value { Value(of: stream) }
  }

  /// Of any run of bytes; 64 digits.
  public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    let value = bytes.withContiguousStorageIfAvailable { Value(of: UnsafeRawBufferPointer($0)) }
    return (value ?? Array(bytes).withUnsafeBytes { Value(of: $0) }).hexadecimal
  }
}
