import Formats
import Inspection
import Testing

/// Lines of boxes. Their digests were computed with Python's hashlib (BLAKE2b, 32 bytes), which shares nothing with the product.
enum BoxSamples {
  static let empty = """
    {"digest":"4f68b772cb8b9a621a1cbd2a667efb2a0f6ab9db6880dbeac2505a88f462578e","format":"tenken.box/1","damaged":0,"opinions":0,"round":"r8-1","sheets":0,"submissions":0}

    """
  static let opinion = """
    {"digest":"29539e6020535b4ad8067c1da7144a123d425e395de8e1fa1c523eaa1c385b1f","format":"tenken.opinion/1","number":"000000000019","text":"研修を"}

    """
  static let oneOpinion = """
    {"digest":"22a4eb2fbb45870b36e84f400cced33a8c6fb62da7e84ac463ebceff81f4a2da","format":"tenken.box/1","damaged":0,"opinions":1,"round":"r8-1","sheets":0,"submissions":0}

    """
}

@Suite("The box") struct BoxTests {
  private func read(_ text: String, of round: RoundID = "r8-1") throws -> Box {
    try withReader { try BoxFormat.decode(Array(text.utf8), of: round, with: $0) }
  }

  private func error(_ text: String, of round: RoundID = "r8-1") throws -> BoxError? {
    do {
      _ = try read(text, of: round)
      return nil
    } catch let error as BoxError { return error }
  }

  private func text(of box: Box) -> String { String(decoding: BoxFormat.encode(box), as: UTF8.self) }

