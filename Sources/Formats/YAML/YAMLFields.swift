import Characters
import Inspection

/// Reads the fields of a mapping and notes every fault on the way instead of stopping at the first.
///
/// A field that cannot be read gives a neutral value, so that reading goes on; nothing is made of a file with faults.
struct YAMLFields {
  let path: DocumentPath
  /// By key; nil for what is no mapping.
  private let values: [String: YAMLNode]?
  private(set) var faults: [Fault] = []

  /// Refuses keys other than `keys`.
  init(_ node: YAMLNode, at path: DocumentPath, keys: Set<String>) {
    self.path = path
    guard let pairs = node.pairs else {
      values = nil
      faults = [Fault(.wrongType(expected: "mapping"), at: path)]
      return
    }
    values = Dictionary(pairs.lazy.map { ($0.key.text, $0.value) }) { first, _ in first }
    for (key, _) in pairs where !keys.contains(key.text) { faults.append(Fault(.unknownKey, at: path.key(key.text))) }
  }

  // MARK: Text

  mutating func text(_ key: String) -> String { optionalText(key, isRequired: true) ?? "" }
  mutating func text(ifAny key: String) -> String? { optionalText(key, isRequired: false) }

  mutating func identifier<Subject>(_ key: String) -> Identifier<Subject> { Identifier(text(key)) }
  mutating func identifier<Subject>(ifAny key: String) -> Identifier<Subject>? {
    text(ifAny: key).map { Identifier($0) }
  }

  /// Paragraphs separated by blank lines; line ends inside a paragraph are dropped, as Japanese has no spaces.
  mutating func paragraphs(_ key: String) -> [String] {
    text(key).splitByScalars(keepingEmpty: true) { $0 == "\n" }
      .split(whereSeparator: \.isBlank).map { $0.joined() }
  }

