import Inspection
import Yams

/// What all our YAML formats have in common.
enum YAMLFile {
  /// Reads a file and throws all its faults at once, in the order of the file.
  ///
  /// A fault of meaning at a place that could not even be read is dropped: it would only be told twice.
  static func decode<Value>(
    _ bytes: some Collection<UInt8>, keys: Set<String>, format: String, read: (inout YAMLFields) -> Value,
    judge: (Value) -> [Fault]
  ) throws(YAMLError) -> Value {
    let document = try YAMLDocument(bytes)
    var fields = YAMLFields(document.root, at: DocumentPath(), keys: keys)
    fields.format(format)
    let value = read(&fields)
    let unread = Set(fields.faults.map(\.path))
    let faults =
      fields.faults + judge(value).filter { !unread.contains($0.path) }
      + (fields.faults.contains { $0.path.steps.isEmpty } ? [] : unencodable(document.root, at: DocumentPath()))
    guard faults.isEmpty else { throw .faults(document.located(faults)) }
    return value
  }

  /// Texts with a character outside CP932, which Excel and older systems of an office could not show.
  private static func unencodable(_ node: Node, at path: DocumentPath) -> [Fault] {
    switch node {
    case .scalar(let scalar):
      CP932.firstUnencodable(in: scalar.string).map { [Fault(.outsideCP932($0), at: path)] } ?? []
    case .sequence(let list):
      list.enumerated().flatMap { unencodable($0.element, at: path.index($0.offset)) }
    case .mapping(let pairs):
      pairs.flatMap { unencodable($0.value, at: path.key($0.key.string ?? "")) }
    case .alias: []
    }
  }
}
