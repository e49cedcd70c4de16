import Formats
import Storage
import TextLayout

/// The Japanese of taking back and mending.
enum RepairText {
  static let nothing = "直すところはありません。"

  static func withdrawn(_ respondent: String) -> String {
    "番号「\(respondent)」の方の提出を取り消しました。もう一度提出できます。".printable
  }

  /// What would be done; nothing is changed yet.
  static func failure(for repair: RoundRepair) -> Failure {
    Failure(.badData, lines: facts(of: repair) + ["--write を付けて実行すると直します。前のファイルは別の名前で残します。何も変えていません。"])
  }

  static func lines(for repair: RoundRepair, kept: String) -> [String] {
    facts(of: repair) + ["直しました。前のファイルは \(kept) です。tenken round status で確かめてください。"]
  }

  private static func facts(of repair: RoundRepair) -> [String] {
    switch repair {
    case .log(let lines, _):
      ["round.log の\(lines.map(String.init).joined(separator: "、"))行目が読めません。読める行だけを残します。"]
    case .box(_, let box):
      ["box.ndjson の件数を、今ある行（\(FailureText.words(for: box.counts))）に合わせます。"]
    }
  }
}
