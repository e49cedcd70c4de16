public import Aggregation
public import Documents
import Inspection

/// 報告の起案, 執行機関への連絡 and 公表文, filled from nothing but what may be shown.
extension Letter {
  /// The columns of the 決裁欄, as a council's office approves; the posts come from the policy's file.
  private static func signOff(of source: LetterSource) -> [String] {
    source.policy.signOff + ["\(source.round.addressee)（報告）"]
  }

  /// The draft of the report for approval, from the office edition: what is asked (伺い), and the result in brief.
  public static func report(_ source: LetterSource, of summary: DisclosedSummary) -> Letter {
    var letter = source.letter(
      "\(source.year) 情報セキュリティ自己点検の結果について（報告）" + (summary.isDraft ? "（案）" : ""))
    letter.marks = ["取扱注意"] + (summary.isDraft ? ["案"] : [])
    (letter.number, letter.date, letter.sender) = (nil, nil, nil)
    (letter.addressees, letter.contact) = ([], [])
    letter.particulars = [
      Field("文書番号", source.number), Field("起案日", source.today.japanese), Field("決裁日", ""),
      Field("文書分類", source.round.letterhead.classification ?? ""),
      Field("保存年限", source.round.letterhead.keptFor ?? ""), Field("起案者", "\(source.round.contact.office)　"),
      Field("あて先", source.round.addressee), Field("差出人", source.sender),
    ]
    letter.signOff = signOff(of: source)
    letter.paragraphs = [
      "　このことについて、次のとおり\(source.round.addressee)に報告してよろしいか、伺います。",
      "　\(source.policy.title)7に基づき、\(source.round.title)の自己点検を行いました。結果の概要は次のとおりです。",
    ]
    letter.entriesHeading = "記"
    letter.entries = [
      Entry("期間", source.period + (summary.status.closed.map { "、\($0.day.japanese)締切り" } ?? ""))
    ]
    letter.entries += ResultInBrief(of: summary).entries
    letter.entries += [
      Entry("別添", attachment(summary)), Entry("注意", "自己点検は自己申告によるもので、監査ではありません。"),
    ]
    letter.tables = [handIns(of: summary)]
    return letter
  }

  /// What the body that manages the lent devices is told of their set-up (policy 9), from the office edition; nil where
  /// there is nothing to tell.
  ///
  /// It leaves the office, and so names the settings without any count of answers.
  public static func executive(_ source: LetterSource, of summary: DisclosedSummary) -> Letter? {
    let told = summary.proposals.filter { $0.kind == .managingBody }
    guard let first = told.first, case .deviceSetUp(_, let limit) = first.rule else { return nil }
    var letter = source.letter("\(source.year) 貸与された端末の設定について（お願い）" + (summary.isDraft ? "（案）" : ""))
    letter.marks = ["取扱注意"] + (summary.isDraft ? ["案"] : [])
    letter.addressees = ["貸与された端末の管理者　様"]
    letter.paragraphs = [
      "　\(source.policy.assembly)では、\(source.policy.title)7に基づき、情報セキュリティの自己点検を行いました。貸与された端末の設定は、"
        + "同方針9により、端末を管理する執行機関の方針によります。",
      "　次の設定について、行われていると答えた者が\(limit)%に満ちませんでした。設定の状況と使い方の案内について、確認をお願いします。",
    ]
    letter.entriesHeading = "記"
    letter.entries = [Entry("注意", "答えは利用者の自己申告によるもので、監査ではありません。回答の数は示しません。")]
    letter.tables = [
      Document.Table(
        columns: [.init("答えた者"), .init("尋ねたこと")],
        rows: told.map { proposal in
          [
            .text(proposal.role.map(source.policy.name) ?? ""),
            .text(proposal.items.map(\.question).joined(separator: "、")),
          ]
        })
    ]
    return letter
  }

  /// The notice to the public, from the public edition.
  public static func notice(_ source: LetterSource, of summary: DisclosedSummary) -> Letter {
    var letter = source.letter("\(source.year) 情報セキュリティ自己点検の結果の公表について")
    letter.addressees = []
    letter.paragraphs = [
      "　\(source.policy.assembly)では、\(source.policy.title)7に基づき、情報セキュリティの自己点検を行いました。その概要を公表します。"
    ]
    letter.entriesHeading = "記"
    letter.entries = [
      Entry("期間", source.period),
      Entry("対象とする会議", source.round.meetings.joined(separator: "、")),
      Entry("方法", "点検票による自己申告です。監査ではありません。"),
      Entry("提出の状況", "次の表のとおりです。"),
      Entry("点検の結果", "別に公表する「\(attachment(summary))」のとおりです。少ない人数の結果は示していません。"),
    ]
    letter.tables = [handIns(of: summary)]
    return letter
  }

  /// The report that goes with it.
  private static func attachment(_ summary: DisclosedSummary) -> String {
    "情報セキュリティ自己点検の結果について（\(summary.audience.japanese)\(summary.edition.map { "　\($0.name)" } ?? "")）"
  }

  private static func handIns(of summary: DisclosedSummary) -> Document.Table {
    let rows =
      summary.roles.map { (summary.policy.name(of: $0.role), $0.handIn) }
      + (summary.organisationHandIn.map { [(Role.organisation.japanese, $0)] } ?? [])
    return Document.Table(
      columns: [
        .init("区分"), .init("対象者", isNumber: true), .init("対象外", isNumber: true), .init("提出者", isNumber: true),
        .init("提出率", isNumber: true),
      ],
      rows: rows.map { name, figures in
        [.text(name), .count(figures.asked), .count(figures.exempt), .count(figures.handedIn), .rate(figures.rate)]
      },
      notes: ["対象者は、基準日に名簿にある者から、対象外とした者を除いた数です。"])
  }
}
