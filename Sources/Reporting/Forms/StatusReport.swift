import Aggregation
public import Documents
public import Inspection

/// 提出の状況 of a round on one day, to look at and to print: who has handed in, who is missing, who is exempt.
///
/// Holds nothing of any answer, nor who has begun.
public struct StatusReport: Sendable {
  public var round: Round
  public var policy: Policy
  public var status: RoundStatus
  public var roster: Roster
  public var submissions: [Submission]
  /// Whose submission is in the box and cannot be read.
  public var unread: Set<RespondentID>
  /// What could not be read, a line each.
  public var unreadable: [String]
  public var course: RoundCourse
  public var today: CalendarDay
  /// Whether those who handed in are listed, with 受付番号 and day.
  public var listsReceipts: Bool

  public init(
    of round: Round, under policy: Policy, status: RoundStatus, roster: Roster, submissions: [Submission],
    unread: Set<RespondentID> = [], unreadable: [String], course: RoundCourse, on today: CalendarDay,
    listsReceipts: Bool
  ) {
    (self.round, self.policy, self.status, self.roster) = (round, policy, status, roster)
    (self.submissions, self.unread, self.unreadable) = (submissions, unread, unreadable)
    (self.course, self.today, self.listsReceipts) = (course, today, listsReceipts)
  }

  private var roles: [Role] { Role.allCases.filter(round.asks) }

  /// The counts of each role, then its people by name, then faults of the roster or the folder.
  public var document: Document {
    Document(
      marks: ["取扱注意"], title: "\(round.title) 提出の状況", lead: [policy.assembly, "\(today.japanese)現在"],
      chapters: [overview, next] + (status.purged == nil ? roles.compactMap(chapter) + [faults].compactMap { $0 } : []))
  }

  private var overview: Document.Chapter {
    let rows = roles.map { role -> [Document.Table.Cell] in
      let turnout = turnout(of: role)
      let rate = Rate(turnout.handedIn.count, of: turnout.asked.count)
      return [
        .text(policy.name(of: role)), .count(rate.denominator), .count(turnout.exempt.count), .count(rate.numerator),
        .rate(rate),
        .count(turnout.missing.count), .count(turnout.late(after: status.deadline)),
      ]
    }
    var lines = ["期限：\(status.deadline.japanese)", state]
    if let inspection = round.cityInspection, round.staffMode != .own {
      lines.append("職員は執行機関の点検の結果を写す（\(inspection.date.japanese)、\(inspection.form)）。")
    }
    guard status.purged == nil else { return Document.Chapter(id: "overview", heading: "概要", blocks: [.list(lines)]) }
    return Document.Chapter(
      id: "overview", heading: "概要",
      blocks: [
        .list(lines),
        .table(
          Document.Table(
            columns: [.init("区分")] + ["対象", "対象外", "提出", "提出率", "未提出", "期限の後"].map { .init($0, isNumber: true) },
            rows: rows)),
      ])
  }

  /// What comes next, and when.
  private var next: Document.Chapter {
    Document.Chapter(
      id: "next", heading: "これからすること", blocks: [.list(course.steps(on: today).map { words(for: $0) })])
  }

  private func words(for step: RoundCourse.Step) -> String {
    switch step {
    case .close(let day): "締切り：\(day.japanese)から" + (day <= today ? "（期限を過ぎている。）" : "（期限の翌日）")
    case .report: "集計と報告：締め切った後"
    case .actions(let open, let overdue, let next):
      "対応：終わっていないもの\(open)件" + (next.map { "、次の期限は\($0.japanese)" } ?? "")
        + (overdue > 0 ? "、期限を過ぎたもの\(overdue)件" : "")
    case .review: "方針の見直しの検討（基本方針8）：決まったことを記録する。"
    case .nextRound(let year): "次の定期の点検：\(CalendarDay.japaneseFiscalYear(year))"
    case .dispose(let day):
      "回答票などの廃棄：\(day.japanese)から（保存期間 \(round.retention)）" + (day <= today ? "。廃棄できる。" : "")
    }
  }

  private var state: String {
    if let purged = status.purged { return "回答票などを廃棄した（\(purged.day.japanese)）。" }
    if let closed = status.closed { return "締め切った（\(closed.day.japanese)）。" }
    if let reopened = status.reopened {
      return "受け付けている（\(reopened.at.day.japanese)に再開。理由：\(reopened.reason)）。"
    }
    return "受け付けている。"
  }

  private func turnout(of role: Role) -> Turnout {
    Turnout(of: role, in: round, roster: roster, after: submissions, unread: unread)
  }

  private func chapter(of role: Role) -> Document.Chapter? {
    let exempt = roster.respondents.filter { $0.role == role && $0.exempt != nil }
    let blocks =
      people("未提出", turnout(of: role).missing, ["番号", "氏名"]) { [$0.id.rawValue, $0.name] }
      + people("別の区分で提出した人", turnout(of: role).elsewhere, ["番号", "氏名"]) { [$0.id.rawValue, $0.name] }
      + people("対象外", exempt, ["番号", "氏名", "理由"]) { [$0.id.rawValue, $0.name, $0.exempt ?? ""] } + receipts(role)
    return blocks.isEmpty ? nil : Document.Chapter(id: role.rawValue, heading: policy.name(of: role), blocks: blocks)
  }

  private func receipts(_ role: Role) -> [Document.Block] {
    guard listsReceipts else { return [] }
    let known = Dictionary(submissions.map { ($0.respondent, $0) }, uniquingKeysWith: { first, _ in first })
    let handedIn = roster.respondents.filter { $0.role == role && known[$0.id] != nil }
    return people("提出", handedIn, ["番号", "氏名", "受付番号", "提出の日"]) { person in
      [person.id.rawValue, person.name, known[person.id]?.receipt ?? "", known[person.id]?.day.japanese ?? ""]
    }
  }

  private func people(
    _ heading: String, _ people: [Respondent], _ titles: [String], fields: (Respondent) -> [String]
  ) -> [Document.Block] {
    people.isEmpty
      ? []
      : [
        .heading("\(heading)（\(people.count)人）"),
        .table(
          Document.Table(
            columns: titles.map { .init($0) }, rows: people.map { person in fields(person).map { .text($0) } })),
      ]
  }

  /// Submissions of people who are not on the roster, and those that cannot be read: faults of the roster or the folder.
  private var faults: Document.Chapter? {
    let strangers = submissions.filter { roster[$0.respondent] == nil }
    var blocks: [Document.Block] = []
    if !strangers.isEmpty {
      blocks += [.heading("名簿にない番号からの提出"), .list(strangers.map { "\($0.respondent)（受付番号 \($0.receipt)）" })]
    }
    if !unreadable.isEmpty { blocks += [.heading("読めない行（数えずに、そのまま残してある）"), .list(unreadable)] }
    return blocks.isEmpty ? nil : Document.Chapter(id: "faults", heading: "確かめること", blocks: blocks)
  }
}
