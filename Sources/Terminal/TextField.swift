import TextLayout

/// A text being typed, and where the next character goes.
///
/// It is edited by `Character`, so a selector or mark is never parted from its base. What is typed is kept as it is,
/// except that controls and escapes do not get in.
public struct TextField: Hashable, Sendable {
  public private(set) var characters: [Character] = []
  /// The index before which the next character goes, 0...characters.count.
  public private(set) var insertion = 0
  /// Whether the text may hold line ends.
  public let isMultiline: Bool
  /// The most characters it takes; more are refused.
  public let limit: Int?
  /// The states before the last edits, newest last.
  private var past: [Moment] = []

  private struct Moment: Hashable, Sendable {
    var characters: [Character]
    var insertion: Int
  }

  /// How many edits can be taken back.
  private static let memory = 500

  public init(_ text: String = "", isMultiline: Bool = false, limit: Int? = nil) {
    self.isMultiline = isMultiline
    self.limit = limit
    insert(text)
    past = []
  }

  public var text: String { String(characters) }

  /// Puts a text in at the insertion point, as much of it as the limit allows.
  ///
  /// A line end becomes a space where the field has one line.
  public mutating func insert(_ text: String) {
    let room = limit.map { max($0 - characters.count, 0) } ?? Int.max
    let added = (isMultiline ? text.sanitizedLines : text.sanitized).prefix(room)
    guard !added.isEmpty else { return }
    remember()
    // Joined as text, for a mark that is typed after its base becomes one character with it. What stands before the base
    // stays as it is, so that a long text takes a key as fast as a short one.
    let base = max(insertion - 1, 0)
    let before = Array(String(characters[base..<insertion]) + added)
    characters.replaceSubrange(base..., with: Array(String(before) + String(characters[insertion...])))
    insertion = min(base + before.count, characters.count)
  }

  mutating func moveInsertion(to index: Int) { insertion = min(max(index, 0), characters.count) }

  /// Takes the last edit back; nothing where there is none.
  public mutating func undo() {
    guard let moment = past.popLast() else { return }
    (characters, insertion) = (moment.characters, moment.insertion)
  }

  private mutating func remember() {
    past.append(Moment(characters: characters, insertion: insertion))
    if past.count > Self.memory { past.removeFirst() }
  }

  mutating func remove(_ range: Range<Int>) {
    remember()
    characters.removeSubrange(range)
    characters = Array(String(characters))
    insertion = min(range.lowerBound, characters.count)
  }
}
