import Formats
import Inspection

/// The Japanese of what is wrong with a form that came back from Excel, and of what a file is that is none.
enum FormFaultText {
  /// `file:C15: …`, one line a fault.
  static func lines(of error: FormFileError, in file: String) -> [String] {
    switch error {
    case .foreign(let foreign): ["\(file): \(sentence(for: foreign))"]
    case .faults(let faults): lines(of: faults).map { "\(file):\($0)" }
    }
  }

  /// `C15: …`, one line a fault.
  static func lines(of faults: [FormFault]) -> [String] {
    FaultText.told(faults) { line(sentence(for: $0.kind), at: $0.place) }
  }

  /// `C15: …`
  static func line(_ sentence: String, at place: FormFault.Place) -> String {
    switch place {
    case .line(let line): "\(line): \(sentence)"
    case .cell(let cell, let sheet): "\(cell)（\(sheet)）: \(sentence)"
    case .file: " \(sentence)"
    }
  }

  private static func sentence(for kind: FormFault.Kind) -> String {
    switch kind {
    case .table(let kind): TableFaultText.sentence(for: kind, detail: sentence)
    case .unreadable(let cell): "\(words(for: cell))が入っています。一覧から選ぶか、番号（1 など）を書いてください。"
    case .twoIdentities: "二つの点検票が混ざっています。新しい用紙に書き直してください。"
    case .severalForms: "点検票のシートが二つ以上あります。一つだけを残してください。"
    case .otherForm: "ほかの点検回か、ほかの点検票の用紙です。この点検の用紙に書き直してください。"
    }
  }

  private static func sentence(for detail: AnswerDetail) -> String {
    switch detail {
    case .unknownCode(let code): "項目\(code.quoted)は、この点検票にありません。"
    case .unknownChoice(let word, let code): "\(code) の回答\(word.quoted)は読めません。番号（1 など）か言葉（はい など）で書いてください。"
    case .choiceNotOffered(let choice, let code, let offered):
      "\(code) では「\(choice.japanese)」は選べません。選べる回答："
        + offered.map { "\($0.digit) \($0.japanese)" }.joined(separator: "、")
    case .reasonMissing(let code): "\(code) は「別の方法で対応」です。どのような方法かを「理由」に書いてください。"
    case .wordsNotTaken(let code, let column): "\(code) の「\(column)」は、この回答では使いません。空にしてください。"
    case .consentRefused: "代理入力に同意していない点検票は、代わりに入力できません。ご本人に確かめてください。"
    case .consentMissing: "代理入力への同意（P0）が書かれていません。ご本人に確かめてください。"
    case .lineMissing(let code): "\(code) の行がありません。行を消していない用紙に書き直してください。"
    }
  }

  private static func words(for cell: UnreadableCell) -> String {
    switch cell {
    case .truth: "TRUE か FALSE "
    case .error: "計算の誤り（#REF! など）"
    case .date: "日付"
    case .formula: "計算式"
    case .missingText: "壊れた文字"
    }
  }

  /// What a file is, and how a form is had of it.
  static func sentence(for foreign: ForeignFile) -> String {
    switch foreign {
    case .empty: "空のファイルです。"
    case .encrypted: "パスワードがかかっています。パスワードを外して保存し直してください。"
    case .oldExcel: "古い Excel の形式（.xls）です。Excel で開き、.xlsx で保存し直してください。"
    case .word: "Word の文書です。点検票の Excel のファイルをもらってください。"
    case .powerPoint: "PowerPoint のファイルです。点検票の Excel のファイルをもらってください。"
    case .otherCompound: "一太郎の文書や保存したメールなど、Excel ではないファイルです。点検票の Excel のファイルをもらってください。"
    case .openDocument: "LibreOffice の形式（.ods など）です。.xlsx で保存し直してください。"
    case .apple: "Numbers など、Apple の形式です。Numbers の「書き出す」で Excel を選んでください。"
    case .binaryWorkbook: "Excel のバイナリー形式（.xlsb）です。.xlsx で保存し直してください。"
    case .pdf: "PDF です。元の Excel のファイルをもらうか、紙に刷って --paper で入力してください。"
    case .markup: "HTML か XML です。.xlsx で保存し直してください。"
    case .picture: "写真か画像です。紙に刷って --paper で入力してください。"
    case .utf16: "Unicode テキストです。.xlsx か、CSV（UTF-8）で保存し直してください。"
    case .archive: "Excel のファイルではありません。ZIP で固めたものなら、中のファイルを取り出してください。"
    case .otherTable: "tenken の点検票ではありません。"
    case .withoutJapanese: "漢字が「?」に変わっています。CSV（UTF-8）か .xlsx で保存し直してください。"
    case .tooLarge: "大きすぎて、点検票とは思えません。中を開かずに断りました。"
    case .damaged: "壊れているため読めません。もう一度もらってください。"
    case .unsafe: "点検票にはないはずの、危ない作りが入っています。開かずに、送った方に確かめてください。"
    case .macros: "マクロの入ったブックです。開かずに、送った方に確かめてください。"
    case .linksOutside: "ほかのファイルを参照しています。新しい用紙に書き直してください。"
    case .unknown: "何のファイルか分かりません。"
    }
  }
}
