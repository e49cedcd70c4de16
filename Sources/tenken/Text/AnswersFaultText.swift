import Formats
import Inspection

/// The Japanese of faults in a form that was filled in with Excel.
enum AnswersFaultText {
  /// `file:line: …`, one line a fault.
  static func lines(of faults: [AnswersFault], in file: String) -> [String] {
    faults.map { "\(file):\($0.line): \(sentence(for: $0.kind))" }
  }

  private static func sentence(for kind: AnswersFault.Kind) -> String {
    switch kind {
    case .notText: "文字として読めません。UTF-8 か、Excel の CSV（シフト JIS）で保存してください。"
    case .openQuote: "引用符（\"）が閉じていません。"
    case .textAfterQuote: "閉じた引用符（\"）の後に文字があります。"
    case .noHeader: "見出しの行がありません。1行目に 項目,回答,理由 と書いてください。"
    case .missingColumn(let name): "見出しに「\(name)」がありません。"
    case .unknownColumn(let name): "見出しの「\(name)」は使えません。使える見出し：項目、回答、理由、根拠、設問、選べる回答"
    case .duplicateColumn(let name): "見出しの「\(name)」が二度あります。"
    case .wrongFieldCount(let found, let expected): "欄が\(found)個あります。見出しと同じ\(expected)個にしてください。"
    case .noCode: "項目が空です。点検票のコードを書いてください。"
    case .unknownCode(let code): "項目「\(code)」は、この点検票にありません。"
    case .duplicateCode(let code): "項目「\(code)」が二度あります。一つにしてください。"
    case .unknownChoice(let word, let code): "\(code) の回答「\(word)」は読めません。番号（1 など）か言葉（はい など）で書いてください。"
    case .choiceNotOffered(let choice, let code, let offered):
      "\(code) では「\(choice.japanese)」は選べません。選べる回答："
        + offered.map { "\($0.digit) \($0.japanese)" }.joined(separator: "、")
    case .reasonMissing(let code): "\(code) は「別の方法で対応」です。どのような方法かを「理由」に書いてください。"
    case .wordsNotTaken(let code, let column): "\(code) の「\(column)」は、この回答では使いません。空にしてください。"
    case .consentRefused: "代理入力に同意していない点検票は、代わりに入力できません。ご本人に確かめてください。"
    case .controlCharacter(let column): "「\(column)」に、画面に出せない文字が入っています。"
    }
  }
}
