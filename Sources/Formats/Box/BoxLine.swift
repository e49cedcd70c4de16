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
  public let place: Int?
  /// The whole line, without its line end.
  public let bytes: ArraySlice<UInt8>

  /// Takes a line apart of which the digest fits; nil when it is of no kind that a box holds.
  ///
  /// - Parameter content: what the digest covers, by `content(of:)`.
  init?(_ bytes: ArraySlice<UInt8>, holding content: ArraySlice<UInt8>, at place: Int) {
    for (kind, head) in Self.heads where content.starts(with: head) {
      let rest = content.dropFirst(head.count)
      // An escape would write one key in two ways, and so let two lines have it.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")), !rest[..<end].contains(UInt8(ascii: "\\")) else {
        return nil
      }
      (self.kind, key, self.bytes, self.place) = (kind, Array(rest[..<end]), bytes, place)
      return
    }
    return nil
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
  public static func sealed(_ content: [UInt8]) -> [UInt8] { opening + Digest.digits(of: content) + closing + content }

  /// What the digest covers; nil when the line is not of this form or the digest does not fit.
  static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let stated = line.dropFirst(opening.count)
    let content = stated.dropFirst(Digest.length + closing.count)
    guard line.starts(with: opening), stated.dropFirst(Digest.length).starts(with: closing),
      stated.prefix(Digest.length).elementsEqual(Digest.digits(of: content))
    else { return nil }
    return content
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
  private static let heads = Kind.allCases.map { ($0, head(of: $0)) }

  private static func head(of kind: Kind) -> [UInt8] {
    formatHead + Array("\(kind.rawValue)\",\"\(kind.key)\":\"".utf8)
  }
}
