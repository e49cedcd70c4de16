import ArgumentParser

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "個人の結果を書き出します。")
}
struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "aggregate", abstract: "締め切った点検回を集計します。")
}
