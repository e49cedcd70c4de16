public import Inspection
import Yams

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
  case duplicateKeys([String], at: TextPosition)
  /// An anchor or alias (`&name`, `*name`), which none of our files may hold.
  case alias(String, at: TextPosition)
  /// All faults of meaning, in the order of the file.
  case faults([LocatedFault])
}

/// A parsed YAML file that knows where each value stands.
struct YAMLDocument {
  let root: Node
  private let source: YAMLSource

  /// The whole file, comments included, without a byte order mark.
  var text: String { source.text }

  /// Refuses anchors and aliases: our files need none, and nested ones grow without bound.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    if bytes.count > Limits.yamlBytes {
      throw .faults([LocatedFault(Fault(.tooLarge, at: DocumentPath()), at: .start)])
    }
    source = try YAMLSource(bytes)
    if let alias = source.alias { throw .alias(alias.name, at: alias.position) }
    do {
      // No rule guesses types, for we read text; the parser lives on because nodes hold their anchors weakly.
      let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot() ?? Node("")
      if source.mayHoldAnchor, let (name, mark) = withExtendedLifetime(parser, { Self.anchor(in: root) }) {
        throw YAMLError.alias(name, at: TextPosition(mark))
      }
    } catch let error as YAMLError {
      throw error
    } catch {
      throw source.refusal(error)
    }
  }

  private static func anchor(in node: Node) -> (name: String, mark: Mark?)? {
    if let anchor = node.anchor { return (anchor.rawValue, node.mark) }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let list): return list.lazy.compactMap { anchor(in: $0) }.first
    case .mapping(let pairs): return pairs.lazy.compactMap { anchor(in: $0.key) ?? anchor(in: $0.value) }.first
    }
  }

  /// Faults in the order of the file, each with its place: its key for a key that should not be there, the character for
  /// one that should not, else its value, else the nearest thing around it.
  func located(_ faults: [Fault]) -> [LocatedFault] {
    var marks = FaultMarks(faults)
    marks.find(in: root)
    let inOrder = zip(faults, marks.marks).map { LocatedFault($0, at: TextPosition($1)) }.inOrderOfFile
    // To look for a character takes a look at the text, and of a thousand faults only the first are told.
    let (first, rest) = (inOrder.prefix(Self.looked), inOrder.dropFirst(Self.looked))
    return (first.map { LocatedFault($0.fault, at: source.position(of: $0) ?? $0.position) } + rest).inOrderOfFile
  }

  private static let looked = 100
}

/// The marks of faults in a tree of nodes, found in one walk: a mapping searched for each fault takes the square of them.
private struct FaultMarks {
  let faults: [Fault]
  private(set) var marks: [Mark?]

  init(_ faults: [Fault]) {
    self.faults = faults
    marks = Array(repeating: nil, count: faults.count)
  }

  mutating func find(in root: Node) { find(Array(faults.indices), at: 0, in: root) }

  /// - Parameters:
  ///   - group: the faults whose paths lead through the node.
  ///   - depth: how many of their steps do.
  private mutating func find(_ group: [Int], at depth: Int, in node: Node) {
    var beyond: [DocumentPath.Step: [Int]] = [:]
    for index in group {
      marks[index] = node.mark
      let steps = faults[index].path.steps
      if depth < steps.count { beyond[steps[depth], default: []].append(index) }
    }
    guard !beyond.isEmpty else { return }
    switch node {
    case .mapping(let pairs):
      for (key, value) in pairs {
        guard let group = beyond.removeValue(forKey: .key(key.string ?? "")) else { continue }
        find(group, at: depth + 1, in: value)
        for index in group where faults[index].kind == .unknownKey && faults[index].path.steps.count == depth + 1 {
          marks[index] = key.mark
        }
      }
    case .sequence(let list):
      for (index, element) in list.enumerated() {
        if let group = beyond.removeValue(forKey: .index(index)) { find(group, at: depth + 1, in: element) }
      }
    case .scalar, .alias: break
    }
  }
}

extension [LocatedFault] {
  fileprivate var inOrderOfFile: Self {
    enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
  }
}

extension TextPosition {
  fileprivate static let start = TextPosition(line: 1, column: 1)

  init(_ mark: Mark?) { self.init(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1)) }
}
