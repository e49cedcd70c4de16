public import Inspection

/// `round.log`: one `tenken.event/1` a line, in the order in which things were done; each but the first holds the digest of
/// the one before, so that a line that was taken out is found.
public enum RoundLogFormat {
  public static let name = "tenken.event/1"

  /// A line as it was read.
  public struct Line: Equatable, Sendable {
    /// From 1.
    public var number: Int
    public var event: RoundEvent
    /// Hexadecimal BLAKE2b-256 of the line without its end.
    public var digest: String
    /// What it says the digest of the line before is; nil for a line that says nothing of it.
    public var previous: String?

    public init(number: Int, event: RoundEvent, digest: String, previous: String?) {
      (self.number, self.event, self.digest, self.previous) = (number, event, digest, previous)
    }
  }

  /// A line that could not be read.
  public struct LineError: Error, Equatable, Sendable {
    /// From 1.
    public var line: Int
    public var reason: DocumentError
  }

  /// Reads the log line by line; throws the first line that cannot be read, with its number from 1.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(LineError)
    -> [Line]
  {
    var read: [Line] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do throws(DocumentError) {
        let (event, previous) = try event(line, with: reader)
        read.append(Line(number: index + 1, event: event, digest: Digest.hexadecimal(of: line), previous: previous))
      } catch { throw LineError(line: index + 1, reason: error) }
    }
    return read
  }

  /// The lines that do not follow the one before as it stands there, by their numbers.
  public static func gaps(in lines: [Line]) -> [Int] {
    zip(lines, [nil] + lines.map(\.digest)).filter { $0.previous != $1 }.map(\.0.number)
  }

  /// The lines that can be read, and the numbers, from 1, of those that cannot.
  public static func salvage(
    _ bytes: some Collection<UInt8>, with reader: borrowing JSONReader
  ) -> (kept: [UInt8], broken: [Int]) {
    var kept: [UInt8] = []
    var broken: [Int] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if (try? event(line, with: reader)) == nil {
        broken.append(index + 1)
      } else {
        kept += line + [UInt8(ascii: "\n")]
      }
    }
    return (kept, broken)
  }

  /// One line, with its newline.
  ///
  /// - Parameter previous: the digest of the line before; nil for the first.
  public static func encode(_ event: RoundEvent, after previous: String? = nil) -> [UInt8] {
    var shape = Shape(at: event.at.rfc3339, event: "", previous: previous)
    switch event.kind {
    case .opened: shape.event = Word.opened.rawValue
    case .extended(let deadline, let reason):
      shape.event = Word.extended.rawValue
      shape.deadline = deadline.iso
      shape.reason = reason
    case .closed(let box):
      shape.event = Word.closed.rawValue
      shape.digest = box
    case .reopened(let reason):
      shape.event = Word.reopened.rawValue
      shape.reason = reason
    case .codeIssued(let respondent):
      shape.event = Word.codeIssued.rawValue
      shape.respondent = respondent.rawValue
    case .wrongCodes(let count):
      shape.event = Word.wrongCodes.rawValue
      shape.count = count
    case .received(let forms):
      shape.event = Word.received.rawValue
      shape.count = forms
    case .withdrawn(let respondent):
      shape.event = Word.withdrawn.rawValue
      shape.respondent = respondent.rawValue
    case .repaired(let file, let kept, let lost):
      shape.event = Word.repaired.rawValue
      shape.file = file
      shape.kept = kept
      shape.lost = lost.isEmpty ? nil : lost.map { Lost(audience: $0.audience.rawValue, number: $0.number) }
    case .edition(let edition, let digest):
      shape.event = Word.edition.rawValue
      shape.audience = edition.audience.rawValue
      shape.number = edition.number
      shape.digest = digest
      shape.reason = edition.reason
      shape.recalled = edition.recalled.isEmpty ? nil : edition.recalled
      shape.program = edition.program
    case .accompanied(let digest, let audience):
      shape.event = Word.accompanied.rawValue
      // Logs tell of the office without a word.
      shape.audience = audience == .office ? nil : audience.rawValue
      shape.digest = digest
    case .purged: shape.event = Word.purged.rawValue
    }
    return JSONWriter.line(shape)
  }

  private static func event(_ line: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> (event: RoundEvent, previous: String?)
  {
    try reader.read(line) { root throws(DocumentError) in
      let object = try root.object(
        [
          "at", "event", "previous", "deadline", "reason", "respondent", "count", "audience", "number", "digest",
          "file",
          "kept", "lost", "recalled", "program",
        ], format: name)
      return (try event(object), try object.string(ifAny: "previous"))
    }
  }

  private static func event(_ object: JSONObject) throws(DocumentError) -> RoundEvent {
    let at = try object.required("at").timestamp()
    switch try object.required("event").word(Word.self) {
    case .opened: return RoundEvent(.opened, at: at)
    case .closed: return RoundEvent(.closed(box: try object.required("digest").string()), at: at)
    case .reopened: return RoundEvent(.reopened(reason: try object.required("reason").string()), at: at)
    case .codeIssued:
      return RoundEvent(
        .codeIssued(to: try object.required("respondent").identifier(RespondentID.self)), at: at)
    case .wrongCodes: return RoundEvent(.wrongCodes(try object.required("count").integer(from: 1)), at: at)
    case .received: return RoundEvent(.received(forms: try object.required("count").integer(from: 1)), at: at)
    case .withdrawn:
      return RoundEvent(.withdrawn(try object.required("respondent").identifier(RespondentID.self)), at: at)
    case .repaired:
      return RoundEvent(
        .repaired(
          file: try object.required("file").string(), kept: try object.required("kept").string(),
          lost: try object.optional("lost").read(lost) ?? []), at: at)
    case .edition:
      let edition = Edition(
        to: try object.required("audience").word(Audience.self),
        number: try object.required("number").integer(from: 1), reason: try object.string(ifAny: "reason"),
        recalled: try object.optional("recalled").read { list throws(DocumentError) in
          try list.list { number throws(DocumentError) in try number.integer(from: 1) }
        } ?? [], program: try object.required("program").string())
      return RoundEvent(.edition(edition, digest: try object.required("digest").string()), at: at)
    case .extended:
      let deadline = try object.required("deadline").day()
      return RoundEvent(.extended(deadline: deadline, reason: try object.required("reason").string()), at: at)
    case .accompanied:
      let audience = try object.optional("audience").read { word throws(DocumentError) in
        try word.word(Audience.self)
      }
      return RoundEvent(
        .accompanied(digest: try object.required("digest").string(), to: audience ?? .office), at: at)
    case .purged: return RoundEvent(.purged, at: at)
    }
  }

  private static func lost(_ value: JSONValue) throws(DocumentError) -> [Edition] {
    try value.list { entry throws(DocumentError) in
      let object = try entry.object(["audience", "number"])
      return Edition(
        to: try object.required("audience").word(Audience.self), number: try object.required("number").integer(from: 1))
    }
  }

  private enum Word: String, CaseIterable {
    case opened, extended, closed, reopened, codeIssued, wrongCodes, received, withdrawn, repaired, edition,
      accompanied, purged
  }

  private struct Shape: Encodable {
    var format = RoundLogFormat.name
    var at: String
    var event: String
    var previous: String?
    var deadline: String?
    var reason: String?
    var respondent: String?
    var count: Int?
    var audience: String?
    var number: Int?
    var digest: String?
    var file: String?
    var kept: String?
    var lost: [Lost]?
    var recalled: [Int]?
    var program: String?
  }

  private struct Lost: Encodable {
    var audience: String
    var number: Int
  }
}
