/// The styles of all documents, by the names under which Word knows them, so that it shows them in the reader's language
/// (見出し 1) and lists the headings by itself.
enum WordStyles {
  /// As paragraphs name them.
  enum Name: String {
    case body = "Normal"
    case title = "Title"
    case subtitle = "Subtitle"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case list = "ListParagraph"
    case right = "Date"
    case centre = "Centre"
    case cell = "TableText"
    case cellHeading = "TableHeading"
    case note = "Note"
    case gap = "Gap"
    case header = "Header"
    case footer = "Footer"
    /// On handouts and slips: what is the largest on them.
    case highlight = "Highlight"
    case person = "SlipPerson"
    case key = "SlipKey"
    case field = "SlipField"
  }

  /// Serif for what is read, sans serif for what is looked up; both come with Word.
  static let (serif, sans) = ("游明朝", "游ゴシック")

  /// Of the letters in tables, in half points; of their lines and of the free edges of cells, in twips.
  static let (cellSize, cellLine, cellEdge) = (17, 204, 60)

  private struct Look {
    var id: Name
    /// The built-in name in lower case, or ours.
    var name: String
    /// In half points; nil for the body's.
    var size: Int?
    /// Lines are exact: the lines of the fonts are much higher than their letters, and differ from system to system.
    var line: Int
    var before = 0
    var after = 0
    var alignment: String?
    var isBold = false
    var isSans = false
    var isKeptWithNext = false
    var level: Int?
    var extra = ""
  }

  /// - Parameter bodySize: in half points.
  static func part(bodySize: Int) -> String {
    let line = bodySize > 24 ? 400 : bodySize > 21 ? 320 : 280
    let looks = [
      Look(
        id: .title, name: "Title", size: bodySize > 24 ? 40 : 28, line: bodySize > 24 ? 500 : 360, before: 60,
        after: 60,
        alignment: "center", isBold: true, isSans: true, isKeptWithNext: true),
      Look(id: .subtitle, name: "Subtitle", line: 280, after: 40, alignment: "center", isSans: true),
      Look(
        id: .heading1, name: "heading 1", size: bodySize > 24 ? 30 : 24, line: bodySize > 24 ? 420 : 320,
        before: bodySize > 24 ? 120 : 200, after: bodySize > 24 ? 20 : 60,
        isBold: true, isSans: true, isKeptWithNext: true, level: 0, extra: rule),
      Look(
        id: .heading2, name: "heading 2", size: 22, line: 300, before: 160, after: 40,
        isBold: true, isSans: true, isKeptWithNext: true, level: 1),
      Look(
        id: .heading3, name: "heading 3", size: 21, line: 280, before: 120, after: 40,
        isSans: true, isKeptWithNext: true, level: 2),
      Look(id: .list, name: "List Paragraph", line: 260),
      Look(id: .right, name: "Date", line: line, alignment: "right"),
      Look(id: .centre, name: "Centre", line: line, before: 120, after: 120, alignment: "center"),
      Look(
        id: .cell, name: "Table Text", size: bodySize > 24 ? nil : cellSize, line: bodySize > 24 ? line : cellLine,
        isSans: true),
      Look(
        id: .cellHeading, name: "Table Heading", size: cellSize, line: cellLine, isBold: true, isSans: true,
        isKeptWithNext: true),
      Look(id: .note, name: "Note", size: 17, line: 210, isSans: true),
      Look(id: .gap, name: "Gap", size: 8, line: 90),
      Look(id: .header, name: "header", size: 20, line: 280, isSans: true),
      Look(id: .footer, name: "footer", size: 18, line: 240, alignment: "center", isSans: true),
      Look(
        id: .highlight, name: "Highlight", size: 40, line: 560, before: 40, after: 60, alignment: "center",
        isBold: true,
        isSans: true, extra: box),
      Look(id: .person, name: "Slip Person", size: 28, line: 360, isBold: true, isSans: true),
      Look(id: .key, name: "Slip Key", size: 48, line: 560, isBold: true, isSans: true),
      Look(id: .field, name: "Slip Field", size: 20, line: 270, isSans: true),
    ]
    return WordParts.declaration + "<w:styles \(WordParts.namespaces)>" + defaults(size: bodySize)
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
      + "<w:pPr><w:spacing w:line=\"\(line)\" w:lineRule=\"exact\"/></w:pPr></w:style>"
      + looks.map(xml).joined() + table + "</w:styles>"
  }

  private static func defaults(size: Int) -> String {
    "<w:docDefaults><w:rPrDefault><w:rPr>\(fonts(serif))<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
      + "<w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault/></w:docDefaults>"
  }

  private static func fonts(_ name: String) -> String {
    "<w:rFonts w:ascii=\"\(name)\" w:eastAsia=\"\(name)\" w:hAnsi=\"\(name)\"/>"
  }

  private static func xml(_ look: Look) -> String {
    let paragraph =
      (look.isKeptWithNext ? "<w:keepNext/>" : "") + look.extra
      + "<w:spacing w:before=\"\(look.before)\" w:after=\"\(look.after)\" w:line=\"\(look.line)\" w:lineRule=\"exact\"/>"
      + (look.alignment.map { "<w:jc w:val=\"\($0)\"/>" } ?? "")
      + (look.level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? "")
    let run =
      (look.isSans ? fonts(sans) : "") + (look.isBold ? "<w:b/>" : "")
      + (look.size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? "")
    return "<w:style w:type=\"paragraph\" w:styleId=\"\(look.id.rawValue)\"><w:name w:val=\"\(look.name)\"/>"
      + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr>"
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  private static let rule =
    "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"1D3D66\"/></w:pBdr>"

  private static let box =
    "<w:pBdr>"
    + ["top", "left", "bottom", "right"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"16\" w:space=\"4\" w:color=\"auto\"/>"
    }
    .joined() + "</w:pBdr>"

  private static let table =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
    + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
    + "<w:left w:w=\"\(cellEdge)\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"\(cellEdge)\" w:type=\"dxa\"/>"
    + "</w:tblCellMar></w:tblPr></w:style>"
    + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>"
    + "<w:tblPr><w:tblBorders>"
    + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>"
    }.joined() + "</w:tblBorders></w:tblPr></w:style>"
}
