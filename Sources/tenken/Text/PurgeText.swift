import Inspection
import Jobs
import Reporting
import TextLayout

/// The Japanese of destroying what was handed in.
enum PurgeText {
  /// What has to be typed, so that nothing goes by a key too many.
  static let word = "廃棄"
  static let question = "廃棄するときは「\(word)」と入れてください"
  static let kept = Failure(.notYet, "廃棄していません。何も変えていません。")

  /// What goes, what stays, and what nobody can reach from here.
  static func lines(of purge: RoundPurge) -> [String] {
    let goes = purge.disposable.map { "  \($0)" }
    let besides = purge.besides.map { "  \($0)" }
    return [
      "\(purge.round.title)の回答票などを廃棄します（廃棄できる日 \(purge.day.japanese)、保存期間 \(purge.round.retention)）。".printable,
      "廃棄するもの：",
    ] + goes + [
      "残すもの：設定、点検票、記録、対応の一覧、検討の記録、集計した内部用の版（\(purge.edition.name)まで）",
      "ここからは廃棄できないもの。それぞれの場所で廃棄してください：",
      "  バックアップ、フォルダの写し、印刷した名簿と一覧、記入された用紙と受け取ったファイル",
    ] + besides
  }

  static func done(_ purge: RoundPurge) -> String {
    "廃棄しました。次の点検回では、このフォルダを --previous に指定して比べることができます。"
  }

  static func failure(for refusal: RoundPurge.Refusal) -> Failure {
    switch refusal {
    case .notClosed: Failure(.notYet, "締め切る前の点検回は廃棄できません。")
    case .tooEarly(let day): Failure(.notYet, "保存期間が過ぎていません。廃棄できるのは\(day.japanese)からです。何も変えていません。")
    case .noEdition:
      Failure(.notYet, "内部用の版がありません。廃棄すると、結果が何も残りません。", "tenken aggregate で集計した後に、廃棄してください。")
    case .alreadyPurged(let day): Failure(.usage, "この点検回の回答票などは、\(day.japanese)に廃棄してあります。")
    }
  }
}
