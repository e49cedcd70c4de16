import Inspection

/// What a run of whole lines of a box holds; the runs of a file are read apart and put together in its order.
public struct BoxBlock<Part: BoxPart>: Sendable {
  /// A line's kind and key.
  private struct Key: Sendable {
    var kind: BoxLine.Kind
    var key: [UInt8]

    init(_ line: BoxLineView) { (kind, key) = (line.kind, Array(line.key)) }

    func precedes(_ other: Key) -> Bool {
      kind == other.kind ? key.lexicographicallyPrecedes(other.key) : kind.order < other.kind.order
    }
  }

  /// How many lines there are of any sort.
  public private(set) var count = 0
  public private(set) var part: Part
  /// Of the lines that `part` took.
  private(set) var taken = Box.Counts()
  /// The others, by their places in the run.
  private(set) var lines: [BoxLine] = []
  private(set) var damaged: [Box.Damaged] = []
  /// Whether each whole line stands behind the one before in the order of a box, so that none has another's key.
  public private(set) var isOrdered = true
  private var (first, last): (Key?, Key?) = (nil, nil)
  /// The content of the last line that states counts, and its place.
  private var statement: (content: [UInt8], place: Int)?

  private var keepsAll = false

  /// - Parameter part: takes what it can.
  public init(_ part: Part) { self.part = part }

  /// The same, of which `part` takes nothing.
  public var keepingAll: BoxBlock {
    var block = self
    block.keepsAll = true
    return block
  }

  /// Reads the lines of `bytes`, which may lack the last line's end.
  public mutating func read(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    var previous: BoxLineView?
    while !rest.isEmpty {
      let end = rest.first("\n") ?? rest.count
      let line = read(line: UnsafeRawBufferPointer(rebasing: rest[..<end]))
      if let line {
        if let previous, !previous.precedes(line) { isOrdered = false }
        if previous == nil { first = Key(line) }
        previous = line
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(end + 1))
    }
    last = previous.map(Key.init)
  }

  /// Gives what the order is held against; nil where it is no line of a kind that a box holds.
  private mutating func read(line bytes: UnsafeRawBufferPointer) -> BoxLineView? {
    count += 1
    guard let (content, digest) = BoxLine.content(of: bytes) else {
      damaged.append(Box.Damaged(place: count, bytes: Array(bytes)[...]))
      return nil
    }
    guard let line = BoxLineView(holding: content, of: digest) else {
      if content.starts(with: BoxFormat.statementHead) {
        statement = (Array(content), count)
      } else {
        damaged.append(
          Box.Damaged(place: count, bytes: Array(bytes)[...], format: BoxLine.format(of: Array(content)[...])))
      }
      return nil
    }
    if !keepsAll, part.take(line) {
      taken.count(line.kind)
    } else {
      lines.append(BoxLine(line, in: bytes, at: count))
    }
    return line
  }

  /// Adds the lines that stand behind these.
  public mutating func append(_ next: BoxBlock) {
    if let last, let first = next.first, !last.precedes(first) { isOrdered = false }
    isOrdered = isOrdered && next.isOrdered
    (first, last) = (first ?? next.first, next.last ?? last)
    if let found = next.statement { statement = (found.content, found.place + count) }
    lines += next.lines.map { $0.moved(by: count) }
    damaged += next.damaged.map { Box.Damaged(place: $0.place + count, bytes: $0.bytes, format: $0.format) }
    taken = taken + next.taken
    count += next.count
    part.append(next.part)
  }

  /// The content of the last line, where that states counts.
  var lastStatement: [UInt8]? { statement.flatMap { $0.place == count ? $0.content : nil } }

  /// The lines, whatever counts are stated.
  func box(of round: RoundID) -> Box { Box(of: round, lines: lines, damaged: damaged, taken: taken) }
}
