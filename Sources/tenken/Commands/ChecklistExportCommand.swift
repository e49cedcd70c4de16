import ArgumentParser
import Storage

/// `tenken checklist export`: the built-in policy and checklists, to begin one's own from.
struct ChecklistExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "組み込みの基本方針と点検票を、新しいフォルダに写します。",
    discussion: "写したものを直し、tenken round create --checklists で使います。すでにあるフォルダには書きません。")
  @Argument(help: ArgumentHelp("新しく作るフォルダ", valueName: "フォルダ"), completion: .directory) var folder: String

  func run() throws {
    let files = try ChecklistLibrary.export(to: folder)
    ChecklistText.exported(files, to: folder).forEach(Output.say)
  }
}
