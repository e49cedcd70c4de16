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

  /// Where a fault stands: its key for a key that should not be there, the character for one that should not, else its
  /// value, else the nearest thing around it.
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
    let position = TextPosition(mark)
    switch fault.kind {
    case .outsideCP932(let character): return source.position(of: character, from: position) ?? position
    case .controlCharacter(let scalar): return source.position(of: Character(scalar), from: position) ?? position
    default: return position
    }
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
