import Glibc

/// Code page 932, Microsoft's Shift_JIS, by glibc's table.
///
/// The table maps ¥, — and 〜 to bytes that come back as other characters; a text is "in CP932" only if it comes back
/// the same.
public enum CP932 {
  /// The bytes of `text`, or nil if a character has none or would come back as another.
  public static func encode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard let bytes = convert(characters, from: "UTF-8", to: "CP932"),
      convert(bytes, from: "CP932", to: "UTF-8") == characters
    else { return nil }
    return bytes
  }

  /// The text of CP932 bytes, or nil if they are not CP932.
  public static func decode(_ bytes: some Collection<UInt8>) -> String? {
    convert(Array(bytes), from: "CP932", to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first character that CP932 cannot hold; nil if it holds them all.
  public static func firstUnencodable(in text: String) -> Character? {
    encode(text) == nil ? text.first { encode(String($0)) == nil } : nil
  }

  private static func convert(_ input: [UInt8], from source: String, to target: String) -> [UInt8]? {
    guard let converter = iconv_open(target, source), converter != UnsafeMutableRawPointer(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = input
    var isConverted = false
    // No character grows by more than three bytes from CP932, nor at all from UTF-8.
    let output = [UInt8](unsafeUninitializedCapacity: input.count * 3 + 4) { target, written in
      isConverted = input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count
        var to = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = target.count
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        written = target.count - toLeft
        return result == 0 && fromLeft == 0
      }
    }
    return isConverted ? output : nil
  }
}

/// The byte order mark in UTF-8, which Excel in Japan needs before it takes a table for UTF-8.
enum ByteOrderMark {
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes behind the mark, or all of them where there is none.
  static func dropped(from file: [UInt8]) -> ArraySlice<UInt8> {
    file.dropFirst(file.starts(with: bytes) ? bytes.count : 0)
  }
}
