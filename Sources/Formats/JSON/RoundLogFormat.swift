public import Inspection

/// `round.log`: one `tenken.event/1` a line, in the order in which things were done.
public enum RoundLogFormat {
  public static let name = "tenken.event/1"

  /// A line that could not be read.
  public struct LineError: Error, Equatable, Sendable {
    /// From 1.
    public var line: Int
    public var reason: DocumentError
  }

  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(LineError)
    -> [RoundEvent]
  {
    var events: [RoundEvent] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do throws(DocumentError) {
        events.append(try event(line, with: reader))
      } catch { throw LineError(line: index + 1, reason: error) }
    }
    return events
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
  public static func encode(_ event: RoundEvent) -> [UInt8] {
    var shape = Shape(at: event.at.rfc3339, event: "")
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
    case .repaired(let file, let kept):
      shape.event = Word.repaired.rawValue
      shape.file = file
      shape.kept = kept
    case .edition(let edition, let digest):
      shape.event = Word.edition.rawValue
      shape.audience = edition.audience.rawValue
      shape.number = edition.number
      shape.digest = digest
      shape.reason = edition.reason
    }
    return JSONWriter.line(shape)
  }

  private static func event(_ line: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> RoundEvent
  {
    try reader.read(line) { root throws(DocumentError) in
      let object = try root.object(
        ["at", "event", "deadline", "reason", "respondent", "count", "audience", "number", "digest", "file", "kept"],
        format: name)
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
          .repaired(file: try object.required("file").string(), kept: try object.required("kept").string()), at: at)
      case .edition:
        let edition = Edition(
          to: try object.required("audience").word(Audience.self),
          number: try object.required("number").integer(from: 1), reason: try object.string(ifAny: "reason"))
        return RoundEvent(.edition(edition, digest: try object.required("digest").string()), at: at)
      case .extended:
        let deadline = try object.required("deadline").day()
        return RoundEvent(.extended(deadline: deadline, reason: try object.required("reason").string()), at: at)
      }
    }
  }

  private enum Word: String, CaseIterable {
    case opened, extended, closed, reopened, codeIssued, wrongCodes, received, withdrawn, repaired, edition
  }

  private struct Shape: Encodable {
    var format = RoundLogFormat.name
    var at: String
    var event: String
    var deadline: String?
    var reason: String?
    var respondent: String?
    var count: Int?
    var audience: String?
    var number: Int?
    var digest: String?
    var file: String?
    var kept: String?
  }
}
