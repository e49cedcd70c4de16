import CYAML

/// A value of a YAML file and where it stands.
struct YAMLNode {
  enum Content {
    /// `isPlain`: written without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: Key, value: YAMLNode)])
  }

  /// A key; what is no text counts as an empty one.
  struct Key {
    var text: String
    var position: TextPosition
  }

  var content: Content
  var position: TextPosition

  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
  var isPlain: Bool { if case .scalar(_, true) = content { true } else { false } }
  var list: [YAMLNode]? { if case .sequence(let list) = content { list } else { nil } }
  var pairs: [(key: Key, value: YAMLNode)]? { if case .mapping(let pairs) = content { pairs } else { nil } }
}

extension YAMLNode {
  /// The one document of a file of UTF-8; an empty text for a file without any.
  ///
  /// The first fault is thrown: of syntax, an anchor or alias, a key that stands twice in a mapping, a second document, or
  /// what is nested more than a thousand deep.
  static func document(in text: String) throws(YAMLError) -> YAMLNode {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(YAMLError) in
        let parser = try YAMLEvents(bytes)
        defer { parser.close() }
        return try parser.document()
      }
    }
    return try result.get()
  }
}

/// What libyaml finds in a file, one after the other.
private struct YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter bytes: must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw .syntax(at: nil, problem: "out of memory")
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Without recursion, for what is nested deep would take the stack of a thread.
  func document() throws(YAMLError) -> YAMLNode {
    var root: YAMLNode?
    var open: [OpenNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      let position = TextPosition(event.start_mark)
      var done: YAMLNode?
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return root ?? YAMLNode(content: .scalar("", isPlain: true), position: TextPosition(line: 1, column: 1))
      case YAML_DOCUMENT_START_EVENT where root != nil: throw .syntax(at: position, problem: "found another document")
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        try refuse(scalar.anchor, at: position)
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        done = YAMLNode(content: .scalar(text, isPlain: isPlain), position: position)
      case YAML_SEQUENCE_START_EVENT:
        try refuse(event.data.sequence_start.anchor, at: position)
        open.append(OpenNode(content: .sequence([]), position: position))
      case YAML_MAPPING_START_EVENT:
        try refuse(event.data.mapping_start.anchor, at: position)
        open.append(OpenNode(content: .mapping([]), position: position))
      case YAML_ALIAS_EVENT: try refuse(event.data.alias.anchor, at: position)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: done = open.popLast()?.node
      default: break
      }
      if open.count > Self.deepest { throw .syntax(at: position, problem: "nested too deep") }
      guard let done else { continue }
      if open.isEmpty { root = done } else { try open[open.count - 1].add(done) }
    }
  }

  private static let deepest = 1_000

  /// The caller deletes it.
  private func next() throws(YAMLError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw refusal }
    return event
  }

  private func refuse(_ anchor: UnsafeMutablePointer<yaml_char_t>?, at position: TextPosition) throws(YAMLError) {
    if let anchor { throw .alias(String(cString: anchor), at: position) }
  }

  /// A reader knows the byte, the others line and column.
  private var refusal: YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unknown problem"
    if parser.pointee.error == YAML_READER_ERROR {
      let before = Array(bytes.prefix(parser.pointee.problem_offset))
      let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let column = String(decoding: lines.last ?? [], as: UTF8.self).unicodeScalars.count
      return .syntax(at: TextPosition(line: lines.count, column: column + 1), problem: problem)
    }
    return .syntax(at: TextPosition(parser.pointee.problem_mark), problem: problem)
  }
}

/// A list or mapping whose end is still to come.
private struct OpenNode {
  var content: YAMLNode.Content
  var position: TextPosition
  /// The keys of a mapping, and the one that waits for its value.
  private var keys: Set<String> = []
  private var key: YAMLNode.Key?

  init(content: YAMLNode.Content, position: TextPosition) { (self.content, self.position) = (content, position) }

  var node: YAMLNode { YAMLNode(content: content, position: position) }

  mutating func add(_ node: YAMLNode) throws(YAMLError) {
    switch content {
    case .scalar: break
    case .sequence(var list):
      content = .sequence([])
      list.append(node)
      content = .sequence(list)
    case .mapping(var pairs):
      guard let key else {
        let key = YAMLNode.Key(text: node.text ?? "", position: node.position)
        guard keys.insert(key.text).inserted else { throw .duplicateKey(key.text, at: key.position) }
        return self.key = key
      }
      content = .mapping([])
      pairs.append((key, node))
      content = .mapping(pairs)
      self.key = nil
    }
  }
}

extension TextPosition {
  /// libyaml counts both from 0, columns in scalars.
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
