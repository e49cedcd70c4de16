import Characters
import Formats
import Inspection

/// The Japanese of faults in a table that people saved from Excel: `file:line: …`, one line a fault.
enum TableFaultText {
  static func lines(of faults: [RosterFault], in file: String) -> [String] {
    lines(of: faults, in: file) { detail in
      switch detail {
      case .daysOutOfOrder: "退任日が就任日より前になっています。"
      case .unsafeID(let id): "番号\(id.quoted)は使えません。半角の英数字、-、_ で書いてください。"
      }
    }
  }

  static func lines(of faults: [ActionsFault], in file: String) -> [String] {
    lines(of: faults, in: file) { detail in
      switch detail {
      case .malformedID(let id): "番号\(id.quoted)は使えません。A-01 のように、半角の A- と数字で書いてください。"
      }
    }
  }

  static func lines(of faults: [OpinionsFault], in file: String) -> [String] {
    lines(of: faults, in: file) { detail in
      switch detail {
      case .malformedNumber(let number): "番号\(number.quoted)は使えません。一覧を作ったときの番号に戻してください。"
      }
    }
  }

  static func lines(of faults: [AuditFault], in file: String) -> [String] {
    lines(of: faults, in: file) { detail in
      switch detail {
      case .unknownItem(let item): "項目「\(item)」は、この点検回の組織の点検票にありません。"
      }
    }
  }

  static func lines(of faults: [TableFault<SlipDetail>], in file: String) -> [String] {
    lines(of: faults, in: file) { detail in
      switch detail {
      // Not the code: whoever looks over a shoulder must not learn it.
      case .malformedCode: "点検コードが正しくありません。"
      }
    }
  }

  private static func lines<Detail>(
    of faults: [TableFault<Detail>], in file: String, detail: (Detail) -> String
  ) -> [String] {
    FaultText.told(faults) { fault in "\(file):\(fault.line): \(sentence(for: fault.kind, detail: detail))" }
  }

  static func sentence<Detail>(for kind: TableFault<Detail>.Kind, detail: (Detail) -> String) -> String {
    switch kind {
    case .notText: "文字として読めません。UTF-8 か、Excel の CSV（シフト JIS）で保存してください。"
    case .tooLarge: "大きすぎて、tenken の表とは思えません。ファイルを確かめてください。"
    case .tooManyColumns(let found, let allowed):
      "見出しが\(found)個あります。使える見出し：\(allowed.joined(separator: "、"))"
    case .openQuote: "引用符（\"）が閉じていません。"
    case .textAfterQuote: "閉じた引用符（\"）の後に文字があります。"
    case .noHeader(let expected): "見出しの行がありません。1行目に \(expected.joined(separator: ",")) と書いてください。"
    case .missingColumn(let name): "見出しに\(name.quoted)がありません。"
    case .unknownColumn(let name, let allowed):
      "見出しの\(name.quoted)は使えません。使える見出し：\(allowed.joined(separator: "、"))"
    case .duplicateColumn(let name): "見出しの\(name.quoted)が二度あります。"
    case .wrongFieldCount(let found, let expected): "欄が\(found)個あります。見出しと同じ\(expected)個にしてください。"
    case .empty(let column): "「\(column)」が空です。"
    case .controlCharacter(let scalar, let column):
      "「\(column)」に、画面に出せない文字（U+\(scalar.hexadecimal)）が入っています。消してください。"
    case .unknownWord(let word, let column, let allowed):
      "「\(column)」の\(word.quoted)は使えません。使える言葉：\(allowed.joined(separator: "、"))"
    case .notADay(let text, let column):
      "「\(column)」の\(text.quoted)は日付として読めません。例：令和9年3月31日、R9.3.31、2027-03-31"
    case .duplicate(let text, let column): "「\(column)」の\(text.quoted)が二度あります。"
    case .row(let fault): detail(fault)
    }
  }
}
