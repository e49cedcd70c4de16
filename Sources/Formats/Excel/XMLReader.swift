import CXML

/// The name of an element or an attribute.
struct XMLName: Equatable {
  /// Empty where it has none.
  let namespace: Substring
  let local: String

  fileprivate init(_ name: UnsafePointer<CChar>) {
    let name = String(cString: name)
    let bar = name.utf8.lastIndex(of: UInt8(ascii: "|"))
    namespace = bar.map { name[..<$0] } ?? ""
    local = bar.map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }
}

/// The attributes of an element; looked up one by one, for most are never asked for.
struct XMLAttributes {
  fileprivate let list: UnsafePointer<UnsafePointer<CChar>?>?

  /// The value of the attribute of that name without a namespace.
  subscript(_ name: String) -> String? { first { $0.namespace.isEmpty && $0.local == name } }

  /// The first value whose name fits.
  func first(where isMeant: (XMLName) -> Bool) -> String? {
    guard let list else { return nil }
    var index = 0
    while let name = list[index], let value = list[index + 1] {
      if isMeant(XMLName(name)) { return String(cString: value) }
      index += 2
    }
    return nil
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

/// Reads XML that may be hostile: no document type, thus no entities; at most 100 deep and a million elements.
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
        context: Unmanaged.passUnretained(teller).toOpaque(),
        start: { context, name, attributes in
          guard let name else { return }
          Teller.of(context)?.start(XMLName(name), XMLAttributes(list: attributes))
        },
        end: { Teller.of($0)?.end() },
        text: { Teller.of($0)?.text(UnsafeRawBufferPointer(start: $1, count: $2)) })
      return document.withUnsafeBufferPointer { cx_parse($0.baseAddress, $0.count, &handlers) }
    }
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

    init(_ visitor: any XMLVisitor) { self.visitor = visitor }

    static func of(_ context: UnsafeMutableRawPointer?) -> (any XMLVisitor)? {
      context.map { Unmanaged<Teller>.fromOpaque($0).takeUnretainedValue().visitor }
    }
  }
}
