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

  /// Takes a line apart; nil when its digest does not fit or it is of no kind that a box holds.
  init?(_ bytes: ArraySlice<UInt8>, at place: Int) {
    guard let content = Self.content(of: bytes) else { return nil }
    for kind in Kind.allCases {
      let head = Self.head(of: kind)
      guard content.starts(with: head) else { continue }
      let rest = content.dropFirst(head.count)
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
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
  static func sealed(_ content: [UInt8]) -> [UInt8] { opening + Digest.digits(of: content) + closing + content }

  /// What the digest covers; nil when the line is not of this form or the digest does not fit.
  static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let stated = line.dropFirst(opening.count)
    let content = stated.dropFirst(Digest.length + closing.count)
    guard line.starts(with: opening), stated.dropFirst(Digest.length).starts(with: closing),
      stated.prefix(Digest.length).elementsEqual(Digest.digits(of: content))
    else { return nil }
    return content
  }

  /// What a line that is whole says it is; nil for any other.
  static func format(of line: ArraySlice<UInt8>) -> String? {
    let head = Array("\"format\":\"".utf8)
    guard let content = content(of: line), content.starts(with: head) else { return nil }
    return String(decoding: content.dropFirst(head.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// A line of these bytes with the digest that fits: only for boxes that are made up.
  public static func sealing(_ content: [UInt8]) -> [UInt8] { sealed(content) }

  /// What the digest of this line covers.
  public var content: ArraySlice<UInt8> { Self.content(of: bytes) ?? [] }

  private static func head(of kind: Kind) -> [UInt8] {
    Array("\"format\":\"\(kind.rawValue)\",\"\(kind.key)\":\"".utf8)
  }
}
