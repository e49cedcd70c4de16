import Glibc

/// Code page 932, Microsoft's Shift_JIS, by glibc's table.
///
/// The table maps ¥, — and 〜 to bytes that come back as other characters; a text is "in CP932" only if it comes back
/// the same.
public enum CP932 {
  /// The bytes of `text`, or nil if a character has none or would come back as another.
  public static func encode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard let bytes = convert(characters, from: "UTF-8", to: "CP932").output,
      convert(bytes, from: "CP932", to: "UTF-8").output == characters
    else { return nil }
    return bytes
  }

  /// The text of CP932 bytes, or nil if they are not CP932.
  public static func decode(_ bytes: some Collection<UInt8>) -> String? {
    convert(Array(bytes), from: "CP932", to: "UTF-8").output.map { String(decoding: $0, as: UTF8.self) }
  }

  /// How many bytes there are before the first that is no CP932.
  static func decodable(of bytes: some Collection<UInt8>) -> Int {
    convert(Array(bytes), from: "CP932", to: "UTF-8").read
  }

  /// The first character that CP932 cannot hold; nil if it holds them all.
  public static func firstUnencodable(in text: String) -> Character? {
    encode(text) == nil ? text.first { encode(String($0)) == nil } : nil
  }

  /// The output is nil unless all could be read.
  private static func convert(
    _ input: [UInt8], from source: String, to target: String
  ) -> (output: [UInt8]?, read: Int) {
    guard let converter = iconv_open(target, source), converter != UnsafeMutableRawPointer(bitPattern: -1) else {
      return (nil, 0)
    }
    defer { iconv_close(converter) }
    var input = input
    var isConverted = false
    var read = 0
    // No character grows by more than three bytes from CP932, nor at all from UTF-8.
    let output = [UInt8](unsafeUninitializedCapacity: input.count * 3 + 4) { target, written in
      isConverted = input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count
        var to = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = target.count
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        written = target.count - toLeft
        read = source.count - fromLeft
        return result == 0 && fromLeft == 0
      }
    }
    return (isConverted ? output : nil, read)
  }
}

/// Where a file stops being UTF-8.
enum InvalidUTF8 {
  /// The first byte, from 0, that is part of no character; nil where all are.
  static func byte(in bytes: some Collection<UInt8>) -> Int? {
    let bytes = ContiguousArray(bytes)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch { return error.byteOffsets.lowerBound }
  }

  /// The line, from 1, that a byte is in.
  static func line(of byte: Int, in bytes: some Collection<UInt8>) -> Int {
    bytes.prefix(byte).count { $0 == UInt8(ascii: "\n") } + 1
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