  // MARK: Other scalars

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
    integer(key, in: range, isRequired: true) ?? range.lowerBound
  }
  mutating func integer(ifAny key: String, in range: ClosedRange<Int>) -> Int? {
    integer(key, in: range, isRequired: false)
  }

  mutating func boolean(_ key: String, default fallback: Bool) -> Bool {
    guard let text = text(ifAny: key) else { return fallback }
    if isPlain(key), let value = ["true": true, "false": false][text] { return value }
    note(.wrongType(expected: "boolean"), key)
    return fallback
  }

  /// The same, where the key must be there.
  mutating func boolean(required key: String) -> Bool {
    guard text(ifAny: key) != nil else {
      note(.missingKey, key)
      return false
    }
    return boolean(key, default: false)
  }

  mutating func day(_ key: String) -> CalendarDay {
    let text = text(key)
    if let day = CalendarDay(iso: text) { return day }
    if !text.isEmpty { note(.wrongType(expected: "day"), key) }
    return CalendarDay(daysSinceEpoch: 0)
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, default fallback: Word) -> Word
  where Word.RawValue == String {
    word(ifAny: key, isRequired: true) ?? fallback
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(ifAny key: String, isRequired: Bool = false) -> Word?
  where Word.RawValue == String {
    guard let text = optionalText(key, isRequired: isRequired) else { return nil }
    if let word = Word(rawValue: text) { return word }
    note(.unknownValue(found: text, allowed: Word.allCases.map(\.rawValue)), key)
    return nil
  }

  /// The one fault of a file of another format or version, in which nothing else is worth looking at.
  mutating func format(_ expected: String) -> Fault? {
    let found = text("format")
    guard !found.isEmpty, found != expected else { return nil }
    return Fault(.unsupportedFormat(found: found, expected: expected), at: path.key("format"))
  }

  // MARK: What people may leave blank

  mutating func text(ifFilled key: String) -> String? { isFilled(key) ? text(ifAny: key) : nil }

  mutating func word<Word: RawRepresentable & CaseIterable>(ifFilled key: String) -> Word?
  where Word.RawValue == String { isFilled(key) ? word(ifAny: key) : nil }

  mutating func day(ifFilled key: String) -> CalendarDay? { isFilled(key) ? day(key) : nil }

  /// Without blank texts in between.
  mutating func texts(ifFilled key: String) -> [String] {
    isFilled(key) ? texts(key).filter { !$0.isBlank } : []
  }

  /// Whether a key has a value that is more than white space or YAML's null.
  private func isFilled(_ key: String) -> Bool {
    guard let node = values?[key] else { return false }
    guard let text = node.text else { return true }
    let isNull = node.isPlain && ["~", "null"].contains(text)
    return !isNull && !text.isBlank
  }

  // MARK: Lists and mappings

  mutating func texts(_ key: String) -> [String] {
    var texts: [String] = []
    each(key, isRequired: true) { node, path, faults in
      if let text = node.text {
        texts.append(text)
      } else {
        faults.append(Fault(.wrongType(expected: "string"), at: path))
      }
    }
    return texts
  }

  mutating func identifiers<Subject>(_ key: String) -> [Identifier<Subject>] { texts(key).map { Identifier($0) } }

  mutating func words<Word: RawRepresentable & CaseIterable>(_ key: String) -> [Word]
  where Word.RawValue == String {
    let texts = texts(key)
    return texts.enumerated().compactMap { index, text in
      if let word = Word(rawValue: text) { return word }
      let allowed = Word.allCases.map(\.rawValue)
      faults.append(Fault(.unknownValue(found: text, allowed: allowed), at: path.key(key).index(index)))
      return nil
    }
  }

  /// Reads each mapping of a list.
  mutating func list<Element>(
    _ key: String, keys: Set<String>, isRequired: Bool = true, _ read: (inout YAMLFields) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    each(key, isRequired: isRequired) { node, path, faults in
      var fields = YAMLFields(node, at: path, keys: keys)
      elements.append(read(&fields))
      faults += fields.faults
    }
    return elements
  }

  /// Reads a mapping inside this one; nil when it is not there and need not be.
  mutating func mapping<Value>(
    _ key: String, keys: Set<String>, isRequired: Bool, _ read: (inout YAMLFields) -> Value
  ) -> Value? {
    guard let node = value(key, isRequired: isRequired) else { return nil }
    var fields = YAMLFields(node, at: path.key(key), keys: keys)
    let value = read(&fields)
    faults += fields.faults
    return value
  }

  // MARK: Inside

  mutating func note(_ kind: Fault.Kind, _ key: String) { faults.append(Fault(kind, at: path.key(key))) }

  private mutating func value(_ key: String, isRequired: Bool) -> YAMLNode? {
    if let found = values?[key] { return found }
    if isRequired, values != nil { note(.missingKey, key) }
    return nil
  }

  private mutating func optionalText(_ key: String, isRequired: Bool) -> String? {
    guard let node = value(key, isRequired: isRequired) else { return nil }
    guard let text = node.text else {
      note(.wrongType(expected: "string"), key)
      return nil
    }
    if text.isBlank {
      note(.emptyText, key)
      return nil
    }
    return text
  }

  private mutating func integer(_ key: String, in range: ClosedRange<Int>, isRequired: Bool) -> Int? {
    guard let text = optionalText(key, isRequired: isRequired) else { return nil }
    guard isPlain(key), let number = Int(text), String(number) == text else {
      note(.wrongType(expected: "integer"), key)
      return nil
    }
    guard range.contains(number) else {
      note(.unknownValue(found: text, allowed: ["\(range.lowerBound)–\(range.upperBound)"]), key)
      return nil
    }
    return number
  }

  /// Written without quotes: other loaders take a quoted `true` or `1` for text.
  private func isPlain(_ key: String) -> Bool {
    values?[key]?.isPlain ?? false
  }

  private mutating func each(
    _ key: String, isRequired: Bool, _ body: (YAMLNode, DocumentPath, inout [Fault]) -> Void
  ) {
    guard let node = value(key, isRequired: isRequired) else { return }
    guard let list = node.list else {
      note(.wrongType(expected: "list"), key)
      return
    }
    for (index, element) in list.enumerated() { body(element, path.key(key).index(index), &faults) }
  }
}
