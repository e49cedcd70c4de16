public import ArgumentParser
import Documents
import Formats
import Jobs
public import Reporting

extension LetterKind: ExpressibleByArgument {}

/// `tenken round letters`: the letters and forms of a round, filled in.
struct RoundLettersCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .docx, .text, .csv]

  static let configuration = CommandConfiguration(
    commandName: "letters", abstract: "依頼文、案内、配付表、督促、報告の起案などを作ります。",
    discussion: """
      --kind を付けないときは、今の点検回に合うものを作ります。
        request    依頼文              outline        実施要領
        slips      配付表              leaflet        案内（一枚の紙。パソコン）
        reminder   督促                leaflet-excel  案内（Excel の点検票）
        memo       未提出者の一覧      leaflet-paper  案内（紙の点検票）
        extension  期限延長のお知らせ  receipts       受領書
      次は集計によるもので、--kind を付けたときだけ作り、版として記録します。
        report     報告の起案          executive      執行機関への連絡
        notice     公表文              training       研修の資料
      docx は Word で直して使えます。csv は差し込み印刷の一覧です。
      すでにあるファイルは書き換えません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("作る文書（繰り返せます）", valueName: "文書")) var kind: [LetterKind] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.html)
  @Option(
    name: .long,
    help: ArgumentHelp("書き出すフォルダ。文書が一つのときは、ファイルか - （標準出力）でも構いません。指定しないときは <点検回>-letters", valueName: "場所"),
    completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp("点検コードの一覧（配付表に要ります。csv にも載せられます）", valueName: "ファイル"), completion: .file())
  var codes: String?
  @Option(name: .long, help: ArgumentHelp("csv の文字コード", valueName: "文字コード")) var encoding = CSVEncoding.utf8
  @Option(name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形", valueName: "ファイル"), completion: .file()) var template:
    String?

  private var isSingle: Bool { Set(kind).count == 1 || format.value == .csv }

  func run() throws {
    if output == "-", !isSingle { throw UsageText.oneLetterOnly }
    if format.value == .csv, !kind.isEmpty { throw UsageText.mergeOfAll }
    let templateSource = TemplateSource(file: template)
    try templateSource.check(isUsable: format.value == .html)
    let template = try templateSource.letter()
    let maker = try LetterMaker(path, codesFile: codes, clock: ProcessEnvironment.now, tell: Telling.tell)
    if format.value == .csv {
      try give(try checked([("merge.csv", try CSVWriter.bytes(try maker.mergeRows(), in: encoding))]))
    } else {
      let wanted = try kind.isEmpty ? maker.due() : LetterKind.allCases.filter(kind.contains)
      let outcome = try maker.run(
        wanted,
        make: { made in
          try checked(
            made.map { kind, letter in
              let bytes =
                switch format.value {
                case .docx: try letter.word()
                case .html: Array(letter.html(by: template).utf8)
                default: Array(letter.text.utf8)
                }
              return ("\(kind.rawValue).\(format.value.fileExtension)", bytes)
            })
        }, give: give)
      if case .leftOut(let lines, let list) = outcome { throw DisclosureText.failure(leftOut: lines, list: list) }
    }
    try BoxLook.end(path)
  }

  /// What is to be written, before an edition is written down for it; nil for standard output.
  private typealias Target = (pages: [LetterFiles.File], files: LetterFiles?)

  private func checked(_ pages: [LetterFiles.File]) throws -> Target {
    if output == "-" { return (pages, nil) }
    let files = try LetterFiles(pages, to: output, ofRound: path, isSingle: isSingle)
    try files.check()
    return (pages, files)
  }

  private func give(_ target: Target) throws {
    if let files = target.files { return try files.write(tell: Telling.tell) }
    for page in target.pages { try Output.write(page.bytes, to: nil) }
  }
}
