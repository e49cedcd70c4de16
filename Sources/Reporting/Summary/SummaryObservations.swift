import Aggregation
import Inspection

/// Everything that is shown of a summary, one observation after another.
extension SummaryReport {
  var observations: [Observation] {
    var rows: [Observation] = []
    for role in summary.roles { rows += handIn(of: role.role, role.handIn) }
    if let handIn = summary.organisationHandIn { rows += self.handIn(of: .organisation, handIn) }
    for role in summary.roles { rows += figures(of: role) }
    if let organisation = summary.organisation { rows += self.answers(of: organisation) }
    rows += comparisonObservations
    for rule in summary.missingRules {
      rows += rule.items.compactMap { item in
        .text(
          .init(table: "まだ定めのない決まり", role: "", item), "決まり", rule.title)
      }
    }
    rows += summary.proposals.compactMap { proposal in
      .text(
        .init(
          table: proposal.kind.japanese, role: proposal.role.map(summary.policy.name) ?? "",
          number: proposal.items.map(\.id.rawValue).joined(separator: "、"),
          title: proposal.items.map(\.question).joined(separator: "、")), "挙げた理由", proposal.sentence)
    }
    rows += followUpObservations
    rows += summary.published.flatMap(observations)
    rows += summary.leftOut.map {
      .count(.init(table: "集計から除いたもの", role: "", title: $0.kind.japanese + "もの"), "除いた票", $0.count)
    }
    if summary.audience == .everyone, let count = summary.leftOutLines {
      rows.append(.count(.init(table: "集計から除いたもの", role: ""), "除いたもの", count))
    }
    return rows
  }

  private func handIn(of role: Role, _ figures: HandInFigures) -> [Observation] {
    let subject = Observation.Subject(table: "提出の状況", role: summary.policy.name(of: role))
    return [.rate(subject, "提出率", figures.rate)]
      + figures.named.map { .count(subject, $0.name, $0.count, unit: $0.unit) }
  }

  private func figures(of role: DisclosedRole) -> [Observation] {
    let name = summary.policy.name(of: role.role)
    switch role.figures {
    case .tables(let tables): return observations(of: tables, name)
    case .sections(let sections):
      return sections.shown.flatMap { section in
        let subject = Observation.Subject(table: "分野別", role: name, number: section.id, title: section.title)
        return [
          Observation.count(subject, "項目", section.items, unit: "項目"),
          .whole(subject, "実施率", section.percent),
        ]
      }
        + sections.leftOut.compactMap {
          .text(.init(table: "分野別", role: name, title: $0), "示さない理由", "答えた人が\(Disclosure.tablesFrom)人に満たない")
        } + [.count(.init(table: "数に入れない項目", role: name), "項目", sections.apart, unit: "項目")]
    case .concerns(let items, let few):
      return items.compactMap {
        .text(
          .init(table: "半数以上が課題と答えた項目", role: name, $0), "課題", "半数以上")
      } + apart(few, name)
    case .withheld(let reason):
      return [.text(.init(table: "回答の集計", role: name), "示さない理由", reason.japanese)].compactMap { $0 }
    }
  }

  private func apart(_ few: SmallBases, _ role: String) -> [Observation] {
    few.items.compactMap {
      .text(
        .init(table: "数に入れない項目", role: role, $0), "示さない理由",
        "回答が\(few.below)人に満たない")
    }
  }

  private func observations(of tables: RoleTables, _ role: String) -> [Observation] {
    var rows: [Observation] = []
    for table in ItemFigures.Table.allCases where !tables.items(in: table).isEmpty {
      let subject = Observation.Subject(table: "全体", role: role, title: table.japanese)
      rows.append(.count(subject, "項目", tables.items(in: table).count, unit: "項目"))
      rows += Observation.figures(subject, tables.overall(table), headline: table.headline)
    }
    if case .written(let rate) = tables.plans {
      rows.append(.rate(.init(table: "改善計画", role: role), "改善計画を書いた票の割合", rate))
    }
    for section in tables.sections {
      let subject = Observation.Subject(table: "分野別", role: role, number: section.id, title: section.title)
      rows.append(.count(subject, "項目", section.items.count, unit: "項目"))
      rows += Observation.figures(subject, section.figures)
    }
    for table in ItemFigures.Table.allCases {
      for row in tables.items(in: table) {
        rows += Observation.figures(
          .init(table: table.japanese, role: role, row.item),
          row.figures, headline: table.headline)
      }
    }
    for view in groupViews(of: tables) {
      for group in view.groups {
        let subject = Observation.Subject(
          table: view.table, role: role, number: group.number.map(view.number) ?? "", title: group.title)
        rows.append(.count(subject, "項目", group.items.count, unit: "項目"))
        rows += Observation.figures(subject, group.figures)
        if view.showsAwareness {
          rows.append(.count(subject, "周知の項目", group.awareness.count, unit: "項目"))
          rows.append(.rate(subject, "周知率", group.awarenessFigures.implementation))
        }
        rows += [.text(subject, "実施率がない理由", group.absence)].compactMap { $0 }
      }
    }
    return rows + apart(tables.apart, role)
  }

