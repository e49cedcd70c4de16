import Inspection

/// The Japanese of what went wrong or was not possible: what happened, whether the answers are safe, what to do.
extension InterviewText {
  static let undone = Page.Notice(kind: .done, text: "一つ前に戻しました。")

  static func notice(for refusal: Refusal) -> Page.Notice {
    Page.Notice(kind: .hint, text: text(for: refusal))
  }

  private static func text(for refusal: Refusal) -> String {
    switch refusal {
    case .pressANumber: "番号を押してください。"
    case .answerOrList: "番号を押してください。決まらないときは「一覧」から先へ進めます。"
    case .notOffered(let digit): "この画面では \(digit) は選べません。画面にある番号を押してください。"
    case .notHere: "この画面では使えません。下の案内にあるキーを押してください。"
    case .nothingToUndo: "元に戻せる変更はありません。"
    case .reasonNeeded: "どのような方法かを短く書いてください。戻ると、ほかの答えを選べます。"
    case .onlyADigit(let digit):
      "「\(digit)」だけが書かれています。書くことがないときは、空のまま Enter を押してください。"
    case .notADay: "日付として読めませんでした。例：3月31日、令和9年3月31日、R9.3.31、2027-03-31"
    case .numberMistyped: "番号が正しくないようです。12けたの数字を確かめて、もう一度入れてください。"
    }
  }

  static func notice(for fault: StoreFault, while task: StoreTask, contact: Round.Contact?) -> Page.Notice {
    let cause =
      switch fault {
      case _ where task == .lookingUp: ""
      case .noPermission(let path): "\(path) に書き込む権限がありません。"
      case .diskFull(let path): "\(path) のある記憶装置がいっぱいです。"
      case .readOnly(let path): "\(path) は書き込みができない場所です。"
      case .other(let path, let code): "\(path) に保存できませんでした（番号 \(code)）。"
      }
    return Page.Notice(
      kind: .trouble,
      text: cause + consequence(of: task)
        + (contact.map { "直らないときは \($0.office)（電話 \($0.telephone)）へご連絡ください。" } ?? ""))
  }

  private static func consequence(of task: StoreTask) -> String {
    switch task {
    case .lookingUp: "番号を確かめられませんでした。前に提出した回答票はそのままです。"
    case .saving: "この画面の答えはまだ保存されていません。前の画面までの答えは無事です。もう一度同じ番号を押すと、保存をやり直します。"
    case .handingIn: "まだ提出は終わっていません。答えはこのパソコンに残っています。もう一度同じ操作をすると、提出をやり直します。"
    case .exporting: "控えはまだ保存されていません。答えは無事です。もう一度番号と Enter を押すと、やり直します。"
    }
  }

  static let unknownNumber = Page.Notice(
    kind: .hint, text: "この回答番号の回答票は見つかりませんでした。番号を確かめて、もう一度入れてください。")
  static let slipCode = Page.Notice(
    kind: .hint, text: "それは点検コードです。ここには、提出したときに書き留めた回答番号を入れてください。")

  static func notice(for refusal: HandInRefusal, contact: Round.Contact?) -> Page.Notice {
    switch refusal {
    case .store(let fault): notice(for: fault, while: .handingIn, contact: contact)
    case .roundClosed:
      Page.Notice(
        kind: .trouble,
        text: "この点検回は締め切られたため、提出できません。答えはこのパソコンに残っています。"
          + (contact.map { "\($0.office)（電話 \($0.telephone)）へご連絡ください。" } ?? ""))
    case .numberTaken:
      Page.Notice(
        kind: .trouble, text: "同じ回答番号がすでに使われているため、提出できませんでした。保存して終わり、もう一度始めると、別の番号で提出できます。答えは無事です。")
    case .alreadyHandedIn: Page.Notice(kind: .hint, text: replaceLead[0])
    case .unknownNumber: unknownNumber
    }
  }
}

/// What the disk was asked to do when it refused.
enum StoreTask: Equatable, Sendable {
  case saving, handingIn, exporting, lookingUp
}
