import Characters
import Inspection
import Yams

/// What all our YAML formats have in common.
enum YAMLFile {
  /// Reads a file and throws all its faults at once, in the order of the file.
  ///
  /// A fault of meaning at a place that could not even be read is dropped: it would only be told twice. Without `judge`
  /// neither meaning nor characters are looked at, for a file that was judged before.
  static func decode<Value>(
    _ bytes: some Collection<UInt8>, keys: Set<String>, format: String, read: (inout YAMLFields) -> Value,
    judge: ((Value) -> [Fault])?
  ) throws(YAMLError) -> Value {
    let document = try YAMLDocument(Array(bytes))
    var fields = YAMLFields(document.root, at: DocumentPath(), keys: keys)
    if let mismatch = fields.format(format) { throw .faults(document.located([mismatch])) }
    let value = read(&fields)
    let unread = fields.faults
    var faults = unread
    if let judge {
      let unreadPaths = Set(unread.map(\.path))
      faults += judge(value).filter { fault in !fault.path.leads(throughAnyOf: unreadPaths) }
      if !isPlain(document.text) { faults += unfitCharacters(document.root, at: DocumentPath()) }
    }
    guard faults.isEmpty else { throw .faults(document.located(faults)) }
    return value
  }

  /// Whether the file as a whole holds nothing unfit, comments included, nor an escape that could stand for it; the texts
  /// need not be looked at one by one then, which takes longer than all the rest of the reading.
  private static func isPlain(_ text: String) -> Bool {
    let isSuspect = text.unicodeScalars.contains { $0 == "\\" || $0.isUnfit }
    return !isSuspect && CP932.encode(text) != nil
  }

  /// Characters outside CP932, which Excel and older systems of an office could not show, and what nobody sees; the first of
  /// each text.
  private static func unfitCharacters(_ node: Node, at path: DocumentPath) -> [Fault] {
    switch node {
    case .scalar(let scalar):
      if let control = scalar.string.firstHidden {
        [Fault(.controlCharacter(control), at: path)]
      } else {
        CP932.firstUnencodable(in: scalar.string).map { [Fault(.outsideCP932($0), at: path)] } ?? []
      }
    case .sequence(let list):
      list.enumerated().flatMap { unfitCharacters($0.element, at: path.index($0.offset)) }
    case .mapping(let pairs):
      pairs.flatMap { unfitCharacters($0.value, at: path.key($0.key.string ?? "")) }
    case .alias: []
    }
  }
}

extension Unicode.Scalar {
  /// Hidden or perhaps so, and neither a tab nor a line end, which stand in texts of several lines.
  fileprivate var isUnfit: Bool { (isHidden || isJoining) && self != "\t" && self != "\n" && self != "\r" }
}

extension DocumentPath {
  /// Whether it leads to one of `places` or to something in it; the root holds everything.
  fileprivate func leads(throughAnyOf places: Set<DocumentPath>) -> Bool {
    !places.isEmpty && (0...steps.count).contains { places.contains(DocumentPath(Array(steps.prefix($0)))) }
  }
}
