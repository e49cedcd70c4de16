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
  case notUTF8
  /// The first fault of syntax; `problem` is the parser's own English.
  case syntax(at: TextPosition?, problem: String)
  case duplicateKeys([String], at: TextPosition)
  /// More nodes than any of our files needs, as aliases of aliases make.
  case tooLarge
  /// All faults of meaning, in the order of the file.
  case faults([LocatedFault])
}

/// A parsed YAML file that knows where each value stands.
struct YAMLDocument {
  let root: Node

  /// More than ten times the largest checklist; a bomb of aliases is refused before it is walked.
  private static let nodeLimit = 100_000

  init(_ bytes: some Collection<UInt8>) throws(YAMLError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    root = try Self.parse(text)
    var count = 0
    guard Self.isWithinLimit(root, &count) else { throw .tooLarge }
  }

  private static func parse(_ text: String) throws(YAMLError) -> Node {
    do {
      return try Yams.compose(yaml: text) ?? Node("")
    } catch let error as YamlError {
      throw refusal(error)
    } catch {
      throw .syntax(at: nil, problem: String(describing: error))
    }
  }

  private static func refusal(_ error: YamlError) -> YAMLError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .syntax(at: TextPosition(mark), problem: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      .duplicateKeys(keys, at: TextPosition(context.mark))
    default: .syntax(at: nil, problem: String(describing: error))
    }
  }

  private static func isWithinLimit(_ node: Node, _ count: inout Int) -> Bool {
    count += 1
    guard count <= nodeLimit else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let list): return list.allSatisfy { isWithinLimit($0, &count) }
    case .mapping(let pairs):
      return pairs.allSatisfy { isWithinLimit($0.key, &count) && isWithinLimit($0.value, &count) }
    }
  }

  /// Where `path` stands: its key for a key that should not be there, else its value, else the nearest thing around it.
  func position(of fault: Fault) -> TextPosition {
    var node = root
    var mark = root.mark
    for (depth, step) in fault.path.steps.enumerated() {
      switch step {
      case .key(let name):
        guard let pair = node.mapping?.first(where: { $0.key.string == name }) else { return TextPosition(mark) }
        let isLast = depth == fault.path.steps.count - 1
        mark = isLast && fault.kind == .unknownKey ? pair.key.mark : pair.value.mark
        node = pair.value
      case .index(let index):
        guard let list = node.sequence, list.indices.contains(index) else { return TextPosition(mark) }
        node = list[index]
        mark = node.mark
      }
    }
    return TextPosition(mark)
  }

  /// Faults in the order of the file, each with its place.
  func located(_ faults: [Fault]) -> [LocatedFault] {
    faults.map { LocatedFault($0, at: position(of: $0)) }
      .enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
  }
}

extension TextPosition {
  init(_ mark: Mark?) { self.init(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1)) }
}
