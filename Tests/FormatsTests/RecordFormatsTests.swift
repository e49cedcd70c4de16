import Formats
import Inspection
import Testing

@Suite("The round's small JSON files") struct RecordFormatsTests {
  @Test func `A submission says nothing of the answers`() throws {
    let submission = Submission(
      respondent: "m01", role: .member, receipt: "012345", day: Samples.day("2026-11-20"),
      entry: Draft.Entry(mode: .assisted, by: "s01"), consent: true)
    let bytes = SubmissionFormat.line(of: submission).bytes
    #expect(try withReader { try SubmissionFormat.decode(bytes, with: $0) } == submission)
    let keys = String(decoding: bytes, as: UTF8.self).split(separator: "\"").filter { $0.allSatisfy(\.isLetter) }
    #expect(
      Set(keys).isSubset(of: [
        "digest", "format", "respondent", "role", "receipt", "day", "entry", "consent", "mode", "by", "assisted",
        "member",
      ]))
  }

  @Test(arguments: ["12345", "1234567", "12345a", "１２３４５６"])
  func `A receipt has six digits`(_ receipt: String) throws {
    let text = """
      {"format": "tenken.submission/1", "respondent": "m01", "role": "member", "receipt": "\(receipt)",
       "day": "2026-11-20", "entry": {"mode": "self"}}
      """
    let fault = try jsonFault(text) { bytes, reader throws(DocumentError) in
      try SubmissionFormat.decode(bytes, with: reader)
    }
    #expect(fault == Fault(.malformedID(receipt), at: DocumentPath().key("receipt")))
  }

  @Test func `An opinion is a number of its own and text, and nothing else`() throws {
    let number = try #require(CheckedNumber(payload: "12345678901"))
    let opinion = Opinion(number: number, text: "研修を\n\u{1B}[2J増やして=HYPERLINK(\"x\")")
    #expect(try withReader { try OpinionFormat.decode(OpinionFormat.line(of: opinion).bytes, with: $0) } == opinion)
    let more = """
      {"format": "tenken.opinion/1", "number": "\(number.digits)", "text": "a", "item": "M-PHY-01"}
      """
    let fault = try jsonFault(more) { bytes, reader throws(DocumentError) in
      try OpinionFormat.decode(bytes, with: reader)
    }
    #expect(fault == Fault(.unknownKey, at: DocumentPath().key("item")))
  }

  @Test func `Codes are read back the same`() throws {
    let codes = [CodeEntry(number: "001", respondent: "m01", hash: "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA")]
    let bytes = CodesFormat.encode(codes)
    #expect(try withReader { try CodesFormat.decode(bytes, with: $0) } == codes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("\\/"))
  }

  @Test func `The log holds one event a line`() throws {
    let at = try #require(Timestamp(rfc3339: "2026-11-01T09:00:00+09:00"))
    let events: [RoundEvent] = [
      RoundEvent(.opened, at: at),
      RoundEvent(.extended(deadline: Samples.day("2026-12-01"), reason: "端末の\n故障"), at: at),
      RoundEvent(.codeIssued(to: "m02"), at: at), RoundEvent(.wrongCodes(3), at: at),
      RoundEvent(.closed(box: "00ff"), at: at),
      RoundEvent(.reopened(reason: "誤って\n締めた"), at: at), RoundEvent(.withdrawn("m03"), at: at),
      RoundEvent(.received(forms: 47), at: at),
      RoundEvent(.repaired(file: "box.ndjson", kept: "box.ndjson.before-repair-1"), at: at),
      RoundEvent(.edition(Edition(to: .office, number: 1), digest: "00ff"), at: at),
      RoundEvent(.edition(Edition(to: .everyone, number: 2, reason: "名簿の\n誤り"), digest: "00ff"), at: at),
      RoundEvent(
        .edition(Edition(to: .office, number: 2, reason: "誤り", recalled: [1], program: "0.0.9"), digest: "00ff"), at: at
      ),
      RoundEvent(
        .repaired(
          file: "round.log", kept: "round.log.before-repair-1",
          lost: [Edition(to: .office, number: 1), Edition(to: .everyone, number: 1)]), at: at),
      RoundEvent(.accompanied(digest: "00ff"), at: at),
      RoundEvent(.accompanied(digest: "00ff", to: .everyone), at: at), RoundEvent(.purged, at: at),
    ]
    let lines = events.map { RoundLogFormat.encode($0) }
    #expect(lines.allSatisfy { $0.filter { $0 == 0x0A }.count == 1 && $0.last == 0x0A })
    #expect(
      String(decoding: lines[0], as: UTF8.self)
        == "{\"at\":\"2026-11-01T09:00:00+09:00\",\"event\":\"opened\",\"format\":\"tenken.event/1\"}\n")
    // Of wrong codes the number, and nobody.
    #expect(
      String(decoding: lines[3], as: UTF8.self)
        == "{\"at\":\"2026-11-01T09:00:00+09:00\",\"count\":3,\"event\":\"wrongCodes\",\"format\":\"tenken.event/1\"}\n"
    )
    #expect(try withReader { try RoundLogFormat.decode(lines.flatMap { $0 }, with: $0) }.map(\.event) == events)
  }

  /// docs/formats.md: each line but the first holds the digest of the one before.
  @Test(arguments: [
    ([0, 1, 2, 3], []), ([0, 2, 3], [2]), ([1, 2, 3], [1]), ([0, 1], []), ([0, 2, 1, 3], [2, 3, 4]),
  ])
  func `A line that was taken out or moved is missed by the one behind it`(_ places: [Int], _ gaps: [Int]) throws {
    let at = try #require(Timestamp(rfc3339: "2026-11-01T09:00:00+09:00"))
    var lines: [[UInt8]] = []
    for number in 1...4 {
      let previous = lines.last.map { Digest.hexadecimal(of: $0.dropLast()) }
      lines.append(RoundLogFormat.encode(RoundEvent(.wrongCodes(number), at: at), after: previous))
    }
    let read = try withReader { try RoundLogFormat.decode(places.flatMap { lines[$0] }, with: $0) }
    #expect(RoundLogFormat.gaps(in: read) == gaps)
  }

  @Test func `A bad line of the log is named by its number also behind blank lines`() throws {
    let good = "{\"format\": \"tenken.event/1\", \"at\": \"2026-11-01T09:00:00+09:00\", \"event\": \"opened\"}\n"
    let bad = "{\"format\": \"tenken.event/1\", \"at\": \"2026-11-01T09:00:00+09:00\", \"event\": \"extended\"}\n"
    let line = try withReader { reader -> Int? in
      do throws(RoundLogFormat.LineError) {
        _ = try RoundLogFormat.decode(Array((good + "\n" + bad).utf8), with: reader)
        return nil
      } catch { return error.line }
    }
    #expect(line == 3)
  }
}
