import Aggregation
import ArgumentParser
import Inspection
import Reporting
import Storage

/// `tenken round receipt`: whether the sheet of a 控え番号 is counted; nothing of its answers.
struct RoundReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "控え番号の回答票が集計に入るかどうかを確かめます。答えの内容は示しません。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Argument(help: ArgumentHelp("提出したときに表示された12けたの番号", valueName: "控え番号")) var number: String

  func run() throws {
    guard let id = CheckedNumber(written: number) else {
      throw Failure(.usage, "控え番号が正しくないようです。12けたの数字を確かめてください。")
    }
    let folder = try RoundFolder(path)
    let inbox = try RoundInbox(folder, includingSheets: true)
    let admission = SheetAdmission(
      of: inbox.sheets, unreadable: inbox.unreadableSheets, in: folder.round, answering: try folder.checklists())
    if admission.counted.contains(where: { $0.id == id }) {
      try Output.write("この回答票は受け取っています。集計に入ります。\n")
      return
    }
    let file = id.digits + ".json"
    if let leftOut = admission.leftOut.first(where: { $0.file == file }) {
      throw Failure(
        .badData, "この回答票はありますが、集計に入りません（\(LeftOutTable.words(for: leftOut))）。",
        "お問い合わせ：\(folder.round.contact.office) 電話 \(folder.round.contact.telephone)")
    }
    throw Failure(.noInput, "この控え番号の回答票は見つかりませんでした。番号を確かめてください。")
  }
}
