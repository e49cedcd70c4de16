import Documents
import Formats
import Inspection
import Jobs
import Reporting
import Storage

/// Why a letter cannot be made now, and what to do.
enum LetterRefusalText {
  static func failure(for refusal: LetterMaker.Refusal) -> Failure {
    switch refusal {
    case .notNow(let kind, let reason, let round): failure(for: reason, of: kind, round: round)
    case .codesNeeded(let round): codesNeeded(round: round)
    case .faultyCodes(let faults, let file):
      Failure(
        .badData,
        lines: TableFaultText.lines(of: faults, in: file) + ["点検回を作ったときにできた点検コードの一覧（番号、氏名、役割、点検コード）を指定してください。"])
    case .strangeCode(let id, let file):
      Failure(
        .badData, "\(file) にある番号「\(id)」の点検コードは、この点検回のものではありません。何も書き出していません。",
        "この点検回を作ったときにできた点検コードの一覧を指定してください。")
    }
  }

  static let nothing = Failure(
    .notYet, "今の点検回に合う文書はありません。", "締め切った後の報告の起案などは、--kind で指定すると作ります。")

  private static func failure(for refusal: LetterKind.Refusal, of kind: LetterKind, round path: String) -> Failure {
    switch refusal {
    case .noCodes: Failure(.usage, "この点検回には点検コードがないため、\(kind.japanese)は作れません。")
    case .closed: Failure(.notYet, "この点検回は締め切られているため、\(kind.japanese)は作りません。")
    case .nobodyMissing: Failure(.notYet, "未提出の方はいないため、\(kind.japanese)は作りません。")
    case .notExtended:
      Failure(
        .notYet, "期限はまだ延ばされていないため、\(kind.japanese)は作れません。", "tenken round extend \(ShellWord.quoted(path)) で延ばすと作れます。")
    case .nothingHandedIn: Failure(.notYet, "まだ提出がないため、\(kind.japanese)は作れません。")
    case .nothingToTell: Failure(.notYet, "集計の結果に載せることがないため、\(kind.japanese)は作りません。")
    case .tooLong: tooLong(kind)
    case .notClosed:
      Failure(.notYet, "締め切る前なので、\(kind.japanese)はまだ作れません。", "tenken round close \(ShellWord.quoted(path)) で締め切ると作れます。")
    }
  }

  static func tooLong(_ kind: LetterKind) -> Failure {
    Failure(
      .usage, "\(kind.japanese)は、一枚の紙に収まらないため、作っていません。", "round.yaml の ways（答え方の案内）と contact を短くしてください。")
  }

  static func codesNeeded(round path: String) -> Failure {
    Failure(
      .usage, "配付表には、点検コードの一覧が要ります。--codes で指定してください。",
      "例：--codes \(ShellWord.quoted(RoundFolder.slipsPath(beside: path)))（点検回を作ったときにできたファイル）")
  }
}

/// What is wrong with a template, and what to do.
enum TemplateText {
  static func failure(for error: TemplateError, in file: String) -> Failure {
    Failure(
      .badData, "\(file):\(error.line):\(error.column): ひな形（Mustache）として読めません。\(words(for: error.reason))",
      "tenken template show で組み込みのひな形と比べてください。何も書き出していません。")
  }

  static func notUTF8(_ file: String) -> Failure {
    Failure(.badData, "\(file) は UTF-8 の文字として読めません。UTF-8 で保存し直してください。")
  }

  private static func words(for reason: TemplateError.Reason) -> String {
    switch reason {
    case .otherSectionClosed: "{{/名前}} が、開いている {{#名前}} と合いません。"
    case .sectionOpen: "{{#名前}} を閉じる {{/名前}} がありません。"
    case .tagUnfinished: "{{ を閉じる }} がないか、名前の書き方が違います。"
    case .sectionInItself: "{{#名前}} の中に、同じ名前の {{#名前}} は置けません。"
    case .nestedTooDeeply: "{{#名前}} が深く重なりすぎています。"
    case .tooLarge: "大きすぎて読めません。"
    case .other(let word): "（\(word)）"
    }
  }
}