  private func answers(of organisation: OrganisationSummary) -> [Observation] {
    let role = Role.organisation.japanese
    let whole = Observation.Subject(table: "組織", role: role)
    guard organisation.hasSheet else { return [.text(whole, "回答票", organisationSheet)].compactMap { $0 } }
    var rows: [Observation] = []
    for section in organisation.sections {
      let subject = Observation.Subject(
        table: "組織の分野別", role: role, number: section.id.rawValue, title: section.title)
      rows += zip(OrganisationSummary.countTitles, section.counts).map { .count(subject, $0, $1, unit: "項目") }
    }
    rows += organisation.leftOut.compactMap {
      .text(
        .init(table: "組織の分野別", role: role, title: $0), "示さない理由",
        "該当なしを除く項目が\(Disclosure.organisationItemsFrom)に満たない")
    }
    rows.append(.count(whole, "根拠の記入がない「はい」", organisation.withoutEvidence, unit: "項目"))
    for row in organisation.rows {
      let subject = Observation.Subject(
        table: "組織", role: role, row.item)
      rows += [
        .text(subject, "回答", row.choice?.japanese ?? "未回答"), .text(subject, "根拠", row.evidence),
        .text(subject, "方法", row.reason), .text(subject, "メモ", row.note), .text(subject, "改善計画", row.plan?.text),
      ].compactMap { $0 }
    }
    return rows
  }
}

/// One figure or one answer, said by words alone: the row of a tidy table.
struct Observation {
  /// What the observation is about.
  struct Subject {
    /// 「分野別」
    var table: String
    /// 「議員」; empty where it is about no role.
    var role: String
    /// 「M-PHY-01」、「基本方針6(3)」; begins with no digit.
    var number = ""
    var title = ""
    /// Of the item; nil for what is no item.
    var revision: Int?
    /// The earlier round that it is compared with, as people know it; empty for what is of this round alone.
    var earlier = ""

    init(
      table: String, role: String, number: String = "", title: String = "", revision: Int? = nil, earlier: String = ""
    ) {
      (self.table, self.role, self.number, self.title) = (table, role, number, title)
      (self.revision, self.earlier) = (revision, earlier)
    }

    /// An item and the meaning that it has.
    init(table: String, role: String, _ item: Item, earlier: String = "") {
      self.init(
        table: table, role: role, number: item.id.rawValue, title: item.question, revision: item.revision,
        earlier: earlier)
    }
  }

  var subject: Subject
  /// 「実施率」
  var measure: String
  var numerator = ""
  var denominator = ""
  /// Percent as a decimal number; empty over nothing.
  var percent = ""
  var count = ""
  /// Of the count: 「件」、「人」、「票」、「項目」
  var unit = ""
  var day: CalendarDay?
  /// Words instead of a number.
  var text = ""
}

extension Observation {
  static func rate(_ subject: Subject, _ measure: String, _ rate: Rate) -> Self {
    Observation(
      subject: subject, measure: measure, numerator: "\(rate.numerator)", denominator: "\(rate.denominator)",
      percent: rate.percent.map { "\($0.tenths / 10).\($0.tenths % 10)" } ?? "")
  }

  /// Without the counts behind it.
  static func whole(_ subject: Subject, _ measure: String, _ percent: Int?) -> Self {
    Observation(subject: subject, measure: measure, percent: percent.map { "\($0)" } ?? "")
  }

  static func count(_ subject: Subject, _ measure: String, _ count: Int, unit: String = "件") -> Self {
    Observation(subject: subject, measure: measure, count: "\(count)", unit: unit)
  }

  /// nil for no text.
  static func text(_ subject: Subject, _ measure: String, _ text: String?) -> Self? {
    text.map { Observation(subject: subject, measure: measure, text: $0) }
  }

  /// nil for no day.
  static func day(_ subject: Subject, _ measure: String, _ day: CalendarDay?) -> Self? {
    day.map { Observation(subject: subject, measure: measure, day: $0) }
  }

  static func figures(_ subject: Subject, _ figures: Figures, headline: String = "実施率") -> [Self] {
    figures.named(headline: headline).map { .rate(subject, $0.name, $0.rate) }
      + counts(subject, figures.tally)
  }

  static func counts(_ subject: Subject, _ tally: Tally) -> [Self] {
    tally.named.map { .count(subject, $0.name, $0.count) }
  }
}
