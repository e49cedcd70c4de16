import ArgumentParser
import Inspection
import Storage
import TextLayout

/// `tenken template`: the built-in templates, to be changed and given back with `--template`.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "組み込みのひな形を示します。写して直し、--template で使います。",
    subcommands: [TemplateListCommand.self, TemplateShowCommand.self])
}

/// The built-in templates by their names.
enum TemplateName: String, CaseIterable, ExpressibleByArgument {
  case letter = "letter.html"
  case report = "report.html"
  case summary = "summary.md"
  case export = "export.md"
  case paper = "paper.html"

  var bundled: Bundled {
    switch self {
    case .letter: .letterHTML
    case .report: .reportHTML
    case .summary: .summaryMarkdown
    case .export: .exportMarkdown
    case .paper: .paperHTML
    }
  }

  /// What it is for, and where it is given back.
  var purpose: String {
    switch self {
    case .letter: "依頼文などの様式（tenken round letters --template）"
    case .report: "HTML の集計と個人の結果（tenken aggregate、tenken export の --format html --template）"
    case .summary: "Markdown の集計（tenken aggregate --format markdown --template）"
    case .export: "Markdown の個人の結果（tenken export --format markdown --template）"
    case .paper: "紙の点検票（見るだけで、取り替えられません）"
    }
  }
}

/// `tenken template list`: their names and what each is for.
struct TemplateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "ひな形の名前の一覧を示します。")

  func run() throws {
    for name in TemplateName.allCases { try Output.write(name.rawValue.padded(to: 13) + name.purpose + "\n") }
  }
}

/// `tenken template show`: the text of one.
struct TemplateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "ひな形（Mustache）の中身を示します。",
    discussion: "例：tenken template show letter.html > yoshiki.html")

  @Argument(help: ArgumentHelp("ひな形の名前", valueName: "名前")) var name: TemplateName

  func run() throws { try Output.write(name.bundled.bytes) }
}
