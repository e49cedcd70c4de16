import Formats
import Inspection
import Storage
import TextLayout

/// What is said of the actions of a round.
enum FollowUpText {
  static func carried(_ count: Int, from previous: String, to path: String) -> String {
    count == 0
      ? "\(previous) から引き継ぐ対応はありません。" : "\(previous) の終わっていない対応 \(count)件を、\(path)/actions.csv に引き継ぎました。"
  }

  /// - Parameter old: lines that were there before; nil where there was no list.
  static func proposed(_ count: Int, beside old: Int?, in file: String) -> String {
    switch (count, old) {
    case (0, nil): "改善の候補はありません。"
    case (0, let old?): "書き足す候補はありません。\(file) の\(old)件は変えていません。"
    case (_, nil): "改善の候補 \(count)件を \(file) に書きました。原因、対応、担当、期限、状況を Excel などで書いてください。"
    case (_, let old?): "改善の候補 \(count)件を \(file) に書き足しました。前からある\(old)件は変えていません。"
    }
  }

  static func progress(of actions: [Action], in folder: RoundFolder, on today: CalendarDay) -> String {
    let counts = Action.State.allCases.map { "\($0.japanese) \(actions.count($0))件" }.joined(separator: "  ")
    let overdue = actions.overdue(on: today)
    let lines =
      [
        "\(folder.policy.assembly) \(folder.round.title)  課題と対応", "全部で \(actions.count)件  \(counts)",
        "期限を過ぎたもの（\(today.japanese)現在） \(overdue.count)件",
      ]
      + overdue.map { action in
        "  \(action.id.rawValue.padded(to: 5))  期限 \(action.due?.japanese ?? "")  \(action.matter.subject)"
          + (action.owner.isEmpty ? "" : "（担当 \(action.owner)）")
      }
    return lines.map(\.printable).joined(separator: "\n") + "\n"
  }

  /// `file:line: …`, one line a fault.
  static func lines(of faults: [ActionsFault], in file: String) -> [String] {
    faults.map { "\(file):\($0.line): \(sentence(for: $0.kind))" }
  }

  private static func sentence(for kind: ActionsFault.Kind) -> String {
    switch kind {
    case .notText: "文字として読めません。UTF-8 か、Excel の CSV（シフト JIS）で保存してください。"
    case .openQuote: "引用符（\"）が閉じていません。"
    case .textAfterQuote: "閉じた引用符（\"）の後に文字があります。"
    case .noHeader: "見出しの行がありません。別の名前に移して --propose を使うと、見出しの付いた一覧を作れます。"
    case .missingColumn(let name): "見出しに「\(name)」がありません。"
    case .unknownColumn(let name, let allowed):
      "見出しの「\(name)」は使えません。使える見出し：\(allowed.joined(separator: "、"))"
    case .duplicateColumn(let name): "見出しの「\(name)」が二度あります。"
    case .wrongFieldCount(let found, let expected): "欄が\(found)個あります。見出しと同じ\(expected)個にしてください。"
    case .empty(let column): "「\(column)」が空です。"
    case .unknownWord(let word, let column, let allowed):
      "「\(column)」の「\(word)」は使えません。使える言葉：\(allowed.joined(separator: "、"))"
    case .notADay(let text, let column): "「\(column)」の「\(text)」は日付として読めません。例：令和9年3月31日、R9.3.31、2027-03-31"
    case .malformedID(let id): "番号「\(id)」は使えません。A-01 のように、半角の A- と数字で書いてください。"
    case .duplicateID(let id): "番号「\(id)」が二度あります。"
    case .controlCharacter(let column): "「\(column)」に、画面に出せない文字が入っています。"
    }
  }
}
