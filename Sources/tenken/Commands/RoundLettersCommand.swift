public import ArgumentParser
import Documents
import Jobs
public import Reporting

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
        reminder   督促                executive  執行機関への連絡
        memo       未提出者の一覧      notice     公表文
      html は Word などで開いて直せます。すでにあるファイルは書き換えません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("作る文書（繰り返せます）", valueName: "文書")) var kind: [LetterKind] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.html)
  @Option(
    name: .long,
    help: ArgumentHelp("書き出すフォルダ。文書が一つのときは、ファイルか - （標準出力）でも構いません。指定しないときは <点検回>-letters", valueName: "場所"),
    completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp("点検コードの一覧（配付表に要ります）", valueName: "ファイル"), completion: .file()) var codes:
    String?
  @Option(name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形", valueName: "ファイル"), completion: .file()) var template:
    String?

  func run() throws {
    let isSingle = Set(kind).count == 1
    if output == "-", !isSingle { throw UsageText.oneLetterOnly }
    let templateSource = TemplateSource(file: template)
    try templateSource.check(isUsable: format.value == .html)
    let template = try templateSource.letter()
    let maker = try LetterMaker(
      path, codesFile: codes, start: { "tenken inspect --round \(ShellWord.quoted($0))" },
      clock: ProcessEnvironment.now, tell: Telling.tell)
    let wanted = LetterKind.allCases.filter(kind.contains)
    let letters = try kind.isEmpty ? maker.due() : wanted.map { ($0, try maker.letter($0)) }
    let pages = letters.map { kind, letter in
      (kind: kind, bytes: Array((format.value == .html ? letter.html(by: template) : letter.text).utf8))
    }
    if output == "-", let page = pages.first {
      try Output.write(page.bytes)
    } else {
      try LetterFiles(pages, ending: format.value.fileExtension, to: output, ofRound: path, isSingle: isSingle)
        .write(tell: Telling.tell)
    }
    try BoxLook.end(path)
  }
}
