import Inspection

/// The Japanese of the interview's beginning and end.
extension InterviewText {
  // MARK: Preface

  static let prefaceHeading = "はじめに"
  static func notYetOpen(_ round: Round?) -> [String] {
    round.map { ["点検の期間は\($0.opens.japanese)からですが、今から答えて提出することもできます。"] } ?? []
  }
  static let late = "期限を過ぎていますが、提出できます。"
  static let beginLabel = "始める"
  static let prefaceExplanation = [
    "数字のキーと Enter だけで最後まで進めます。数字を押すと印が付き、Enter を押すと決まります。",
    "一問ごとに自動で保存します。途中でやめても、次は続きから始まります。",
  ]

  static func prefaceFacts(of round: Round?) -> [String] {
    guard let round else {
      return ["これは個人の点検です。答えはこのパソコンの中だけに保存され、だれにも提出されません。"]
    }
    return meetings(of: round) + [
      "点検回：\(round.title)　提出の期限：\(round.deadline.japanese)", "保存期間：\(round.keeping)",
      "お問い合わせ：\(round.contact.office) 電話 \(round.contact.telephone)",
    ]
  }

  /// What the questions call 会議, as the secretariat settled it.
  static func meetings(of round: Round?) -> [String] {
    guard let round, !round.meetings.isEmpty else { return [] }
    return ["対象の会議：" + round.meetings.joined(separator: "、")]
  }

  // MARK: Plans

  static let planOptions = ["この改善策を行う", "自分の言葉で書く", "今は決めない", "残りもまとめて、今は決めない"]
  static let planExplanation = [
    "改善計画は、これから何をするかの覚え書きです。すべて飛ばしても構いません。",
    "無記名の点検回では、改善計画は提出されず、ご自分の控えにだけ載ります。",
  ]

  static func planLead(choice: Choice?, remedy: String) -> [String] {
    [choice.map { "回答：\($0.japanese)" }, "改善策：\(remedy)"].compactMap { $0 }
  }

  static func plan(_ plan: ImprovementPlan) -> String {
    "今の計画： \(plan.action)" + (plan.due.map { "（\($0.japanese)まで）" } ?? "")
  }

  static func planned(_ action: String) -> String { "改善のために行うこと： \(action)" }

  static func dueTaken(_ day: CalendarDay) -> Page.Notice {
    Page.Notice(kind: .done, text: "期限を \(day.japanese) にしました。")
  }

  static func dueCheck(_ day: CalendarDay, isPast: Bool) -> String {
    isPast ? "\(day.japanese)は、もう過ぎた日です。この日でよいですか。" : "\(day.japanese)までに行います。この日でよいですか。"
  }
  static let dueCheckOptions = ["この日にする", "書き直す"]

  // MARK: Opinion

  static let opinionHeading = "ご意見"
  static let opinionLabel = "ご意見"
  /// Nothing says whose an opinion is, so that a second one stands beside the first.
  static func opinionLead(isReplacing: Bool) -> [String] {
    [
      "点検や情報の取扱いについて、ご意見があれば書いてください。",
      isReplacing ? "前に提出したご意見は、だれのものか分からないため、そのまま残ります。ここに書くと、もう一件になります。" : nil,
      "ご意見は答えと切り離して保存します。",
    ].compactMap { $0 }
  }
  static let opinionGuidance = "書きぶりで人が分かることがあるので、氏名は書かないでください。"
  static let opinionExplanation = ["ご意見は、書いても書かなくても構いません。集計する担当が読みます。"]
  static func opinionOptions(isWritten: Bool) -> [String] {
    isWritten ? ["書く（書いてあるものを直す）", "書かない（書いてあるものは消す）"] : ["書く", "書かない"]
  }
  static func opinion(_ text: String) -> String { "今のご意見： \(text)" }

  // MARK: Hand-in

  static let handInHeading = "提出"
  static let handInOptions = ["提出する", "まだ提出しない（保存して終わる）"]

  static func handInLead(open: Int, isSigned: Bool, number: SheetNumber) -> [String] {
    let howTo =
      switch number {
      case .new: "提出して初めて使えます。差し替えに要るので、先に紙に書いてください。"
      case .replacing: "前に提出した回答票と差し替えます。回答番号は変わりません。"
      }
    return [
      open > 0 ? "まだ答えていない質問が \(open)問あります。未回答のまま提出できます。" : nil,
      isSigned
        ? "記名で提出します。メモと改善計画も一緒に提出されます。"
        : "無記名で提出します。氏名、時刻、メモ、改善計画は回答票に載りません。",
      "回答番号　\(number.value.grouped)", howTo,
    ].compactMap { $0 }
  }

