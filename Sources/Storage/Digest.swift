import CDigest

/// BLAKE2b-256 (RFC 7693) in lower-case hexadecimal, as `b2sum -l 256` prints it.
public enum Digest {
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(CD_DIGEST_BYTES))
    cd_digest(bytes, bytes.count, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
