import Inspection

/// The Japanese of the interview's questions and lists, in plain polite words.
enum InterviewText {
  // MARK: The top of every page

  static func banner(of setting: Setting, progress: String? = nil) -> Page.Banner {
    Page.Banner(
      title: title(of: setting), occasion: occasion(of: setting), role: setting.policy.name(of: setting.checklist.role),
      scope: setting.checklist.scope, progress: progress,
      entry: setting.assistance.map { AssistanceText.banner($0) })
  }

  static func title(of setting: Setting) -> String {
    setting.policy.assembly + " 情報セキュリティ自己点検" + (setting.checklist.approved == nil ? "（案）" : "")
  }

  static func occasion(of setting: Setting) -> String { setting.round?.title ?? "個人の点検（提出なし）" }

  static func itemProgress(_ number: Int, of total: Int, open: Int) -> String {
    "\(number)問目（全\(total)問） 未回答 \(open)"
  }

  static func profileProgress(_ number: Int, of total: Int) -> String { "前提の質問 \(number)問目（全\(total)問）" }
  static func planProgress(_ number: Int, of total: Int) -> String { "改善計画 \(number)件目（全\(total)件）" }
  static func listProgress(open: Int, of total: Int) -> String { "全\(total)問 未回答 \(open)" }

  static func label(of command: Command) -> String {
    switch command {
    case .next: "次へ"
    case .back: "戻る"
    case .note: "メモ"
    case .list: "一覧"
    case .suspend: "中断して保存"
    case .undo: "元に戻す"
    case .help: "説明"
    }
  }

  // MARK: Questions

  static let profileHeading = "前提の質問"
  static let profileGuidance = "「いいえ」のときは、関係のない質問を省きます。"
  static let profileExplanation = [
    "あなたに関係のない質問を省くために、先にお尋ねしています。",
    "あとで戻って選び直すと、省かれた質問が出てきます。先に答えた内容は消えません。",
  ]

  static func clause(_ clause: Clause) -> String { "基本方針\(clause.number)" }

  static func status(of chosen: Page.Option?) -> String {
    "回答： " + (chosen.map { "\($0.digit) \($0.label)" } ?? "まだ選んでいません")
  }

  static func note(_ text: String) -> String { "メモ： \(text)" }
  static func reason(_ text: String) -> String { "方法： \(text)" }
  static func evidence(_ text: String) -> String { "根拠： \(text)" }
  static func example(_ evidence: String) -> String { "例： \(evidence)" }
  static func earlier(_ evidence: String) -> String { "前回の根拠： \(evidence)　今も同じなら、確かめてから同じように書いてください。" }

  static func explanation(of item: Item, policy: Policy, round: Round?) -> [String] {
    let clauses = item.clauses.compactMap { policy.clause($0) }.map { clause in
      "基本方針\(clause.number)「\(clause.title)」：\(clause.summary)"
    }
    let standard = item.standardReference.map { ["対策基準：\($0)"] } ?? []
    return [
      "この質問は、基本方針を具体化した点検項目です。できていなくても責められることはありません。",
      "迷うときは「わからない」を選んでください。",
    ] + clauses + standard + ["改善するには：\(item.remedy)"] + meetings(of: round) + telephone(round?.contact)
  }

  static func telephone(_ contact: Round.Contact?) -> [String] {
    contact.map { ["お問い合わせ：\($0.office) 電話 \($0.telephone)"] } ?? []
  }

  // MARK: Text fields

  /// What is written about an item.
  enum Field: Equatable {
    case note, reason, evidence, plan, due

    var label: String {
      switch self {
      case .note: "メモ"
      case .reason: "どのような方法で行っていますか"
      case .evidence: "根拠となる文書など"
      case .plan: "改善のために行うこと"
      case .due: "いつまでに"
      }
    }

    func guidance(isNew: Bool) -> [String] {
      switch self {
      case .note: ["ご自分のためのメモです。氏名や機器の名前は書かないでください。" + (isNew ? "" : "空にすると消えます。")]
      case .reason: ["別の方法を短く書いてください。集計する担当が読みます。氏名や機器の名前は書かないでください。"]
      case .evidence: ["確かめられる文書や記録の名前です。なければ何も書かずに Enter を押してください。"]
      case .plan: ["何をするかを短く書いてください。何も書かずに Enter を押すと戻ります。"]
      case .due: ["例：3月31日、令和9年3月31日。年を書かないときは、次に来る日になります。決めないときは、何も書かずに Enter を押してください。"]
      }
    }
  }

  static let writingExplanation = ["文字を書いて Enter を押すと、書き終わって先へ進みます。前の画面に戻るときも、書いたものは残ります。"]

  static let keepLabel = "書き終わる"

  /// What Enter does on a page of options.
  static let decideLabel = "決める"

  // MARK: Overview

  static let listHeading = "質問の一覧"
  static let toReview = "回答の見直しへ進む"
  static let goLabel = "選んだ質問へ"
  static let listExplanation = [
    "質問の番号を押してから Enter を押すと、その質問へ移ります。",
    "左の印は今の答えです。不明は「わからない」、非該当は「該当なし」、別方法は「別の方法で対応」です。",
  ]

  /// One short word per state, so that rows differ by words and not by colour.
  static func mark(of choice: Choice?) -> String {
    switch choice {
    case nil: "未回答"
    case .yes: "はい"
    case .partial: "一部"
    case .no: "いいえ"
    case .unknown: "不明"
    case .notApplicable: "非該当"
    case .alternative: "別方法"
    }
  }

  static let reviewHeading = "回答の見直し"
  static let reviewGoOn = "この内容で先へ進む"
  static let reviewOpenItems = "まだの質問に答える"
  static let reviewList = "一覧を見て直す"
  static let reviewAnew = "はじめから新しく点検する"
  static let reviewExplanation = ["すべての質問が終わりました。先へ進む前に、答えを直すことができます。"]

  static func reviewLead(choices: [Choice], open: Int) -> [String] {
    let counts = Choice.allCases.map { choice in (choice, choices.count { $0 == choice }) }
    let words = counts.filter { $0.1 > 0 }.map { "\($0.0.japanese) \($0.1)問" }
    return [
      words.isEmpty ? "まだ一つも答えていません。" : words.joined(separator: "、") + "です。",
      open > 0 ? "まだ答えていない質問が \(open)問あります。このまま先へ進むこともできます。" : "すべての質問にお答えいただきました。",
    ]
  }

  static func withoutEvidence(_ count: Int) -> String { "「はい」のうち、根拠の記入がないものが \(count)問あります。" }
}
