import Characters

/// What a file is that is no form, by what stands in it and never by its name.
public enum ForeignFile: Equatable, Sendable {
  case empty
  /// A workbook that opens only with a password, or an archive with one.
  case encrypted
  /// Excel 97–2003.
  case oldExcel
  /// Of either age, as is `powerPoint`.
  case word
  case powerPoint
  /// A compound file of another program: 一太郎, a mail of Outlook.
  case otherCompound
  case openDocument
  /// Numbers, or another of Apple's office programs.
  case apple
  /// `.xlsb`.
  case binaryWorkbook
  case pdf
  /// HTML or XML, as some programs save under an Excel name.
  case markup
  case picture
  /// Text in UTF-16, as Excel's 「Unicode テキスト」.
  case utf16
  /// A ZIP archive that holds no workbook: files put together, a book, a drawing.
  case archive
  /// A workbook or a table that is not a form of tenken's.
  case otherTable
  /// A CSV in an encoding that has no kanji, with a question mark for each.
  case withoutJapanese
  /// Longer, or with more in it, than any form.
  case tooLarge
  /// A ZIP archive or a workbook that breaks off, or is not what it says it is.
  case damaged
  /// A workbook that holds what a form never does: names that lead elsewhere, document types.
  case unsafe
  /// A workbook with a program in it, which nothing here would run.
  case macros
  /// A workbook that takes values from other files.
  case linksOutside
  case unknown

  /// By the first bytes; nil for what may be a form.
  init?(_ bytes: [UInt8]) {
    func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
    if bytes.isEmpty {
      self = .empty
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.compound(bytes)
    } else if begins(Array("%PDF".utf8)) {
      self = .pdf
    } else if begins([0xFF, 0xD8, 0xFF]) || begins([0x89, 0x50, 0x4E, 0x47]) || begins(Array("GIF8".utf8))
      || bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
    {
      self = .picture
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .utf16
    } else if ByteOrderMark.dropped(from: bytes).first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })
      == UInt8(ascii: "<")
    {
      self = .markup
    } else {
      return nil
    }
  }

  /// Whether the bytes begin as a ZIP archive does (APPNOTE.TXT, 4.3.7 and 4.3.16).
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// An archive that is no workbook; nil for one that says it is.
  init?(_ archive: ZipArchive) {
    if archive.isEncrypted {
      self = .encrypted
    } else if let kind = try? archive.part("mimetype", upTo: 1_000) {
      self = String(decoding: kind, as: UTF8.self).contains("opendocument") ? .openDocument : .archive
    } else if archive.names.contains(where: { $0.hasSuffix(".iwa") }) || archive.has("index.zip") {
      self = .apple
    } else if archive.has("xl/workbook.bin") {
      self = .binaryWorkbook
    } else if archive.names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.contains("/macrosheets/") }) {
      self = .macros
    } else if archive.has("word/document.xml") {
      self = .word
    } else if archive.has("ppt/presentation.xml") {
      self = .powerPoint
    } else if !archive.has("_rels/.rels") {
      self = .archive
    } else {
      return nil
    }
  }

  init(_ fault: ZipArchive.Fault) {
    switch fault {
    case .damaged, .outOfMemory: self = .damaged
    case .tooManyParts, .tooLarge: self = .tooLarge
    case .unsafeName: self = .unsafe
    }
  }

  init(_ fault: WorkbookFault) {
    switch fault {
    case .archive(let fault): self.init(fault)
    case .xml(.documentType), .sharedPart: self = .unsafe
    case .xml(.tooLarge), .tooManyCells: self = .tooLarge
    case .xml(.malformed), .xml(.outOfMemory): self = .damaged
    case .noWorkbook: self = .archive
    case .incomplete: self = .damaged
    case .linksOutside: self = .linksOutside
    }
  }

  /// A compound file ([MS-CFB]) by the names of its streams, which are in UTF-16.
  private static func compound(_ bytes: [UInt8]) -> Self {
    func holds(_ name: String) -> Bool { bytes.holds(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) }
    if holds("EncryptedPackage") { return .encrypted }
    // Both may hold a table of Excel.
    if holds("PowerPoint Document") { return .powerPoint }
    if holds("WordDocument") { return .word }
    return holds("Workbook") || holds("Book") ? .oldExcel : .otherCompound
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
