/// The parts that are the same in every document, and the properties.
enum WordParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(office)/relationships\""

  static let contentTypes =
    declaration + "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + [
      ("word/document", "\(word).document.main+xml"), ("word/styles", "\(word).styles+xml"),
      ("word/numbering", "\(word).numbering+xml"), ("word/settings", "\(word).settings+xml"),
      ("word/fontTable", "\(word).fontTable+xml"),
      ("word/theme/theme1", "application/vnd.openxmlformats-officedocument.theme+xml"),
      ("word/header1", "\(word).header+xml"), ("word/footer1", "\(word).footer+xml"),
      ("docProps/core", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("docProps/app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ].map { "<Override PartName=\"/\($0).xml\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"

  static let relationships = relationships([
    ("\(office)/relationships/officeDocument", "word/document.xml"),
    ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ("\(office)/relationships/extended-properties", "docProps/app.xml"),
  ])

  /// The sixth and the seventh are named by the page (`WordPage`).
  static let documentRelationships = relationships(
    [
      ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"),
      ("theme", "theme/theme1"), ("header", "header1"), ("footer", "footer1"),
    ].map { ("\(office)/relationships/\($0)", "\($1).xml") })

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    declaration + "<Relationships xmlns=\"\(package)/relationships\">"
      + targets.enumerated().map {
        "<Relationship Id=\"rId\($0 + 1)\" Type=\"\($1.type)\" Target=\"\($1.target)\"/>"
      }.joined() + "</Relationships>"
  }

  /// The times are the first that the archive knows too, so that the same document gives the same bytes.
  static func core(title: String, author: String?) -> String {
    let times = ["created", "modified"].map {
      "<dcterms:\($0) xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z</dcterms:\($0)>"
    }
    return declaration
      + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(title.xml)</dc:title>" + (author.map { "<dc:creator>\($0.xml)</dc:creator>" } ?? "")
      + "<dc:language>ja-JP</dc:language>" + times.joined() + "</cp:coreProperties>"
  }

  static let app =
    declaration + "<Properties xmlns=\"\(office)/extended-properties\"><Application>tenken</Application></Properties>"

  static let settings =
    declaration + "<w:settings \(namespaces)><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"840\"/>"
    + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
    + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    + "</w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/>"
    + "<w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\""
    + " w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\""
    + " w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/></w:settings>"

  /// One list, whose items have a dot.
  static let numbering =
    declaration + "<w:numbering \(namespaces)><w:abstractNum w:abstractNumId=\"0\">"
    + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
    + "<w:suff w:val=\"nothing\"/>"
    + "<w:lvlText w:val=\"・\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"210\" w:hanging=\"210\"/></w:pPr>"
    + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

  /// Programs without Japanese names for fonts know them by the second name.
  static let fonts =
    declaration + "<w:fonts \(namespaces)>" + font(WordStyles.serif, "Yu Mincho", family: "roman")
    + font(WordStyles.sans, "Yu Gothic", family: "swiss") + "</w:fonts>"

  private static func font(_ name: String, _ other: String, family: String) -> String {
    "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(other)\"/><w:charset w:val=\"80\"/>"
      + "<w:family w:val=\"\(family)\"/><w:pitch w:val=\"variable\"/></w:font>"
  }

  /// What Word asks of a theme at the least (ECMA-376-1, 20.1.6.9): twelve colours, two fonts, and three of each effect.
  static let theme =
    declaration + "<a:theme xmlns:a=\"\(drawing)\" name=\"tenken\"><a:themeElements><a:clrScheme name=\"tenken\">"
    + [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1D3D66"), ("lt2", "E6ECF4"), ("accent1", "55606C"),
      ("accent2", "C2570C"), ("accent3", "767676"), ("accent4", "1D3D66"), ("accent5", "F2AD66"), ("accent6", "E6ECF4"),
      ("hlink", "0B4F9C"), ("folHlink", "55606C"),
    ].map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }.joined() + "</a:clrScheme><a:fontScheme name=\"tenken\">"
    + themeFont("majorFont", WordStyles.sans) + themeFont("minorFont", WordStyles.serif)
    + "</a:fontScheme><a:fmtScheme name=\"tenken\"><a:fillStyleLst>\(fills)</a:fillStyleLst><a:lnStyleLst>\(lines)"
    + "</a:lnStyleLst><a:effectStyleLst>\(effects)</a:effectStyleLst><a:bgFillStyleLst>\(fills)</a:bgFillStyleLst>"
    + "</a:fmtScheme></a:themeElements></a:theme>"

  private static func themeFont(_ kind: String, _ name: String) -> String {
    "<a:\(kind)><a:latin typeface=\"\(name)\"/><a:ea typeface=\"\(name)\"/><a:cs typeface=\"\"/></a:\(kind)>"
  }

  private static let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
  private static let fills = fill + fill + fill
  private static let line = "<a:ln w=\"6350\">\(fill)</a:ln>"
  private static let lines = line + line + line
  private static let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
  private static let effects = effect + effect + effect
}
