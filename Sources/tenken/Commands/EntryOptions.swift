import ArgumentParser
import Jobs

/// Who enters the answers, and from what.
struct EntryOptions: ParsableArguments {
  @Option(
    name: .customLong("assisted-by"),
    help: ArgumentHelp("代わりに入力する人の名簿の番号（職員か組織の人。はじめに本人の同意を確かめます）", valueName: "番号"))
  var assistedBy: String?

  @Flag(name: .long, help: "紙の点検票を、コードと番号で続けて入力します（--assisted-by と一緒に）。")
  var paper = false

  @Flag(name: .long, help: "紙の点検票を2回入力して、違うところを確かめます（--paper と一緒に）。")
  var twice = false

  @Option(name: .long, help: ArgumentHelp("Excel で記入した点検票（CSV）を読み、見直しから始めます", valueName: "ファイル"))
  var answers: String?

  var method: EntryMethod {
    EntryMethod(assistedBy: assistedBy, isPaper: paper, isTwice: twice, answers: answers)
  }
}
