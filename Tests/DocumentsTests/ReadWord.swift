import CArchive
import CXML
import Testing

/// A docx as its parts: unpacked by minizip's reader and read by expat, neither of which wrote it.
struct ReadWord {
  /// An element, where it stands, and the words in it.
  struct Element {
    var name: String
    var attributes: [String: String] = [:]
    var parents: [String] = []
    var text = ""
  }

  private(set) var parts: [(name: String, content: String)] = []

  init(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      let archive = try #require(ca_open(bytes.baseAddress, bytes.count))
      defer { ca_close(archive) }
      for index in 0..<ca_count(archive) {
        var entry = ca_entry()
        try #require(ca_entry_at(archive, index, &entry) == Int32(CA_OK.rawValue))
        var room = [UInt8](repeating: 0, count: Int(entry.size) + 1)
        try #require(ca_read(archive, &entry, &room) == Int32(CA_OK.rawValue))
        let name = withUnsafeBytes(of: entry.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        parts.append((name, String(decoding: room.dropLast(), as: UTF8.self)))
      }
    }
  }

  func part(_ name: String) throws -> String { try #require(parts.first { $0.name == name }).content }

  /// All elements of a part in the order in which they end.
  func elements(of name: String) throws -> [Element] {
    let reading = Reading()
    let answer = try withExtendedLifetime(reading) {
      var visitor = cx_visitor()
      visitor.context = Unmanaged.passUnretained(reading).toOpaque()
      visitor.start = { context, name, attributes in Reading.of(context)?.start(name, attributes) }
      visitor.end = { context in Reading.of(context)?.end() }
      visitor.text = { context, bytes, length in Reading.of(context)?.add(bytes, length) }
      return cx_parse(Array(try part(name).utf8), try part(name).utf8.count, &visitor)
    }
    try #require(answer == Int32(CX_OK.rawValue), "\(name) is not well-formed")
    return reading.done
  }

  /// Style and words of each paragraph of the body.
  func paragraphs() throws -> [(style: String, text: String)] {
    var style = ""
    return try elements(of: "word/document.xml").compactMap { element in
      if element.name == "w:pStyle" { style = element.attributes["w:val"] ?? "" }
      return element.name == "w:p" ? (style, element.text) : nil
    }
  }

  private final class Reading {
    var open: [Element] = []
    var done: [Element] = []

    static func of(_ context: UnsafeMutableRawPointer?) -> Reading? {
      context.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ name: UnsafePointer<CChar>?, _ list: UnsafePointer<UnsafePointer<CChar>?>?) {
      guard let name else { return }
      var element = Element(name: String(cString: name), parents: open.map(\.name))
      var place = list
      while let here = place, let name = here[0], let value = here[1] {
        element.attributes[String(cString: name)] = String(cString: value)
        place = here + 2
      }
      open.append(element)
    }

    func end() { done.append(open.removeLast()) }

    func add(_ bytes: UnsafePointer<CChar>?, _ length: Int) {
      guard let bytes else { return }
      let text = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
      }
      for index in open.indices { open[index].text += text }
    }
  }
}
