import Characters
import Inspection

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

  /// The comment by which an editor finds the schema of a kind of file, where `make install` and the package put it
  /// (the modeline of yaml-language-server).
  static func schemaLine(of kind: String) -> String {
    "# yaml-language-server: $schema=/usr/share/tenken/schemas/\(kind).schema.json"
  }

  /// Whether the file as a whole holds nothing unfit, comments included, nor an escape that could stand for it; the texts
  /// need not be looked at one by one then, which takes longer than all the rest of the reading.
  private static func isPlain(_ text: String) -> Bool {
    let isSuspect = text.unicodeScalars.contains { $0 == "\\" || $0.isUnfit }
    return !isSuspect && CP932.encode(text) != nil
  }

  /// Characters outside CP932, which Excel and older systems of an office could not show, and what nobody sees; the first of
  /// each text.
  private static func unfitCharacters(_ node: YAMLNode, at path: DocumentPath) -> [Fault] {
    switch node.content {
    case .scalar(let text, _):
      if let control = text.firstHidden {
        [Fault(.controlCharacter(control), at: path)]
      } else {
        CP932.firstUnencodable(in: text).map { [Fault(.outsideCP932($0), at: path)] } ?? []
      }
    case .sequence(let list):
      list.enumerated().flatMap { unfitCharacters($0.element, at: path.index($0.offset)) }
    case .mapping(let pairs):
      pairs.flatMap { unfitCharacters($0.value, at: path.key($0.key.text)) }
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

/// The text of a YAML file, and places in it.
struct YAMLSource {
  let text: String

  /// Takes UTF-8 with or without a byte order mark.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    let body = ByteOrderMark.dropped(from: bytes)
    guard let text = String(validating: body, as: UTF8.self) else {
      throw .notUTF8(line: InvalidUTF8.line(of: InvalidUTF8.byte(in: body) ?? 0, in: body))
    }
    self.text = text
  }

  /// Made only for faults, for most files have none.
  var lines: [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The place of the character that a fault is about; nil where it is about none, or it was written as an escape.
  static func position(of located: LocatedFault, in lines: [Substring]) -> TextPosition? {
    switch located.fault.kind {
    case .outsideCP932(let character): position(of: Array(character.unicodeScalars), from: located.position, in: lines)
    case .controlCharacter(let scalar): position(of: [scalar], from: located.position, in: lines)
    default: nil
    }
  }

  /// The first place of the scalars at or behind `start`, in as many lines as a text of ours has at most.
  private static func position(
    of wanted: [Unicode.Scalar], from start: TextPosition, in lines: [Substring]
  ) -> TextPosition? {
    for number in lines.indices.dropFirst(start.line - 1).prefix(100) {
      let skipped = number == start.line - 1 ? start.column - 1 : 0
      if let found = Array(lines[number].unicodeScalars).dropFirst(skipped).firstRange(of: wanted) {
        return TextPosition(line: number + 1, column: found.lowerBound + 1)
      }
    }
    return nil
  }
}
