public import Aggregation
public import Documents
import Inspection

/// The round's report (docs/design.md 8) in である体: for the office the first page, then 第1 to 第5 and the annex; for the
/// public a short one of its own.
public struct SummaryReport: Sendable {
  let summary: DisclosedSummary

  public init(of summary: DisclosedSummary) { self.summary = summary }

  /// The chapters that the audience is shown, in their order.
  public var document: Document {
    document(
      of: summary.audience == .everyone
        ? publicChapters
        : [brief, overview, handIn, results, comparison, issues, review, annex].compactMap { $0 })
  }

  /// 概要版 alone; nil of the public edition, which has none.
  public var briefDocument: Document? { summary.audience == .office ? document(of: [brief]) : nil }

  func document(of chapters: [Document.Chapter]) -> Document {
    Document(
      marks: [summary.audience == .office ? "取扱注意" : nil, summary.isDraft ? "案" : nil].compactMap { $0 },
      title: title, subtitle: summary.edition?.name, lead: [summary.policy.assembly, closing] + correction,
      chapters: chapters)
  }

  private var title: String {
    "\(year) 情報セキュリティ自己点検の結果について（\(summary.audience == .office ? "報告" : "公表")）"
      + (summary.isDraft ? "（案）" : "")
  }

  /// The title with the number of the edition, in one line, for whoever names the report.
  public var name: String { title + (summary.edition.map { " \($0.name)" } ?? "") }

  var year: String { CalendarDay.japaneseFiscalYear(summary.round.fiscalYear) }

  /// With the day of what stands beside the figures, so that two different reports never bear one name.
  private var closing: String {
    guard let closed = summary.status.closed else { return "締める前" }
    let what = summary.audience == .office ? "対応、ご意見、比較" : "対応"
    let beside = summary.accompaniment.map { "。\(what)は\($0.japanese)現在" } ?? ""
    return "\(closed.day.japanese)締め\(beside)"
  }

  /// Of a correction, on the first page; the title, which is short and the program's own words, has the number only.
  private var correction: [String] {
    summary.edition.flatMap { $0.reason == nil ? nil : [$0.japanese + $0.replacing] } ?? []
  }

  var round: Round { summary.round }

  /// Staff are bound by the city's own standard, so that their tables only show the corresponding section (docs/design.md 7.2).
  func heading(of role: Role) -> String {
    summary.policy.name(of: role) + (role == .staff ? "（参考：対応する分野）" : "")
  }
}

/// 第1 and 第2: what was inspected, and who handed in.
extension SummaryReport {
  var overview: Document.Chapter {
    Document.Chapter(
      id: "overview", heading: "第1 点検の概要",
      blocks: [
        .list(
          [
            "目的：\(summary.policy.title)7に基づき、方針の遵守状況を検証するため",
            "点検回：\(round.title)（\(kind)、\(round.length.japanese)、\(round.handIn.japanese)）",
            "期間：\(round.opens.japanese)から\(summary.status.deadline.japanese)まで",
            "対象：\(people)（基準日 \(round.referenceDay.japanese)）",
            "対象とする会議：\(round.meetings.joined(separator: "、"))",
            "方法：\(methods)による自己申告",
            "貸与端末の管理：\(round.lentDevices.japanese)",
            "報告の宛先：\(round.addressee)",
            "問い合わせ：\(round.contact.office)（電話 \(round.contact.telephone)）",
          ] + edition),
        .paragraph("率の算式と、示す範囲の決め方は、別記による。"),
      ] + (round.electionBetween ? [.paragraph("前回の点検から今回までの間に、議員の改選があった。")] : []))
  }

  private var edition: [String] { summary.edition.map { ["版：\($0.japanese)"] } ?? [] }

  var kind: String {
    switch round.kind {
    case .regular: round.kind.japanese
    case .extraordinary(let reason): "\(round.kind.japanese)：\(reason)"
    }
  }

  private var people: String {
    summary.roles.map { "\(summary.policy.name(of: $0.role))\($0.handIn.asked)人" }.joined(separator: "、")
  }

  private var methods: String {
    "点検票（" + summary.checklists.map { "\($0.title) \($0.items)項目" }.joined(separator: "、") + "）"
  }

  /// People alone, without what lies in the box.
  var handInTable: Document.Block {
    .table(
      Document.Table(
        columns: [
          .init("区分"), .init("対象者", isNumber: true), .init("対象外", isNumber: true), .init("提出者", isNumber: true),
          .init("提出率", isNumber: true),
        ],
        rows: handIns.map { name, figures in
          [.text(name), .count(figures.asked), .count(figures.exempt), .count(figures.handedIn), .rate(figures.rate)]
        }, notes: ["対象者は、基準日に名簿にある者から、名簿で対象外とした者を除いた数である。"]))
  }

  var handIn: Document.Chapter {
    var blocks = [handInTable]
    let reconciled = handIns.compactMap { name, figures in figures.reconciliation.map { (name, $0) } }
    if !reconciled.isEmpty {
      blocks += [
        .table(table(of: reconciled)), .list(reconciled.map { "\($0)：\($1.sentence)" } + unplaced),
      ]
    }
    if !cityInspection.isEmpty { blocks.append(.list(cityInspection)) }
    if !summary.leftOut.isEmpty {
      blocks.append(
        .table(
          Document.Table(
            columns: [.init("集計から除いた理由"), .init("件数", isNumber: true)],
            rows: summary.leftOut.map { [.text($0.kind.japanese + "もの"), .count($0.count)] })))
    }
    return Document.Chapter(id: "handIn", heading: "第2 提出の状況", blocks: blocks)
  }

  /// What no role can be told of.
  var unplaced: [String] {
    let lines = summary.leftOut.filter { $0.kind.tellsNoRole }.reduce(0) { $0 + $1.count }
    return lines == 0 ? [] : ["ほかに、区分の分からない除いた行が\(lines)件あり、提出の記録又は回答票であるかもしれない。"]
  }

  private var handIns: [(name: String, figures: HandInFigures)] {
    summary.roles.map { (summary.policy.name(of: $0.role), $0.handIn) }
      + (summary.organisationHandIn.map { [(Role.organisation.japanese, $0)] } ?? [])
  }

  private func table(of rows: [(String, HandInFigures.Reconciliation)]) -> Document.Table {
    let titles = ["提出の記録", "うち対象外", "うち名簿外", "うち期限後", "回答票数", "除いた票", "別の区分で提出"]
    return Document.Table(
      columns: [.init("区分")] + titles.map { .init($0, isNumber: true) },
      rows: rows.map { name, figures in
        [
          .text(name), .count(figures.submissions), .count(figures.fromExempt), .count(figures.fromOthers),
          .count(figures.late), .count(figures.sheets), .count(figures.leftOut), .count(figures.elsewhere),
        ]
      },
      notes: ["期限後に提出されたものも、締める前のものは集計に含める。除いた票のうち区分を読み取れないものは含まない。"])
  }
}
