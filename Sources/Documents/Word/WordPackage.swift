import CArchive

/// What keeps a document from becoming a file of Word; facts only.
public enum WordError: Error, Equatable, Sendable {
  case outOfMemory
}

/// The parts of a WordprocessingML document (ECMA-376-1, 11.3) and the archive that they make (ECMA-376-2).
struct WordPackage: Equatable {
  struct Part: Equatable {
    var name: String
    /// XML.
    var content: String
  }

  /// In the order in which they are stored: the content types first, as readers of streams expect.
  var parts: [Part]

  /// - Parameters:
  ///   - title: as plain text.
  ///   - author: whose document it is, as plain text; nil for nobody.
  ///   - body: the blocks of the document, as WordprocessingML.
  init(title: String, author: String?, page: WordPage, body: String) {
    parts = [
      Part(name: "[Content_Types].xml", content: WordParts.contentTypes),
      Part(name: "_rels/.rels", content: WordParts.relationships),
      Part(name: "word/document.xml", content: page.document(of: body)),
      Part(name: "word/_rels/document.xml.rels", content: WordParts.documentRelationships),
      Part(name: "word/styles.xml", content: WordStyles.part(bodySize: page.bodySize)),
      Part(name: "word/numbering.xml", content: WordParts.numbering),
      Part(name: "word/settings.xml", content: WordParts.settings),
      Part(name: "word/fontTable.xml", content: WordParts.fonts),
      Part(name: "word/theme/theme1.xml", content: WordParts.theme),
      Part(name: "word/header1.xml", content: page.header),
      Part(name: "word/footer1.xml", content: page.footer),
      Part(name: "docProps/core.xml", content: WordParts.core(title: title, author: author)),
      Part(name: "docProps/app.xml", content: WordParts.app),
    ]
  }

  /// The file; the same parts give the same bytes.
  func bytes() throws(WordError) -> [UInt8] {
    guard let writer = ca_create() else { throw .outOfMemory }
    defer { ca_discard(writer) }
    for part in parts {
      let content = Array(part.content.utf8)
      guard let length = UInt32(exactly: content.count),
        ca_add(writer, part.name, content, length) == Int32(CA_OK.rawValue)
      else { throw .outOfMemory }
    }
    var length = 0
    guard let bytes = ca_finish(writer, &length) else { throw .outOfMemory }
    return Array(UnsafeBufferPointer(start: bytes, count: length))
  }
}

/// The sheet of paper, and what each one bears; lengths in twips, of which 1,440 are an inch.
struct WordPage: Equatable {
  /// A4 is 11,906 by 16,838.
  static let (width, height) = (11_906, 16_838)

  /// On the left of each page's head, as plain text; empty for none.
  var title: String
  /// On the right of it: 取扱注意.
  var marks: [String]
  /// At the left and right; 20 mm.
  var sideMargin = 1_134
  /// At the top and bottom; 18 mm.
  var endMargin = 1_020
  /// Whether each page bears its number and how many there are.
  var isNumbered = true
  /// Of the letters, in half points.
  var bodySize = 21

  /// What is left for text.
  var textWidth: Int { Self.width - 2 * sideMargin }

  fileprivate func document(of body: String) -> String {
    WordParts.declaration + "<w:document \(WordParts.namespaces)><w:body>\(body)<w:sectPr>"
      + "<w:headerReference w:type=\"default\" r:id=\"rId6\"/><w:footerReference w:type=\"default\" r:id=\"rId7\"/>"
      + "<w:pgSz w:w=\"\(Self.width)\" w:h=\"\(Self.height)\"/>"
      + "<w:pgMar w:top=\"\(endMargin)\" w:right=\"\(sideMargin)\" w:bottom=\"\(endMargin)\" w:left=\"\(sideMargin)\""
      + " w:header=\"\(endMargin / 2)\" w:footer=\"\(endMargin / 2)\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
  }

  fileprivate var header: String {
    var paragraph = WordParagraph(style: .header)
    paragraph.tabAtEnd = textWidth
    paragraph.runs = [WordRun(title, size: 16), .tab] + marks.map { WordRun($0 + " ", isBold: true) }
    return WordParts.declaration + "<w:hdr \(WordParts.namespaces)>\(paragraph.xml)</w:hdr>"
  }

  fileprivate var footer: String {
    var paragraph = WordParagraph(style: .footer)
    if isNumbered { paragraph.runs = [.field("PAGE"), WordRun("／"), .field("NUMPAGES")] }
    return WordParts.declaration + "<w:ftr \(WordParts.namespaces)>\(paragraph.xml)</w:ftr>"
  }
}
