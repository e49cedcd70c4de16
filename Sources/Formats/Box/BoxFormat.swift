public import Inspection

/// Why the bytes are no box that may be counted or added to.
public enum BoxError: Error, Equatable, Sendable {
  /// The last line, which states the counts, is missing or damaged.
  case noCounts
  /// Lines have come or gone since the counts were written.
  case counts(stated: Box.Counts, found: Box.Counts)
  /// The last line names another round.
  case otherRound(RoundID)
  /// The last line is of a version that this program does not know.
  case unsupported(format: String)
}

/// `box.ndjson`: the lines of a box and, last, a line `tenken.box/1` with their counts.
public enum BoxFormat {
  public static let name = "tenken.box/1"

  /// Takes the file apart, checking each line's digest and the counts, and parsing nothing else.
  public static func decode(
    _ bytes: [UInt8], of round: RoundID, with reader: borrowing JSONReader
  ) throws(BoxError) -> Box {
    guard endsWithStatement(bytes[...]) else { throw .noCounts }
    return try box(of: round, in: block(bytes), with: reader)
  }

  /// The box that was read in blocks, all of them appended to the first.
  public static func box(
    of round: RoundID, in blocks: BoxBlock<some BoxPart>, with reader: borrowing JSONReader
  ) throws(BoxError) -> Box {
    guard let last = blocks.lastStatement else { throw .noCounts }
    // Before the counts are read: a later version may state them otherwise.
    let format = BoxLine.format(of: last[...]) ?? ""
    guard format == name else { throw .unsupported(format: format) }
    guard let statement = try? statement(in: last[...], with: reader) else { throw .noCounts }
    guard statement.round == round else { throw .otherRound(statement.round) }
    let box = blocks.box(of: round)
    guard box.counts.fit(statement.counts) else { throw .counts(stated: statement.counts, found: box.counts) }
    return box
  }

  /// What can be had of a file whose counts do not fit: every line but those that state counts.
  public static func salvage(_ bytes: [UInt8], of round: RoundID) -> Box { block(bytes).box(of: round) }

  /// The whole file; equal boxes give equal bytes.
  public static func encode(_ box: Box) -> [UInt8] {
    precondition(box.taken.total == 0, "a box that was only counted is not to be written")
    var bytes: [UInt8] = []
    for line in box.lines { bytes += line.bytes + newline }
    for line in box.damaged { bytes += line.bytes + newline }
    return bytes + countsLine(of: box) + newline
  }

  private static let newline = [UInt8(ascii: "\n")]

  // MARK: Lines

  private static func block(_ bytes: [UInt8]) -> BoxBlock<KeptLines> {
    var block = BoxBlock(KeptLines())
    bytes.withUnsafeBytes { block.read($0) }
    return block
  }

  /// Whether a file ends as a box does: a look at its end, `longestStatement` bytes of it, so that a huge file that is no
  /// box is refused without being taken apart.
  public static func endsWithStatement(_ bytes: ArraySlice<UInt8>) -> Bool {
    var end = bytes.suffix(longestStatement)
    if end.last == UInt8(ascii: "\n") { end.removeLast() }
    let start = end.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end.startIndex
    return BoxLine.content(of: end[start...])?.starts(with: statementHead) == true
  }

  /// In bytes; a round's id is a file's name, of 255 bytes at most.
  public static let longestStatement = 4096

  // MARK: Counts

  static let statementHead = BoxLine.formatHead + Array("tenken.box/".utf8)

  private struct Fields: Encodable {
    var damaged: Int
    var opinions: Int
    var round: String
    var sheets: Int
    var submissions: Int
  }

  private static func countsLine(of box: Box) -> [UInt8] {
    let counts = box.counts
    let fields = Fields(
      damaged: counts.damaged, opinions: counts.opinions, round: box.round.rawValue, sheets: counts.sheets,
      submissions: counts.submissions)
    return BoxLine.sealed(Array("\"format\":\"\(name)\",".utf8) + JSONWriter.line(fields).dropFirst().dropLast())
  }

  private static func statement(
    in content: ArraySlice<UInt8>, with reader: borrowing JSONReader
  ) throws(DocumentError) -> (round: RoundID, counts: Box.Counts) {
    try reader.read([UInt8(ascii: "{")] + content) { root throws(DocumentError) in
      let object = try root.object(["format", "round", "submissions", "sheets", "opinions", "damaged"])
      return (
        try object.required("round").identifier(RoundID.self),
        Box.Counts(
          submissions: try object.required("submissions").integer(from: 0),
          sheets: try object.required("sheets").integer(from: 0),
          opinions: try object.required("opinions").integer(from: 0),
          damaged: try object.required("damaged").integer(from: 0))
      )
    }
  }
}

extension Box.Counts {
  /// Whether these lines can be those that were stated, some of them damaged since.
  fileprivate func fit(_ stated: Box.Counts) -> Bool {
    total == stated.total && submissions <= stated.submissions && sheets <= stated.sheets
      && opinions <= stated.opinions
  }
}