  private func number(_ payload: String) throws -> CheckedNumber { try #require(CheckedNumber(payload: payload)) }

  private func opinion(_ payload: String, _ text: String = "研修を") throws -> BoxLine {
    OpinionFormat.line(of: Opinion(number: try number(payload), text: text))
  }

  private func submission(_ id: RespondentID) throws -> BoxLine {
    SubmissionFormat.line(
      of: Submission(
        respondent: id, role: .member, receipt: "123456", day: try #require(CalendarDay(iso: "2026-11-02")),
        entry: Draft.Entry(mode: .me), consent: nil))
  }

  // MARK: Writing

  @Test func `An empty box is one line of counts`() { #expect(text(of: Box(of: "r8-1")) == BoxSamples.empty) }

  @Test func `A line begins with the digest of what follows it`() throws {
    var box = Box(of: "r8-1")
    box.put(try opinion("00000000001"))
    #expect(text(of: box) == BoxSamples.opinion + BoxSamples.oneOpinion)
    #expect(
      String(decoding: try submission("m01").bytes, as: UTF8.self) == """
        {"digest":"d743c32df9ae4dafe213fa7cf6c8f463be050e66b7b94e8484545c582ffe0357","format":"tenken.submission/1",\
        "respondent":"m01","day":"2026-11-02","entry":{"mode":"self"},"receipt":"123456","role":"member"}
        """)
  }

  /// Whoever reads the file must not learn in which order people handed in.
  @Test func `The order of the lines does not tell the order of the hand ins`() throws {
    let lines = [
      try submission("m02"), try opinion("00000000007"), try submission("m01"), try opinion("00000000003"),
    ]
    var there = Box(of: "r8-1")
    var back = Box(of: "r8-1")
    lines.forEach { there.put($0) }
    lines.reversed().forEach { back.put($0) }
    #expect(text(of: there) == text(of: back))
    #expect(there.lines.map(\.kind) == [.submission, .submission, .opinion, .opinion])
    #expect(there.lines.map(\.name).prefix(2) == ["m01", "m02"])
  }

  @Test func `A line of the same key takes the old ones place`() throws {
    var box = Box(of: "r8-1")
    box.put(try opinion("00000000001", "初め"))
    box.put(try opinion("00000000001", "直した"))
    #expect(box.counts == Box.Counts(opinions: 1))
    #expect(text(of: box).contains("直した"))
    box.remove(.opinion, try number("00000000001").digits)
    #expect(text(of: box) == BoxSamples.empty)
  }

  // MARK: Reading

  @Test func `What is written is read back`() throws {
    var box = Box(of: "r8-1")
    box.put(try submission("m01"))
    box.put(try opinion("00000000001"))
    let again = try read(text(of: box))
    #expect(again.counts == Box.Counts(submissions: 1, opinions: 1))
    #expect(again.lines.map(\.place) == [1, 2])
    #expect(text(of: again) == text(of: box))
  }

  @Test(arguments: [("研修を", "研修を！"), ("\"digest\":\"29", "\"digest\":\"00"), ("opinion/1", "opinion/2"), ("{", "[")])
  func `A damaged line is kept to the byte and counted nowhere`(_ from: String, _ to: String) throws {
    let damaged = BoxSamples.opinion.replacing(from, with: to, maxReplacements: 1)
    #expect(damaged != BoxSamples.opinion)
    let box = try read(damaged + BoxSamples.oneOpinion)
    #expect(box.counts == Box.Counts(damaged: 1))
    #expect(box.damaged.map(\.place) == [1])
    var more = box
    more.put(try submission("m01"))
    let written = text(of: more)
    #expect(written.contains(damaged))
    #expect(try read(written).counts == Box.Counts(submissions: 1, damaged: 1))
  }

  /// One person would have two lines: the key is compared as it is written.
  @Test func `A line whose key is written with an escape is damaged`() throws {
    let content = #""format":"tenken.submission/1","respondent":"m\u00301","role":"member"}"#
    let box = BoxFormat.salvage(BoxLine.sealed(Array(content.utf8)), of: "r8-1")
    #expect(box.counts == Box.Counts(damaged: 1))
  }

  @Test func `A line that is gone or twice there is missed`() throws {
    #expect(try error(BoxSamples.oneOpinion) == .counts(stated: Box.Counts(opinions: 1), found: Box.Counts()))
    #expect(
      try error(BoxSamples.opinion + BoxSamples.opinion + BoxSamples.oneOpinion)
        == .counts(stated: Box.Counts(opinions: 1), found: Box.Counts(opinions: 2)))
    #expect(
      try error(BoxSamples.opinion + BoxSamples.empty) == .counts(stated: Box.Counts(), found: Box.Counts(opinions: 1)))
  }

  @Test(arguments: [
    "", "\n", BoxSamples.opinion, BoxSamples.opinion + String(BoxSamples.oneOpinion.dropLast(9)),
    BoxSamples.oneOpinion + BoxSamples.opinion,
  ])
  func `A file that does not end with its counts is no box`(_ text: String) throws {
    #expect(try error(text) == .noCounts)
  }

  /// What is cut off at its beginning is no statement.
  @Test(arguments: [(-1, true), (0, true), (1, false)])
  func `A file is known by a statement at its end of at most 4096 bytes`(more: Int, isKnown: Bool) {
    let head = Array(#""format":"tenken.box/1","round":""#.utf8)
    let room = BoxFormat.longestStatement - BoxLine.sealed(head + Array("\"}\n".utf8)).count
    let content = head + Array((String(repeating: "r", count: room + more) + "\"}").utf8)
    let file = Array("#\n".utf8) + BoxLine.sealed(content) + Array("\n".utf8)
    #expect(BoxFormat.endsWithStatement(file[...]) == isKnown)
  }

  /// Each behind the one before, by kind and then by key, and none twice.
  @Test func `The order of lines is seen wherever the file is cut into runs`() throws {
    let lines = try [submission("m01"), submission("m02"), opinion("00000000001")].map { Array($0.bytes + [0x0A]) }
    for places in (0..<27).map({ [$0 / 9, $0 / 3 % 3, $0 % 3] }) {
      for cut in 0...3 {
        let runs = [places[..<cut], places[cut...]].map { run in
          var block = BoxBlock(KeptLines())
          run.flatMap { lines[$0] }.withUnsafeBytes { block.read($0) }
          return block
        }
        var block = runs[0]
        block.append(runs[1])
        #expect(block.isOrdered == (places == [0, 1, 2]), "\(places) cut at \(cut)")
      }
    }
  }

  @Test func `The box of another round is refused`() throws {
    #expect(try error(BoxSamples.empty, of: "r9-1") == .otherRound("r8-1"))
  }

  @Test func `A last line without its line end is still whole`() throws {
    #expect(try read(String(BoxSamples.empty.dropLast())).counts == Box.Counts())
  }

  @Test func `A box without counts can be salvaged`() throws {
    let box = BoxFormat.salvage(Array((BoxSamples.opinion + "{\"half").utf8), of: "r8-1")
    #expect(box.counts == Box.Counts(opinions: 1, damaged: 1))
    #expect(try read(text(of: box)).counts == box.counts)
  }
}
