public import ArgumentParser
import Documents
import Inspection
public import Reporting
import Storage

extension LetterKind: ExpressibleByArgument {}

/// `tenken round letters`: the letters and forms of a round, filled in.
struct RoundLettersCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .text]

  static let configuration = CommandConfiguration(
    commandName: "letters", abstract: "依頼文、配付表、督促、報告の起案などを作ります。",
    discussion: """
      --kind を付けないときは、今の点検回に合うものを全て作ります。
        request    依頼文              extension  期限延長のお知らせ
        outline    実施要領            receipts   受領書
        slips      配付表              report     報告の起案
        reminder   督促                notice     公表文
        memo       未提出者の控え（局内用）
      html は Word などで開いて直せます。すでにあるファイルは書き換えません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("作る文書（繰り返せます）", valueName: "文書")) var kind: [LetterKind] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.html)
  @Option(
    name: .long,
    help: ArgumentHelp("書き出すフォルダ。文書が一つのときは、ファイルか - （標準出力）でも構いません。指定しないときは <点検回>-letters", valueName: "場所"))
  var output: String?
  @Option(name: .long, help: ArgumentHelp("点検コードの一覧（配付表に要ります）", valueName: "ファイル")) var codes: String?
  @Option(name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形", valueName: "ファイル")) var template: String?

  func run() throws {
    if output == "-", Set(kind).count != 1 {
      throw Failure(.usage, "標準出力に書き出せるのは一つだけです。--kind で文書を一つ指定してください。")
    }
    let templateSource = TemplateSource(file: template)
    try templateSource.check(isUsable: format.value == .html)
    let template = try templateSource.letter()
    let maker = try LetterMaker(path.droppingSlashes, codesFile: codes)
    let wanted = LetterKind.allCases.filter(kind.contains)
    let letters = try kind.isEmpty ? maker.due() : wanted.map { ($0, try maker.letter($0)) }
    try write(
      letters.map { kind, letter in
        (kind, Array((format.value == .html ? letter.html(by: template) : letter.text).utf8))
      })
  }

  /// Writes nothing unless every file is new.
  private func write(_ files: [(kind: LetterKind, bytes: [UInt8])]) throws {
    if Set(kind).count == 1, let output, !output.hasSuffix("/"), !Disk.isFolder(output), let file = files.first {
      if output == "-" { return try Output.write(file.bytes) }
      return try Output.writeNew(file.bytes, to: output)
    }
    guard !files.isEmpty else { throw Failure(.notYet, "今の点検回に合う文書はありません。") }
    let folder = (output ?? path.droppingSlashes + "-letters").droppingSlashes
    let named = files.map { (path: "\(folder)/\($0.kind.rawValue).\(format.value.fileExtension)", bytes: $0.bytes) }
    if let present = named.first(where: { Disk.exists($0.path) }) {
      throw StorageError.alreadyExists(path: present.path)
    }
    try Disk.makeFolder(folder)
    for file in named { try Output.writeNew(file.bytes, to: file.path) }
  }
}

extension String {
  /// Without the slash that a shell adds when it completes a name.
  fileprivate var droppingSlashes: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
