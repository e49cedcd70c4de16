/// The words of docs/design.md 2 as people read them; how an assembly calls its own people, `Policy.name(of:)` says.
extension Role {
  public var japanese: String {
    switch self {
    case .member: "議員"
    case .staff: "職員"
    case .organisation: "組織"
    }
  }
}
extension Choice {
  public var japanese: String {
    switch self {
    case .yes: "はい"
    case .partial: "一部できている"
    case .no: "いいえ"
    case .unknown: "わからない"
    case .notApplicable: "該当なし"
    case .alternative: "別の方法で対応"
    }
  }
}
extension SecurityProperty {
  public var japanese: String {
    switch self {
    case .confidentiality: "機密性"
    case .integrity: "完全性"
    case .availability: "可用性"
    }
  }
}
extension Item.Importance {
  public var japanese: String {
    switch self {
    case .high: "高"
    case .medium: "中"
    case .low: "低"
    }
  }
}
extension Round.Kind {
  public var japanese: String {
    switch self {
    case .regular: "定期"
    case .extraordinary: "臨時"
    }
  }
}
extension Round {
  /// 保存期間 as people are told it before the closing: 「1年（令和10年3月31日まで）」, 「1年（締め切った日の翌日から）」.
  public var keeping: String {
    let last = keptUntil(RoundStatus(of: self, after: []))
    return "\(retention)（\(last.map { "\($0.japanese)まで" } ?? "締め切った日の翌日から")）"
  }
}
extension Round.HandIn {
  public var japanese: String {
    switch self {
    case .unsigned: "無記名"
    case .signed: "記名"
    }
  }
}
extension Round.LentDevices {
  public var japanese: String {
    switch self {
    case .council: "議会が管理"
    case .executive: "執行機関が管理"
    case .none: "貸与なし"
    }
  }
}
extension Round.StaffMode {
  public var japanese: String {
    switch self {
    case .own: "議会で実施"
    case .copy: "執行機関の点検の結果を写す"
    case .both: "議会で実施し、執行機関の点検も記録"
    }
  }
}
extension Questionnaire.Silence {
  /// Why there is no figure, as a clause that ends in a noun.
  public var japanese: String {
    switch self {
    case .form: "短縮版では尋ねない項目"
    case .noPrevious: "前の点検回がないため尋ねない項目"
    case .rule: "決まりがまだないため尋ねない項目"
    case .nobody: "端末の貸与がないため当てはまらない項目"
    case .reference: "参考（基本方針9）とする項目"
    case .few: "答えた人が少ない項目"
    }
  }
}
extension ChecklistLength {
  public var japanese: String {
    switch self {
    case .full: "全項目"
    case .short: "短縮版"
    }
  }
}
extension Action.Kind {
  public var japanese: String {
    switch self {
    case .support: "支援"
    case .training: "研修"
    case .rule: "決まり"
    case .organisation: "組織"
    case .managingBody: "執行機関"
    }
  }
}
extension AuditRecord.Judgement {
  public var japanese: String {
    switch self {
    case .confirmed: "確認できた"
    case .partly: "一部確認できた"
    case .notConfirmed: "確認できなかった"
    }
  }
}
extension Action.State {
  public var japanese: String {
    switch self {
    case .notStarted: "未着手"
    case .started: "着手"
    case .done: "完了"
    case .dropped: "見送り"
    }
  }
}
extension Opinion.Decision {
  public var japanese: String {
    switch self {
    case .shown: "載せる"
    case .kept: "載せない"
    }
  }
}
extension Review.Blank {
  public var japanese: String {
    switch self {
    case .lookedAt: "見たもの"
    case .resultsNeeded: "点検の結果による見直しの要否"
    case .resultsReason: "点検の結果による見直しの要否の理由"
    case .circumstancesNeeded: "状況の変化による見直しの要否"
    case .circumstancesReason: "状況の変化による見直しの要否の理由"
    case .circumstancesWhat: "変わったこと"
    case .day: "決めた日"
    case .decidedBy: "決めた人"
    }
  }
}
extension FormLines {
  /// What a person is asked by P0, on paper, on the screen and in Excel alike.
  public static let consentQuestion = "代理入力に同意しますか。"

  /// What is printed beside the digit of `choice`.
  public static func label(of choice: Choice, on line: FormLine) -> String {
    guard line == .consent else { return choice.japanese }
    return choice == .yes ? "同意する" : "同意しない"
  }
}
