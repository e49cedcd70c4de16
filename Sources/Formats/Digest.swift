import CDigest

/// BLAKE2b-256 (RFC 7693) in lower-case hexadecimal, as `b2sum -l 256` prints it.
public enum Digest {
  /// How many hexadecimal digits a digest has.
  public static let length = 2 * Int(CD_DIGEST_BYTES)

  /// Of any run of bytes; 64 digits.
  public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    String(decoding: digits(of: bytes), as: UTF8.self)
  }

  /// The same as ASCII bytes.
  static func digits(of bytes: some Collection<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(CD_DIGEST_BYTES))
    let done: Void? = bytes.withContiguousStorageIfAvailable { cd_digest($0.baseAddress, $0.count, &digest) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { cd_digest($0.baseAddress, $0.count, &digest) } }
    let digits = Array("0123456789abcdef".utf8)
    return digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
