public import Inspection

/// A place in a text file; both numbers from 1, columns counted in Unicode scalars.
public struct TextPosition: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A fault of meaning with its place in the file.
public struct LocatedFault: Equatable, Sendable {
  public var fault: Fault
  public var position: TextPosition

  public init(_ fault: Fault, at position: TextPosition) { (self.fault, self.position) = (fault, position) }
}

/// Why a YAML file was refused.
public enum YAMLError: Error, Equatable, Sendable {
  /// The line, from 1, of the first byte that is part of no character.
  case notUTF8(line: Int)
  /// The first fault of syntax; `problem` is the parser's own English.
  case syntax(at: TextPosition?, problem: String)
  /// A key that stands in its mapping already, where it stands again.
  case duplicateKey(String, at: TextPosition)
  /// An anchor or alias (`&name`, `*name`), which none of our files may hold.
  case alias(String, at: TextPosition)
  /// All faults of meaning, in the order of the file.
  case faults([LocatedFault])
}

/// A parsed YAML file that knows where each value stands.
struct YAMLDocument {
  let root: YAMLNode
  private let source: YAMLSource

  /// The whole file, comments included, without a byte order mark.
  var text: String { source.text }

  /// Refuses anchors and aliases: our files need none, and nested ones grow without bound.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    if bytes.count > Limits.yamlBytes {
      throw .faults([LocatedFault(Fault(.tooLarge, at: DocumentPath()), at: TextPosition(line: 1, column: 1))])
    }
    source = try YAMLSource(bytes)
    root = try YAMLNode.document(in: source.text)
  }

  /// Faults in the order of the file, each with its place: its key for a key that should not be there, the character for
  /// one that should not, else its value, else the nearest thing around it.
  func located(_ faults: [Fault]) -> [LocatedFault] {
    var places = FaultPlaces(faults, in: root)
    places.find()
    let inOrder = zip(faults, places.positions).map { LocatedFault($0, at: $1) }.inOrderOfFile
    // To look for a character takes a look at the text, and of a thousand faults only the first are told.
    let (first, rest) = (inOrder.prefix(Self.looked), inOrder.dropFirst(Self.looked))
    let lines = source.lines
    return (first.map { LocatedFault($0.fault, at: YAMLSource.position(of: $0, in: lines) ?? $0.position) } + rest)
      .inOrderOfFile
  }

  private static let looked = 100
}

/// The places of faults in a tree of nodes, found in one walk: a mapping searched for each fault takes the square of them.
private struct FaultPlaces {
  let faults: [Fault]
  let root: YAMLNode
  private(set) var positions: [TextPosition]

  init(_ faults: [Fault], in root: YAMLNode) {
    (self.faults, self.root) = (faults, root)
    positions = Array(repeating: root.position, count: faults.count)
  }

  mutating func find() { find(Array(faults.indices), at: 0, in: root) }

  /// - Parameters:
  ///   - group: the faults whose paths lead through the node.
  ///   - depth: how many of their steps do.
  private mutating func find(_ group: [Int], at depth: Int, in node: YAMLNode) {
    var beyond: [DocumentPath.Step: [Int]] = [:]
    for index in group {
      positions[index] = node.position
      let steps = faults[index].path.steps
      if depth < steps.count { beyond[steps[depth], default: []].append(index) }
    }
    guard !beyond.isEmpty else { return }
    switch node.content {
    case .mapping(let pairs):
      for (key, value) in pairs {
        guard let group = beyond.removeValue(forKey: .key(key.text)) else { continue }
        find(group, at: depth + 1, in: value)
        for index in group where faults[index].kind == .unknownKey && faults[index].path.steps.count == depth + 1 {
          positions[index] = key.position
        }
      }
    case .sequence(let list):
      for (index, element) in list.enumerated() {
        if let group = beyond.removeValue(forKey: .index(index)) { find(group, at: depth + 1, in: element) }
      }
    case .scalar: break
    }
  }
}

extension [LocatedFault] {
  fileprivate var inOrderOfFile: Self {
    enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
  }
}
