import ArgumentParser
import Inspection
import Jobs

/// `tenken round receipt`: whether the sheet of a 回答番号 is counted; nothing of its answers.
struct RoundReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "回答番号の回答票が集計に入るかどうかを確かめます。答えの内容は示しません。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Argument(help: ArgumentHelp("提出したときに表示された12けたの番号", valueName: "回答番号")) var number: String

  func run() throws {
    guard let number = CheckedNumber(written: number) else { throw UsageText.sheetNumber }
    let receipt = try RoundReceipt(of: number, in: path, tell: Telling.tell)
    if let failure = RoundRefusalText.failure(for: receipt) { throw failure }
    try Output.write("この回答票は受け取っています。集計に入ります。\n")
  }
}
