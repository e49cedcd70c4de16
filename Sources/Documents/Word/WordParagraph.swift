import Characters
import TextLayout

/// A stretch of a paragraph that looks the same.
struct WordRun: Equatable {
  /// As plain text.
  var text: String
  var isBold = false
  /// In half points; nil for the style's.
  var size: Int?
  /// The colour behind it, as RRGGBB.
  var shade: String?
  /// Whether a line goes around it.
  var isBoxed = false
  private var kind = Kind.text

  private enum Kind: Equatable { case text, tab, field }

  init(_ text: String, isBold: Bool = false, size: Int? = nil, shade: String? = nil) {
    (self.text, self.isBold, self.size, self.shade) = (text, isBold, size, shade)
  }

  /// To the next stop.
  static var tab: WordRun {
    var run = WordRun("")
    run.kind = .tab
    return run
  }

  /// What Word fills in by itself, such as the page's number (ECMA-376-1, 17.16.5).
  static func field(_ instruction: String) -> WordRun {
    var run = WordRun(instruction)
    run.kind = .field
    return run
  }

  var xml: String {
    switch kind {
    case .tab: "<w:r><w:tab/></w:r>"
    case .field: "<w:fldSimple w:instr=\" \(text) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    case .text:
      text.isEmpty
        ? "" : "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text.xml)</w:t></w:r>"
    }
  }

  private var properties: String {
    let inner =
      (isBold ? "<w:b/>" : "") + (size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
      + (isBoxed ? "<w:bdr w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>" : "")
      + (shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? "")
    return inner.isEmpty ? "" : "<w:rPr>\(inner)</w:rPr>"
  }
}

/// A paragraph of a style, and what it has of its own; lengths in twips.
struct WordParagraph: Equatable {
  var style: WordStyles.Name
  var runs: [WordRun] = []
  var isKeptWithNext = false
  var beginsPage = false
  var isListItem = false
  /// The colour behind it from edge to edge, as RRGGBB.
  var shade: String?
  /// Where what follows a tab ends.
  var tabAtEnd: Int?
  /// The height of its lines, and what is left free above; nil for the style's.
  var line: Int?
  var before: Int?
  /// What is left free at its right, and at its left.
  var right: Int?
  var left: Int?
  /// nil for the left or the style's.
  var alignment: Alignment?

  enum Alignment: String { case right, center }

  init(style: WordStyles.Name, _ text: String = "") {
    self.style = style
    if !text.isEmpty { runs = [WordRun(text)] }
  }

  /// The properties stand in the order of the schema (ECMA-376-1, 17.3.1.26), which Word insists on.
  var xml: String {
    var properties = "<w:pStyle w:val=\"\(style.rawValue)\"/>"
    if isKeptWithNext { properties += "<w:keepNext/>" }
    if beginsPage { properties += "<w:pageBreakBefore/>" }
    if isListItem { properties += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" }
    if let shade { properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(shade)\"/>" }
    if let tabAtEnd { properties += "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(tabAtEnd)\"/></w:tabs>" }
    let before = before.map { " w:before=\"\($0)\"" } ?? ""
    let line = line.map { " w:line=\"\($0)\" w:lineRule=\"exact\"" } ?? ""
    if !(before + line).isEmpty { properties += "<w:spacing\(before)\(line)/>" }
    let edges = (left.map { " w:left=\"\($0)\"" } ?? "") + (right.map { " w:right=\"\($0)\"" } ?? "")
    if !edges.isEmpty { properties += "<w:ind\(edges)/>" }
    if let alignment { properties += "<w:jc w:val=\"\(alignment.rawValue)\"/>" }
    return "<w:p><w:pPr>\(properties)</w:pPr>\(runs.map(\.xml).joined())</w:p>"
  }
}

extension String {
  /// The text on one line as it stands in XML, whether between tags or in a quoted attribute; without controls and
  /// U+FFFE and U+FFFF, none of which XML can hold (XML 1.0, 2.2).
  var xml: String { html.replacingScalars { $0.value == 0xFFFE || $0.value == 0xFFFF ? "" : nil } }
}
