import Documents

/// What a browser and a reader of GitHub Flavored Markdown find in a text, if it is nothing but text.
enum MarkupReader {
  typealias Scalars = [Unicode.Scalar]

  // MARK: HTML

  /// The text, between tags or in a quoted attribute; nil where there is markup in it.
  static func text(ofHTML html: String) -> String? {
    let names: [(String, Unicode.Scalar)] = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'")]
    var text = String.UnicodeScalarView()
    var rest = Array(html.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<", ">", "\"", "'": return nil
      case "&":
        let name = rest.prefix { $0 != ";" }
        guard let found = names.first(where: { $0.0.unicodeScalars.elementsEqual(name) }), name.count < rest.count
        else { return nil }
        text.append(found.1)
        rest = rest.dropFirst(name.count + 1)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  // MARK: Markdown

  static let title = markdown("{{title}}")
  static let rows = markdown("{{#parts}}{{#blocks}}{{#table}}{{#rows}}{{.}}{{/rows}}{{/table}}{{/blocks}}{{/parts}}")
  static let everyText = markdown(
    """
    {{title}}
    {{#marks}}{{.}}
    {{/marks}}{{#lead}}{{.}}
    {{/lead}}{{#parts}}{{heading}}
    {{#blocks}}{{subheading}}
    {{paragraph}}
    {{#list}}{{#items}}{{.}}
    {{/items}}{{/list}}{{#table}}{{header}}
    {{#rows}}{{.}}
    {{/rows}}{{/table}}{{/blocks}}{{/parts}}
    """)

  private static func markdown(_ text: String) -> MarkdownTemplate {
    guard let template = try? MarkdownTemplate("{{% CONTENT_TYPE:TEXT}}" + text) else {
      preconditionFailure("a template of ours is one")
    }
    return template
  }

  /// The text of a line that is a paragraph, or goes on with one; nil for any other block, and where there is markup in it.
  static func text(ofMarkdown line: String) -> Scalars? {
    let scalars = Array(line.unicodeScalars)
    if startsBlock(scalars) { return nil }
    return inline(scalars)
  }

  /// The cells of a row (4.10); nil where it is none, and where there is markup in a cell.
  static func cells(ofMarkdown row: String) -> [Scalars]? {
    var cells: [Scalars] = [[]]
    var isEscaped = false
    for scalar in row.unicodeScalars {
      if scalar == "|", !isEscaped { cells.append([]) } else { cells[cells.count - 1].append(scalar) }
      isEscaped = scalar == "\\" && !isEscaped
    }
    guard cells.count > 2, cells.first == [], cells.last == [] else { return nil }
    let texts = cells.dropFirst().dropLast().map { inline(Array($0.trimmedOfSpaces)) }
    return texts.contains(nil) ? nil : texts.compactMap { $0 }
  }

  /// CommonMark 0.31, 4 and 5: what is no paragraph, and a line of dashes, which makes a heading of the one above.
  private static func startsBlock(_ line: Scalars) -> Bool {
    let body = line.drop { $0 == " " }
    guard let first = body.first else { return false }
    if line.count - body.count >= 4 || "#>|".unicodeScalars.contains(first) { return true }
    let solid = body.filter { $0 != " " }
    if "-=*_".unicodeScalars.contains(first), solid.allSatisfy({ $0 == first }) { return true }
    if body.starts(with: "```".unicodeScalars) || body.starts(with: "~~~".unicodeScalars) { return true }
    let digits = body.prefix { ("0"..."9").contains($0) }
    let marker = body.dropFirst(digits.count)
    let markers = digits.isEmpty ? "-+*" : ".)"
    guard let sign = marker.first, markers.unicodeScalars.contains(sign) else { return false }
    return marker.dropFirst().first.map { $0 == " " } ?? true
  }

  /// 6, and 6.9 of GitHub's: the text, without backslashes that escape.
  private static func inline(_ line: Scalars) -> Scalars? {
    var text: Scalars = []
    var rest = line.trimmedOfSpaces[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.first, isPunctuation(next) else { return nil }
        text.append(next)
        rest.removeFirst()
      case "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "@": return nil
      case ":" where rest.starts(with: "//".unicodeScalars): return nil
      case "w" where rest.starts(with: "ww.".unicodeScalars) && isBoundary(text.last): return nil
      default: text.append(scalar)
      }
    }
    return text
  }

  private static func isBoundary(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { " *_~(".unicodeScalars.contains($0) } ?? true
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

extension StringProtocol {
  var trimmedOfSpaces: [Unicode.Scalar] { Array(unicodeScalars).trimmedOfSpaces }
}

extension [Unicode.Scalar] {
  /// Without the spaces at either end, which mean nothing to a reader of Markdown.
  var trimmedOfSpaces: [Unicode.Scalar] {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return [] }
    return Array(self[first...last])
  }
}
