import ArgumentParser
import Inspection

/// The root command; without a subcommand it inspects.
struct Tenken: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenken",
    abstract: "議会の情報セキュリティ自己点検を行い、結果をまとめます。",
    discussion: """
      例：
        tenken                                       個人で点検してみる
        tenken inspect --round r8-1                  点検回に参加して提出する
        tenken round create r8-1                     点検回を作る
        tenken round status r8-1                     提出の状況を見る
        tenken aggregate r8-1                        締め切った点検回を集計する
      """,
    version: Version.text,
    subcommands: [
      InspectCommand.self, ExportCommand.self, AggregateCommand.self, VerifyCommand.self, CombineCommand.self,
      AuditCommand.self, RoundCommand.self,
      ChecklistCommand.self, TemplateCommand.self,
    ],
    defaultSubcommand: InspectCommand.self)
}
