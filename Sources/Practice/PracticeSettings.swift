import Inspection

extension Round {
  /// The round of a made-up inspection: three weeks, the last rule of the policy still missing.
  init(practice settings: PracticeRound.Settings, policy: Policy, sources: [PracticeRound.Source]) {
    self.init(
      id: settings.id, title: "練習用の自己点検（架空）", kind: .regular, fiscalYear: settings.opens.fiscalYear,
      opens: settings.opens, deadline: settings.opens.adding(days: 21), referenceDay: settings.opens.adding(days: 7),
      meetings: ["本会議", "常任委員会", "議会運営委員会"],
      contact: Contact(office: "\(policy.office)（架空）", telephone: "00-0000-0000"), addressee: "議長",
      retention: .years(5),
      electionBetween: false, rules: policy.rules.dropLast().map(\.id), lentDevices: settings.lentDevices,
      staffMode: settings.staffMode,
      cityInspection: settings.staffMode == .own
        ? nil : CityInspection(date: settings.opens.adding(days: -30), form: "執行機関の自己点検票（架空）"),
      length: settings.length, handIn: settings.handIn,
      checklists: sources.map { FrozenChecklist(role: $0.checklist.role, file: $0.file, digests: [$0.digest]) },
      thresholds: Thresholds())
  }
}

extension Roster {
  /// 議員01…, 職員01… and the organisation; of four or more members one is exempt and the last one's term ends just
  /// before the reference day, of four or more staff the last one is appointed after it.
  init(practice settings: PracticeRound.Settings, referenceDay: CalendarDay) {
    let members = (1...max(settings.members, 1)).prefix(settings.members).map { number in
      let leaves = settings.members >= 4 && number == settings.members
      return Respondent(
        id: RespondentID("m\(number.twoDigits)"), name: "議員\(number.twoDigits)", kana: "ぎいん\(number.twoDigits)",
        role: .member, to: leaves ? referenceDay.adding(days: -1) : nil,
        exempt: settings.members >= 4 && number == 3 ? "長期の療養" : nil)
    }
    let staff = (1...max(settings.staff, 1)).prefix(settings.staff).map { number in
      let joins = settings.staff >= 4 && number == settings.staff
      return Respondent(
        id: RespondentID("s\(number.twoDigits)"), name: "職員\(number.twoDigits)", kana: "しょくいん\(number.twoDigits)",
        role: .staff, from: joins ? referenceDay.adding(days: 1) : nil)
    }
    let organisation = Respondent(id: "soshiki", name: "点検担当（組織）", kana: "てんけんたんとう", role: .organisation)
    self.init(respondents: members + staff + [organisation])
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

/// What made-up people write: plainly made up, and naming nobody.
enum PracticeText {
  static let opinions = [
    "研修は短い時間で何回かに分けてあると参加しやすいです。",
    "紙の資料の返し方がもう少し簡単になると助かります。",
    "端末の設定を一度見てもらえる日を作ってほしいです。",
    "設問の言葉で分からないものがありました。",
    "災害のときの連絡の手順を、年に一度は確かめたいです。",
  ]
  static let notes = ["次の会議までに担当に聞く。", "月に一度ほど忘れる。", "以前の設定のままになっている。"]
  static let reasons = ["同じ目的の手順を別に定めて行っている。", "執行機関の仕組みで自動的に行われている。"]
  static let evidence = ["台帳（架空）で確認", "起案文書（架空）で確認", "手順書（架空）第1版"]
  static let seen: [(String, AuditRecord.Judgement?, String)] = [
    ("文書（架空）を見た。", .confirmed, ""),
    ("台帳（架空）のうち5件を現物と比べた。", .partly, "1件の保管場所が台帳と違う。"),
    ("記録（架空）を求めたが、なかった。", .notConfirmed, "記録を残す様式を決める。"),
  ]
  static let plans = ["担当と日程を決める。", "次の研修で説明する。", "手順の案を作って協議する。"]
}
