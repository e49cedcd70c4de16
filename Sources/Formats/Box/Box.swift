public import Inspection

/// All that was handed in to one round, a line each (`box.ndjson`, docs/formats.md).
///
/// The lines stand in the order of their kind and key and never in that of the hand-ins, so that neither order nor place
/// leads from a person to a sheet. A line whose digest does not fit is kept byte for byte, after the others, and counted
/// nowhere. The last line states how many lines of each kind there are, so that a line that is gone is missed.
public struct Box: Equatable, Sendable {
  /// How many lines there are.
  public struct Counts: Equatable, Sendable {
    public var submissions: Int
    public var sheets: Int
    public var opinions: Int
    /// Lines that were kept though they are damaged.
    public var damaged: Int

    public init(submissions: Int = 0, sheets: Int = 0, opinions: Int = 0, damaged: Int = 0) {
      (self.submissions, self.sheets, self.opinions, self.damaged) = (submissions, sheets, opinions, damaged)
    }

    public var total: Int { submissions + sheets + opinions + damaged }

    /// Counts a whole line.
    mutating func count(_ kind: BoxLine.Kind) {
      switch kind {
      case .submission: submissions += 1
      case .sheet: sheets += 1
      case .opinion: opinions += 1
      }
    }

    static func + (a: Counts, b: Counts) -> Counts {
      Counts(
        submissions: a.submissions + b.submissions, sheets: a.sheets + b.sheets, opinions: a.opinions + b.opinions,
        damaged: a.damaged + b.damaged)
    }
  }

  /// A line that is carried on and not counted.
  public struct Damaged: Equatable, Sendable {
    /// The line's number in the file it was read from, from 1.
    public var place: Int
    public var bytes: ArraySlice<UInt8>
    /// What it says it is, where its digest fits and only its format is unknown.
    public var format: String?
  }

  public let round: RoundID
  /// By kind and key, each key once, except where a file held it twice.
  public internal(set) var lines: [BoxLine]
  public internal(set) var damaged: [Damaged]
  /// Lines that were counted while they were read and are not among these.
  let taken: Counts

  /// An empty box, as a new round has.
  public init(of round: RoundID) { (self.round, lines, damaged, taken) = (round, [], [], Counts()) }

  init(of round: RoundID, lines: [BoxLine], damaged: [Damaged], taken: Counts) {
    (self.round, self.taken) = (round, taken)
    self.lines = lines.sorted(by: Self.precedes)
    self.damaged = damaged
  }

  public var counts: Counts {
    var counts = taken + Counts(damaged: damaged.count)
    for line in lines { counts.count(line.kind) }
    return counts
  }

  // MARK: What is in it

  /// The line of a kind with that key; nil where there is none.
  public func line(_ kind: BoxLine.Kind, _ key: String) -> BoxLine? {
    let key = Array(key.utf8)
    return lines.first { $0.kind == kind && $0.key == key }
  }

  /// Who has a submission in it.
  public var submitted: Set<RespondentID> { Set(lines(of: .submission).map { RespondentID($0.name) }) }

  /// How often a person has replaced the sheet that was handed in; nil without a submission that can be read.
  public func timesReplaced(_ person: RespondentID) -> Int? {
    guard let line = line(.submission, person.rawValue), let reader = JSONReader() else { return nil }
    return try? SubmissionFormat.decode(line.bytes, with: reader).timesReplaced
  }

  /// The lines of a kind, in the order of the box.
  public func lines(of kind: BoxLine.Kind) -> [BoxLine] { lines.filter { $0.kind == kind } }

  // MARK: What is done to it

  /// Adds a line beside those that are there, also one of the same key: only for boxes that are made up.
  public mutating func add(_ line: BoxLine) {
    lines.insert(line, at: lines.firstIndex { Self.precedes(line, $0) } ?? lines.endIndex)
  }

  /// Adds a line that cannot be read: only for boxes that are made up.
  public mutating func addDamaged(_ bytes: [UInt8]) { damaged.append(Damaged(place: 0, bytes: bytes[...])) }

  /// Puts a line in its place, instead of the one with the same key if there is one.
  public mutating func put(_ line: BoxLine) {
    lines.removeAll { $0.kind == line.kind && $0.key == line.key }
    add(line)
  }

  /// Takes the line of a kind with that key out; nothing where there is none.
  public mutating func remove(_ kind: BoxLine.Kind, _ key: String) {
    let key = Array(key.utf8)
    lines.removeAll { $0.kind == kind && $0.key == key }
  }

  private static func precedes(_ a: BoxLine, _ b: BoxLine) -> Bool {
    if a.kind != b.kind { return a.kind.order < b.kind.order }
    return a.key.lexicographicallyPrecedes(b.key)
  }
}

extension BoxLine.Kind {
  var order: Int {
    switch self {
    case .submission: 0
    case .sheet: 1
    case .opinion: 2
    }
  }
}
