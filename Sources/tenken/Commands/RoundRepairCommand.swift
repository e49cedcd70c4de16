import ArgumentParser
import Storage

/// `tenken round repair`: what is broken in the log or the box, and mending it.
struct RoundRepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "壊れた記録（round.log）や箱（box.ndjson）を確かめ、直します。",
    discussion: """
      何も付けないと、直すところを示すだけで、何も変えません。
      バックアップがあるときは、先にそれを戻してください。直しても、失われた行は戻りません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Flag(name: .long, help: "示したとおりに直します。前のファイルは別の名前で残します。") var write = false

  func run() throws {
    if write {
      guard let (repair, kept) = try RoundRepair.perform(at: path, now: ProcessEnvironment.now()) else {
        return Output.say(RepairText.nothing)
      }
      return RepairText.lines(for: repair, kept: kept).forEach(Output.say)
    }
    guard let repair = try RoundRepair.needed(at: path) else { return Output.say(RepairText.nothing) }
    throw RepairText.failure(for: repair)
  }
}
