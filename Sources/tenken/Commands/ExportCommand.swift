import ArgumentParser
import Documents
import Formats
import Inspection
import Jobs
import Reporting
import Storage
import Workbook

/// `tenken export`: a person's own result from a draft, or from a handed-in sheet by its 回答番号.
struct ExportCommand: ParsableCommand, OffersFormats {
  static let formats = DocumentFormat.allCases

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "個人の結果を、改善策と問い合わせ先を添えて書き出します。",
    discussion: """
      下書きはファイルで指定します。点検回の下書きには --round も要ります。
      提出した回答票は、--round だけを付けて、回答番号をお尋ねに答えて入れます。
      すでにあるファイルには書き出しません。
      """)

  @Argument(help: ArgumentHelp("下書きのファイル", valueName: "ファイル"), completion: .file()) var file: String?
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.text)
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル"), completion: .file()) var output:
    String?
  @Option(name: .long, help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var round: String?
  @Option(name: .long, help: ArgumentHelp("csv の文字コード", valueName: "文字コード")) var encoding = CSVEncoding.utf8
  @Option(
    name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形（html か markdown のとき）", valueName: "ファイル"), completion: .file())
  var template: String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let templateSource = TemplateSource(file: template)
    try templateSource.check(isUsable: [.html, .markdown].contains(format.value))
    let result = try PersonalSource(subject(), checklists: source.folder).result()
    // Where several people's results are written, a slip of the name would put one in the place of another.
    try Output.write(bytes(of: result, template: templateSource), to: output, replacing: .refused)
  }

  private func subject() throws -> PersonalSource.Subject {
    switch (file, round) {
    case (let file?, let round): .draft(file: file, round: round)
    case (nil, let round?): .sheet(try SheetNumberPrompt.number(), round: round)
    case (nil, nil): throw UsageText.nothingToExport
    }
  }

  private func bytes(of result: PersonalResult, template: TemplateSource) throws -> [UInt8] {
    switch format.value {
    case .text: Array(PersonalReport(of: result).document.text.utf8)
    case .markdown:
      Array(
        PersonalReport(of: result).document.markdown(by: try template.markdown(orBuiltIn: .exportMarkdown)).utf8)
    case .html: Array(PersonalReport(of: result).document.html(by: try template.html()).utf8)
    case .docx: try PersonalReport(of: result).document.word()
    case .xlsx: try WorkbookWriter.bytes(of: PersonalSpreadsheet.spreadsheet(of: result))
    case .csv: try CSVWriter.bytes(PersonalCSV.rows(of: result), in: encoding)
    case .json: PersonalResultFormat.encode(result)
    }
  }
}
