import CXML

/// Whose name it is, of those that are told apart in a workbook (ECMA-376-1 transitional and strict, ECMA-376-2).
enum XMLNamespace: Equatable {
  /// Of attributes without a prefix, and of elements where none is declared.
  case none
  case spreadsheet
  /// Of the relationships themselves.
  case relationships
  /// Of the attributes that name a relationship.
  case references
  case other

  init(uri: String) {
    self =
      switch uri {
      case "": .none
      case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main":
        .spreadsheet
      case "http://schemas.openxmlformats.org/package/2006/relationships": .relationships
      case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships":
        .references
      default: .other
      }
  }
}

/// The name of an element.
struct XMLName: Equatable {
  let namespace: XMLNamespace
  let local: String
}

/// The attributes of an element; looked up one by one, for most are never asked for.
struct XMLAttributes {
  fileprivate let written: WrittenAttributes
  fileprivate let scopes: XMLScopes

  /// The value of the attribute of that name without a prefix.
  subscript(_ name: String) -> String? {
    for (written, value) in written where String(cString: written) == name { return String(cString: value) }
    return nil
  }

  /// The value of the attribute of that name in a namespace.
  subscript(_ name: String, in namespace: XMLNamespace) -> String? {
    for (written, value) in written {
      let (prefix, local) = XMLScopes.parted(written)
      if local == name, !prefix.isEmpty, scopes.namespace(of: prefix) == namespace { return String(cString: value) }
    }
    return nil
  }
}

/// Names and values as expat gives them.
private struct WrittenAttributes: Sequence, IteratorProtocol {
  private var place: UnsafePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafePointer<UnsafePointer<CChar>?>?) { place = list }

  mutating func next() -> (name: UnsafePointer<CChar>, value: UnsafePointer<CChar>)? {
    guard let here = place, let name = here[0], let value = here[1] else { return nil }
    place = here + 2
    return (name, value)
  }
}

/// Which prefix stands for which namespace here (Namespaces in XML 1.0, 6).
///
/// expat would do it at the cost of a namespace's whole name for each attribute, which hostile XML makes a megabyte.
private struct XMLScopes {
  private var bindings: [(prefix: String, namespace: XMLNamespace, depth: Int)] = []
  private var depth = 0

  /// Office programs declare about ten on the root.
  private static let most = 64

  /// An element begins; false where more is declared than anybody needs.
  mutating func enter(_ attributes: WrittenAttributes) -> Bool {
    depth += 1
    // By its first letter, for few attributes are declarations.
    for (name, value) in attributes where name.pointee == CChar(UInt8(ascii: "x")) {
      let (prefix, local) = Self.parted(name)
      guard prefix == "xmlns" || (prefix.isEmpty && local == "xmlns") else { continue }
      guard bindings.count < Self.most else { return false }
      bindings.append((prefix.isEmpty ? "" : local, XMLNamespace(uri: String(cString: value)), depth))
    }
    return true
  }

  mutating func leave() {
    while let last = bindings.last, last.depth == depth { bindings.removeLast() }
    depth -= 1
  }

  /// Of an element as it is written.
  func name(_ written: UnsafePointer<CChar>) -> XMLName {
    let (prefix, local) = Self.parted(written)
    return XMLName(namespace: namespace(of: prefix), local: local)
  }

  func namespace(of prefix: String) -> XMLNamespace {
    bindings.last { $0.prefix == prefix }?.namespace ?? (prefix.isEmpty ? .none : .other)
  }

  /// A name without a colon has the empty prefix.
  static func parted(_ name: UnsafePointer<CChar>) -> (prefix: String, local: String) {
    let name = String(cString: name)
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }
}

/// Who is told of a document, in its order.
protocol XMLVisitor: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// The element that was begun last and has not ended.
  func end()
  /// A run of text may come in several pieces, which may part a character.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// Reads XML that may be hostile: no document type, thus no entities; at most 100 deep and half a million elements.
enum XMLReader {
  enum Fault: Error, Equatable {
    case malformed
    case documentType
    /// Deeper or more than any document of ours.
    case tooLarge
    case outOfMemory
  }

  static func read(_ document: [UInt8], telling visitor: some XMLVisitor) throws(Fault) {
    let teller = Teller(visitor)
    let answer = withExtendedLifetime(teller) {
      var handlers = cx_visitor(
        context: Unmanaged.passUnretained(teller).toOpaque(), start: { Teller.of($0)?.start($1, $2) },
        end: { Teller.of($0)?.end() },
        text: { Teller.of($0)?.text(UnsafeRawBufferPointer(start: $1, count: $2)) })
      return document.withUnsafeBufferPointer { cx_parse($0.baseAddress, $0.count, &handlers) }
    }
    if teller.isOverrun { throw .tooLarge }
    switch answer {
    case Int32(CX_OK.rawValue): return
    case Int32(CX_DOCTYPE.rawValue): throw .documentType
    case Int32(CX_TOO_DEEP.rawValue), Int32(CX_TOO_MANY.rawValue): throw .tooLarge
    case Int32(CX_MEMORY.rawValue): throw .outOfMemory
    default: throw .malformed
    }
  }

  /// What a C callback can find its way back to.
  private final class Teller {
    private let visitor: any XMLVisitor
    private var scopes = XMLScopes()
    /// More is declared than can be told; nothing is told from there on.
    private(set) var isOverrun = false

    init(_ visitor: any XMLVisitor) { self.visitor = visitor }

    static func of(_ context: UnsafeMutableRawPointer?) -> Teller? {
      context.map { Unmanaged<Teller>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?) {
      guard !isOverrun, let name else { return }
      let written = WrittenAttributes(attributes)
      isOverrun = !scopes.enter(written)
      if !isOverrun { visitor.start(scopes.name(name), XMLAttributes(written: written, scopes: scopes)) }
    }

    func end() {
      guard !isOverrun else { return }
      visitor.end()
      scopes.leave()
    }

    func text(_ bytes: UnsafeRawBufferPointer) { if !isOverrun { visitor.text(bytes) } }
  }
}