  static let replaceLabel = "回答番号（12けた）"
  static let replaceNext = "差し替えて提出"
  static let replaceLead = [
    "すでに提出されています。前の回答票と差し替えるには、提出したときに表示された回答番号を入れてください。",
    "回答番号が分からないときは、差し替えられません。前の回答票がそのまま集計されます。",
  ]

  // MARK: Handed in before

  static let standingHeading = "提出は済んでいます"
  static let standingOptions = ["このままでよいので、終わる", "答え直して、前の回答票と差し替える"]
  /// - Parameter receipt: nil where the record of the hand-in cannot be read.
  static func standingLead(receipt: String?) -> [String] {
    [
      receipt.map { "すでに提出されています。受付番号　\($0)" } ?? "すでに提出されています。",
      "差し替えるには、提出したときに表示された回答番号（12けた）が要ります。",
    ]
  }
  static let checkLabel = "番号を確かめる"
  static let startHeading = "どこから始めますか"
  static let startLead = ["回答番号を確かめました。前の回答票は、もう一度提出するまで、そのまま残ります。"]
  static let startOptions = ["はじめから答える", "前の答えを出しておき、違うところだけを直す"]

  static let receiptOptions = ["回答番号を書き留めました"]
  static let receiptHeading = "提出が終わりました"

  static func receiptLead(_ receipt: HandInReceipt) -> [String] {
    [
      "受付番号　\(receipt.receipt)",
      "提出したことの証明です。提出の記録にも残ります。",
      "回答番号　\(receipt.sheet.grouped)",
      "あなたの回答票の番号です。終わるともう表示されないので、紙に書き留めてください。回答票を確かめるときや差し替えるときに使います。",
    ]
  }

  // MARK: 控え

  static let keepsakeHeading = "控え"
  static let closeCopyLabel = "控えを閉じる"
  static let toNumbers = "番号の画面に戻る"

  static func keepsakeOptions(isShown: Bool) -> [String] {
    isShown ? ["控えをこの画面で見る", "控えを見ずに終わる"] : ["控えをファイルに保存して終わる", "控えを残さずに終わる"]
  }

  static func keepsakeLead(isHandedIn: Bool, isShown: Bool) -> [String] {
    [
      isShown
        ? "ご自分の答えと改善策をまとめた控えを、この画面で見られます。ここではファイルに残しません。見られるのは今だけです。"
        : "ご自分の答えと改善策をまとめた控えを、ファイルに保存できます。",
      isHandedIn
        ? "このパソコンにあった下書きは、提出と同時に消しました。"
        : "答えはこのパソコンに残ります。もう一度始めると、続きから見直せます。",
      "控えには弱点が書かれています。取扱いに注意してください。",
    ]
  }

  // MARK: Leaving

  static func leavingLead(isHandedIn: Bool, isUnsaved: Bool, isKept: Bool, showsCopy: Bool = false) -> String {
    if isHandedIn, showsCopy { return "提出は済んでいます。終わりますか。回答番号と控えは、もう表示されません。" }
    if isHandedIn { return "提出は済んでいます。控えを残さずに終わりますか。回答番号は、もう表示されません。" }
    if isUnsaved { return "この画面の答えは、まだ保存できていません。前の画面までの答えは無事です。終了しますか。" }
    return isKept ? "保存して終了しますか。ここまでの答えは保存されています。" : "終了しますか。まだ何も答えていません。"
  }

  static func leavingOptions(isHandedIn: Bool, isUnsaved: Bool, isKept: Bool) -> [String] {
    if isUnsaved { return ["もう一度保存して終わる", "続ける", "保存せずに終わる"] }
    return [isHandedIn || !isKept ? "終わる" : "保存して終わる", "続ける"]
  }

  // MARK: A shared screen that nobody touches

  static func idleNote(isHandedIn: Bool, isKept: Bool) -> String? {
    if isHandedIn { return "提出は済んでいます。閉じると、回答番号と控えはもう表示されません。" }
    return isKept ? "ここまでの答えは保存されています。もう一度点検コードを入れると、続きから始められます。" : "まだ何も答えていません。"
  }

  // MARK: Beginning anew

  static let anewHeading = "はじめから新しく点検する"
  static let anewLead = "今までの答えを別に残して、新しい点検を始めます。よろしいですか。"
  static let anewOptions = ["新しく始める", "始めずに戻る"]
  static let setAside = Page.Notice(kind: .done, text: "今までの答えは、別のファイルに残しました。")
}
