import CJSON
import Characters
import Glibc
import Inspection

/// A value of a parsed document: an index into its nodes, valid while the document is.
struct JSONValue {
  private let nodes: UnsafeBufferPointer<cj_node>
  private let index: Int

  init(nodes: UnsafeBufferPointer<cj_node>, index: Int) {
    self.nodes = nodes
    self.index = index
  }

  private var node: cj_node { nodes[index] }
  private var kind: UInt32 { UInt32(node.kind) }

  // MARK: Scalars

  func string() throws(DocumentError) -> String {
    guard kind == CJ_STRING.rawValue else { throw fault(.wrongType(expected: "string")) }
    return String(decoding: UnsafeRawBufferPointer(start: node.text, count: node.length), as: UTF8.self)
  }

  func integer(from least: Int) throws(DocumentError) -> Int {
    guard kind == CJ_INTEGER.rawValue else { throw fault(.wrongType(expected: "integer")) }
    let number = Int(node.integer)
    guard number >= least else { throw fault(.unknownValue(found: String(number), allowed: ["\(least)…"])) }
    return number
  }

  func boolean() throws(DocumentError) -> Bool {
    guard kind == CJ_BOOL.rawValue else { throw fault(.wrongType(expected: "boolean")) }
    return node.integer != 0
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws(DocumentError) -> Word
  where Word.RawValue == String {
    let found = try string()
    guard let word = Word(rawValue: found) else {
      throw fault(.unknownValue(found: found, allowed: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  func identifier<Subject>(_: Identifier<Subject>.Type) throws(DocumentError) -> Identifier<Subject> {
    let found = try string()
    guard !found.isEmpty else { throw fault(.emptyText) }
    return Identifier(found)
  }

  func day() throws(DocumentError) -> CalendarDay {
    guard let day = CalendarDay(iso: try string()) else { throw fault(.wrongType(expected: "day")) }
    return day
  }

  func timestamp() throws(DocumentError) -> Timestamp {
    guard let time = Timestamp(rfc3339: try string()) else { throw fault(.wrongType(expected: "time")) }
    return time
  }

  /// A 受付番号: six digits.
  func receipt() throws(DocumentError) -> String {
    let found = try string()
    guard found.number(digits: 6...6) != nil else {
      throw fault(.malformedID(found))
    }
    return found
  }

  func checkedNumber() throws(DocumentError) -> CheckedNumber {
    let found = try string()
    guard let number = CheckedNumber(ascii: found) else { throw fault(.malformedID(found)) }
    return number
  }

  // MARK: Containers

  /// The elements of a list, in order.
  func list<Element>(
    _ read: (JSONValue) throws(DocumentError) -> Element
  ) throws(DocumentError) -> [Element] {
    guard kind == CJ_ARRAY.rawValue else { throw fault(.wrongType(expected: "list")) }
    var elements: [Element] = []
    var child = index + 1
    while child < Int(node.next) {
      elements.append(try read(JSONValue(nodes: nodes, index: child)))
      child = Int(nodes[child].next)
    }
    return elements
  }

  /// Every key with its value, for objects whose keys are ids.
  func pairs() throws(DocumentError) -> [(key: String, value: JSONValue)] {
    guard kind == CJ_OBJECT.rawValue else { throw fault(.wrongType(expected: "mapping")) }
    var pairs: [(key: String, value: JSONValue)] = []
    var child = index + 1
    while child < Int(node.next) {
      let value = JSONValue(nodes: nodes, index: child + 1)
      if nodes[child].repeated != 0 { throw value.fault(.duplicateKey) }
      pairs.append((try JSONValue(nodes: nodes, index: child).string(), value))
      child = Int(nodes[child + 1].next)
    }
    return pairs
  }

  /// An object of one of our formats: `format` must name `format`, and no key but `keys` may stand in it.
  ///
  /// Duplicate keys are refused, for RFC 8259 §4 leaves their meaning open.
  func object(_ keys: [StaticString], format: String? = nil) throws(DocumentError) -> JSONObject {
    guard kind == CJ_OBJECT.rawValue else { throw fault(.wrongType(expected: "mapping")) }
    let object = JSONObject(value: self)
    if let format { try object.check(format) }
    var child = index + 1
    while child < Int(node.next) {
      let value = JSONValue(nodes: nodes, index: child + 1)
      if nodes[child].repeated != 0 { throw value.fault(.duplicateKey) }
      let isKnown = keys.contains { isKey(child, $0) } || (format != nil && isKey(child, "format"))
      if !isKnown { throw value.fault(.unknownKey) }
      child = Int(nodes[child + 1].next)
    }
    return object
  }

  /// An object of which only some keys are read: any others may stand in it, but none twice.
  func openObject(format: String? = nil) throws(DocumentError) -> JSONObject {
    _ = try pairs()
    let object = JSONObject(value: self)
    if let format { try object.check(format) }
    return object
  }

  /// The value of a member; nil where there is none.
  fileprivate func member(_ key: StaticString) -> JSONValue? {
    var child = index + 1
    while child < Int(node.next) {
      if isKey(child, key) { return JSONValue(nodes: nodes, index: child + 1) }
      child = Int(nodes[child + 1].next)
    }
    return nil
  }

  /// Compares bytes, so that no key has to become a `String`.
  private func isKey(_ child: Int, _ name: StaticString) -> Bool {
    let key = nodes[child]
    return key.length == name.utf8CodeUnitCount
      && memcmp(key.text, name.utf8Start, key.length) == 0
  }

  // MARK: Faults

  func fault(_ kind: Fault.Kind, at key: String? = nil) -> DocumentError {
    .fault(Fault(kind, at: key.map { path.key($0) } ?? path))
  }

  /// The keys and indices that lead here, found by walking down from the root.
  private var path: DocumentPath {
    var path = DocumentPath()
    var place = 0
    while place != index {
      var child = place + 1
      var position = 0
      let isObject = UInt32(nodes[place].kind) == CJ_OBJECT.rawValue
      while true {
        let value = isObject ? child + 1 : child
        if index < Int(nodes[value].next) {
          path =
            isObject
            ? path.key((try? JSONValue(nodes: nodes, index: child).string()) ?? "") : path.index(position)
          place = value
          break
        }
        child = Int(nodes[value].next)
        position += 1
      }
    }
    return path
  }
}

/// An object whose keys have been checked.
struct JSONObject {
  let value: JSONValue

  /// Refuses a document of another format by name.
  fileprivate func check(_ format: String) throws(DocumentError) {
    let found = try required("format")
    let name = try found.string()
    guard name == format else { throw found.fault(.unsupportedFormat(found: name, expected: format)) }
  }

  func optional(_ key: StaticString) -> JSONValue? { value.member(key) }

  func required(_ key: StaticString) throws(DocumentError) -> JSONValue {
    guard let found = optional(key) else { throw value.fault(.missingKey, at: "\(key)") }
    return found
  }

  func string(ifAny key: StaticString) throws(DocumentError) -> String? { try optional(key)?.string() }
  func boolean(ifAny key: StaticString) throws(DocumentError) -> Bool? { try optional(key)?.boolean() }
  func day(ifAny key: StaticString) throws(DocumentError) -> CalendarDay? { try optional(key)?.day() }
  func checkedNumber(ifAny key: StaticString) throws(DocumentError) -> CheckedNumber? {
    try optional(key)?.checkedNumber()
  }
}
