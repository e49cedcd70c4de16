import Inspection
import Jobs
import Reporting
import TextLayout

/// The Japanese of what happens while a job works.
enum JobEventText {
  static func title(of work: JobEvent.Work) -> String {
    switch work {
    case .readingBox: "箱を読んでいます（MiB）"
    case .readingSheets: "回答票を読んでいます"
    case .readingForms: "点検票の用紙を読んでいます"
    case .readingSummaries: "点検結果を読んでいます"
    case .makingCodes: "点検コードを作っています"
    case .checkingCodes: "点検コードを確かめています"
    }
  }

  /// How long a work will still take; nil where nobody knows.
  static func timeLeft(seconds: Int?) -> String? {
    seconds.map { $0 < 60 ? "（残り約\($0)秒）" : "（残り約\(($0 + 59) / 60)分）" }
  }

  /// None for what is shown otherwise.
  static func lines(for event: JobEvent) -> [String] {
    switch event {
    case .progress: []
    case .recorded(let edition): ["\(edition.audience.japanese)の\(edition.japanese)として記録しました。".printable]
    case .unchanged(let edition): ["点検回のファイルは変わっていないので、\(edition.japanese)のままです。".printable]
    case .unlistedOpinions(let count, let round):
      ["まだ読んでいないご意見が\(count)件あります。 tenken round opinions \(ShellWord.quoted(round))"]
    case .leftOutListRemoved(let path): ["除いたものがなくなったので、前の一覧 \(path) を消しました。"]
    case .foreignLeftOutList(let path): ["\(path) は tenken が書いた一覧ではないようなので、残しました。今回除いたものはありません。"]
    case .closed(let round): ["締め切りました。tenken aggregate \(ShellWord.quoted(round)) で集計できます。"]
    case .letterSkipped(.codesNeeded(let round)): LetterRefusalText.codesNeeded(round: round).lines
    case .letterSkipped(.tooLong(let kind)): LetterRefusalText.tooLong(kind).lines
    case .slipsBroughtUpToDate(let list): ["点検コードの一覧 \(list) のその人の行も、新しいものにしました。"]
    case .slipsOutdated(let list):
      ["点検コードの一覧 \(list) は、読み書きできないか名簿にない番号があるため、そのままです。その人の行は、前の点検コードのままです。"]
    case .wrote(let file): ["\(file) に書き出しました。"]
    }
  }
}
