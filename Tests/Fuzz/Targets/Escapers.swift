import Characters
import Documents
import Formats
import Inspection
import InterviewSamples
import TextLayout

extension FuzzTarget {
  /// Whatever a text holds, a reader that shares nothing with the product finds it where it was written, as it was.
  static let escapers = [csv, shell, html, markdown, yaml]

  /// A quarter of the texts is a row.
  private static let csv = FuzzTarget("csv") { bytes throws(BrokenPromise) in
    let texts = bytes.texts
    let width = max(texts.count / 4, 1)
    let rows = stride(from: 0, to: texts.count - width + 1, by: width).map { Array(texts[$0..<($0 + width)]) }
    try promise(fields(CSVReader.table(CSVWriter.bytes(rows).dropFirst(3)), are: rows) { Array($0.utf8) }, "\(rows)")
    guard let table = try? CSVWriter.bytes(rows, in: .cp932) else { return true }
    // No second byte of CP932 is a quote, a comma or a line end.
    try promise(fields(CSVReader.table(table[...]), are: rows) { CP932.encode($0) }, "\(rows) in CP932")
    return true
  }

  private static func fields(
    _ table: [[[UInt8]]]?, are rows: [[String]], in encoding: (String) -> [UInt8]?
  ) -> Bool {
    guard let table, table.map(\.count) == rows.map(\.count) else { return false }
    return zip(table.joined(), rows.joined()).allSatisfy { found, text in
      guard let written = encoding(text) else { return false }
      // OWASP, CSV injection; an apostrophe keeps a spreadsheet from running a formula.
      let runs = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true
      return found == (runs ? [UInt8(ascii: "'")] : []) + written
    }
  }

  private static let shell = FuzzTarget("shell") { bytes throws(BrokenPromise) in
    let word = bytes.text
    // No word of a command line holds it.
    if word.containsScalar("\0") { return false }
    let quoted = ShellWord.quoted(word)
    try promise(
      quoted.firstHidden == nil && !quoted.unicodeScalars.contains { $0.value < 0x20 },
      "something hidden is left of \(word.debugDescription): \(quoted.debugDescription)")
    try promise(
      ShellReader.word(quoted).map { $0.elementsEqual(word.utf8) } == true,
      "a shell reads another word than \(word.debugDescription): \(quoted.debugDescription)")
    return true
  }

  private static let html = FuzzTarget("html") { bytes throws(BrokenPromise) in
    let text = bytes.text
    try promise(
      MarkupReader.text(ofHTML: text.html).map { $0.unicodeScalars.elementsEqual(text.sanitized.unicodeScalars) }
        == true,
      "a browser finds markup in \(text.html.debugDescription), or another text")
    return true
  }

  /// A text on a line of its own, and two in a row of a table.
  private static let markdown = FuzzTarget("markdown", limit: 400) { bytes throws(BrokenPromise) in
    let text = bytes.text
    let table = Document.Table(columns: [.init("一"), .init("二")], rows: [[.text(text), .text(text)]])
    let document = Document(
      marks: [], title: text, lead: [], chapters: [.init(id: "a", heading: "", blocks: [.table(table)])])
    let line = document.markdown(by: MarkupReader.title)
    let wanted = text.sanitized.trimmedOfSpaces
    try promise(
      MarkupReader.text(ofMarkdown: line).map { $0.elementsEqual(wanted) } == true,
      "a reader of Markdown finds markup in \(line.debugDescription), or another text")
    let row = document.markdown(by: MarkupReader.rows)
    let cells = MarkupReader.cells(ofMarkdown: row)
    try promise(
      cells?.count == 2 && cells?.allSatisfy { $0.elementsEqual(wanted) } == true, "the row \(row.debugDescription)")
    return true
  }

  /// A round with texts that nobody checked, and a comment with another: its lines are those of any other round.
  private static let yaml = FuzzTarget("yaml", limit: 400) { bytes throws(BrokenPromise) in
    let texts = bytes.texts
    var round = Sample.round()
    let plain = YAMLReader.lines(of: RoundFormat.encode(round, known: rules("題")))
    (round.addressee, round.contact.office, round.title) = (texts[0], texts.last ?? "", bytes.text)
    let lines = YAMLReader.lines(of: RoundFormat.encode(round, known: rules(bytes.text)))
    try promise(lines?.count == plain?.count, "a text makes lines of its own: \(bytes)")
    for (key, text) in [("addressee", round.addressee), ("title", round.title)] {
      let written = lines?.first { $0.starts(with: "\(key): ".unicodeScalars) }?.dropFirst(key.count + 2)
      try promise(
        written.flatMap(YAMLReader.quoted).map { $0.elementsEqual(text.unicodeScalars) } == true,
        "a reader of YAML finds another \(key) than \(text.debugDescription)")
    }
    return true
  }

  private static func rules(_ title: String) -> [Rule] { [Rule(id: "list", title: title, clause: "c6-3")] }
}
