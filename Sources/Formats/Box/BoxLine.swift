import Inspection

/// One line of a box: a JSON object that begins with the digest of all that follows the digest.
///
/// A line is `{"digest":"<64 hexadecimal digits>",` and then its content, `"format":"…","<key>":"…",…}`. The digest is
/// BLAKE2b-256 of the content's bytes, so that anybody can check a line: `cut -c 78- | tr -d '\n' | b2sum -l 256`. The
/// format and the key stand first, so that a line finds its place without being parsed.
public struct BoxLine: Equatable, Sendable {
  /// What a line holds. The raw value is the document format that the line names.
  public enum Kind: String, CaseIterable, Sendable {
    case submission = "tenken.submission/1"
    case sheet = "tenken.sheet/1"
    case opinion = "tenken.opinion/1"

    /// The member that no two lines of the kind share.
    var key: String {
      switch self {
      case .submission: "respondent"
      case .sheet: "id"
      case .opinion: "number"
      }
    }
  }

  public let kind: Kind
  /// The key's value as it stands in JSON, without its quotes; ids and numbers hold nothing that JSON escapes.
  let key: [UInt8]
  /// The line's number in the file it was read from, from 1; nil for a line that was just made.
  public private(set) var place: Int?
  /// The whole line, without its line end.
  public let bytes: ArraySlice<UInt8>

  /// Keeps a line that was looked at.
  init(_ line: BoxLineView, in bytes: UnsafeRawBufferPointer, at place: Int) {
    (kind, key, self.bytes, self.place) = (line.kind, Array(line.key), Array(bytes)[...], place)
  }

  /// Makes a line of a value: `key` and then what `fields` encodes.
  init(_ kind: Kind, key: String, fields: some Encodable) {
    let key = Array(key.utf8)
    let body = JSONWriter.line(fields).dropFirst().dropLast()
    self.kind = kind
    self.key = key
    place = nil
    bytes = Self.sealed(Self.head(of: kind) + key + Array("\",".utf8) + body)[...]
  }

  func moved(by lines: Int) -> BoxLine {
    var line = self
    line.place = place.map { $0 + lines }
    return line
  }

  /// The key as text.
  public var name: String { String(decoding: key, as: UTF8.self) }

  // MARK: The digest

  /// The 64 hexadecimal digits that the line begins with.
  public var digest: String {
    String(decoding: bytes.dropFirst(Self.opening.count).prefix(Digest.length), as: UTF8.self)
  }

  private static let opening = Array("{\"digest\":\"".utf8)
  private static let closing = Array("\",".utf8)

  /// A line of this content, with its digest before it.
  public static func sealed(_ content: [UInt8]) -> [UInt8] {
    opening + Array(Digest.hexadecimal(of: content).utf8) + closing + content
  }

  /// What the digest covers, and the digest; nil when the line is not of this form or the digest does not fit.
  static func content(of line: UnsafeRawBufferPointer) -> (content: UnsafeRawBufferPointer, digest: Digest.Value)? {
    let start = opening.count + Digest.length + closing.count
    guard line.count >= start, line.starts(with: opening),
      UnsafeRawBufferPointer(rebasing: line[(start - closing.count)...]).starts(with: closing)
    else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: line[start...])
    let digest = Digest.Value(of: content)
    return digest.isWritten(UnsafeRawBufferPointer(rebasing: line[opening.count...])) ? (content, digest) : nil
  }

  /// The same of a line at hand.
  static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.withUnsafeBytes { content(of: $0) }.map { line.suffix($0.content.count) }
  }

  /// The document format that a content names first; nil where it does not.
  static func format(of content: ArraySlice<UInt8>) -> String? {
    guard content.starts(with: formatHead) else { return nil }
    return String(decoding: content.dropFirst(formatHead.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// What the digest of this line covers.
  public var content: ArraySlice<UInt8> { Self.content(of: bytes) ?? [] }

  static let formatHead = Array("\"format\":\"".utf8)

  /// Made once, for every line is held against them.
  static let heads = Kind.allCases.map { ($0, head(of: $0)) }

  private static func head(of kind: Kind) -> [UInt8] {
    formatHead + Array("\(kind.rawValue)\",\"\(kind.key)\":\"".utf8)
  }
}
