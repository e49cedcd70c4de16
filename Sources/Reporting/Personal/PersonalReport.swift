public import Documents
public import Inspection

/// The 控え of one person as a report, in です・ます.
public struct PersonalReport: Sendable {
  let result: PersonalResult

  public init(of result: PersonalResult) { self.result = result }

  /// What was answered by 分野, what to do next, and whom to ask.
  public var document: Document {
    Document(
      marks: ["取扱注意", result.isDraft ? "案" : nil].compactMap { $0 },
      title: "情報セキュリティ自己点検 点検の結果（控え）" + (result.isDraft ? "（案）" : ""),
      lead: [result.assembly, result.day?.japanese].compactMap { $0 },
      chapters: [brief, about, sections, attention, unanswered, answers, confirmation].compactMap { $0 })
  }

  /// The same to be read on a screen of any width, a paragraph each: a table is told row by row.
  public var paragraphs: [String] {
    [document.title] + document.lead
      + document.chapters.flatMap { chapter in [chapter.heading] + chapter.blocks.flatMap(\.told) }
  }

  /// The first page: what goes well, what to do next, whom to ask.
  private var brief: Document.Chapter {
    var blocks: [Document.Block] = [.heading("できていること"), .list(goesWell), .heading("次にすること")]
    blocks.append(.list(nextSteps))
    if let contact = result.contact {
      blocks += [.heading("お尋ねになる先"), .paragraph("\(contact.office)（電話 \(contact.telephone)）へ、遠慮なくお尋ねください。")]
    }
    return Document.Chapter(id: "brief", heading: "まとめ", blocks: blocks)
  }

  private var goesWell: [String] {
    let tally = result.sections.reduce(Tally()) { $0 + $1.tally }
    guard tally.applicable > 0 else { return ["まだお答えがありません。続きから始められます。"] }
    let whole = result.sections.filter { $0.tally.kept > 0 && $0.tally.kept == $0.tally.open }
    return ["お答えの\(tally.applicable)項目のうち、\(tally.kept)項目ができています。"]
      + (whole.isEmpty ? [] : ["すべてできている分野：\(whole.map(\.title).joined(separator: "、"))"])
  }

  /// At most three, the most important first; what another body decides about its devices is not among them.
  private var nextSteps: [String] {
    let own = result.attention.filter { !$0.isReferenceOnly }
    let first = Item.Importance.allCases.sorted { $0.rank < $1.rank }
      .flatMap { importance in own.filter { $0.item.importance == importance } }.prefix(Self.mostSteps)
    let rest = own.count - first.count
    var lines = first.map { "\($0.item.label)：\($0.plan?.text ?? $0.item.remedy)" }
    if rest > 0 { lines.append("ほかの\(rest)項目は、「これから取り組むこと」にあります。急がず、一つずつで構いません。") }
    if !result.unanswered.isEmpty { lines.append("まだお答えのない項目が\(result.unanswered.count)あります。") }
    return lines.isEmpty ? ["今のやり方を続けてください。"] : lines
  }

  private static let mostSteps = 3

  private var about: Document.Chapter {
    Document.Chapter(
      id: "about", heading: "この控えについて",
      blocks: [
        .list(
          [
            "区分：\(result.role.japanese)", result.roundTitle.map { "点検回：\($0)" },
            "点検票：\(result.checklistTitle) 第\(result.checklist.version)版",
            result.number.map { "回答番号：\($0.grouped)（回答票を確かめるときや差し替えるときに使います）" },
          ].compactMap { $0 }),
        .paragraph("ご本人のための控えです。できていないことがあっても、責められることはありません。ほかの人の目に触れない場所に保管してください。"),
      ])
  }

  private var sections: Document.Chapter {
    let hasReference = result.rows.contains(where: \.isReferenceOnly)
    return Document.Chapter(
      id: "domains", heading: "分野ごとの結果",
      blocks: [
        .table(
          Document.Table(
            columns: [
              .init("分野"), .init("実施", isNumber: true), .init("当てはまる項目", isNumber: true), .init("未回答", isNumber: true),
            ],
            rows: result.sections.map {
              [.text($0.title), .count($0.tally.kept), .count($0.tally.applicable), .count($0.tally.unanswered)]
            }, notes: ["実施は、「はい」と「別の方法で対応」の数です。"]))
      ]
        + (hasReference
          ? [.paragraph("執行機関が管理する端末についての項目には（参考）と付けています。端末の扱いは、その機関の方針によります（基本方針9）。")] : []))
  }

  private var attention: Document.Chapter {
    var blocks: [Document.Block] = []
    for row in result.attention {
      blocks.append(.heading("\(row.item.id) \(row.isReferenceOnly ? "（参考）" : "")\(row.item.question)"))
      blocks.append(
        .list(
          [
            "回答：\(row.choice?.japanese ?? "")（基本方針\(result.clauses[row.item.id] ?? "")、重要度 \(row.item.importance.japanese)）",
            "次にすること：\(row.item.remedy)", row.note.map { "メモ：\($0)" }, row.plan.map { "改善計画：\($0.text)" },
          ].compactMap { $0 }))
    }
    if blocks.isEmpty { blocks = [.paragraph("「一部できている」「いいえ」「わからない」とお答えの項目はありません。")] }
    return Document.Chapter(id: "attention", heading: "これから取り組むこと", blocks: blocks)
  }

  private var unanswered: Document.Chapter? {
    result.unanswered.isEmpty
      ? nil
      : Document.Chapter(
        id: "unanswered", heading: "まだお答えのない項目",
        blocks: [.list(result.unanswered.map { "\($0.item.id) \($0.item.question)" })])
  }

  /// Every item that was put to the person, with what was written about it.
  private var answers: Document.Chapter {
    Document.Chapter(
      id: "answers", heading: "すべての回答",
      blocks: [
        .list(
          result.rows.map { row in
            let written = [
              row.choice == .alternative ? row.reason.map { "方法：\($0)" } : nil, row.evidence.map { "根拠：\($0)" },
              row.note.map { "メモ：\($0)" },
            ]
            let answer = "\(row.item.id) 回答：\(row.choice?.japanese ?? "未回答")　\(row.item.question)"
            return ([answer] + written.compactMap { $0 }).joined(separator: "　")
          })
      ])
  }

  /// For the person to sign when somebody else entered the answers (assisted entry and paper); it has no 回答番号.
  private var confirmation: Document.Chapter? {
    guard result.needsConfirmation else { return nil }
    let blank = String(repeating: "＿", count: 12)
    return Document.Chapter(
      id: "confirmation", heading: "本人確認",
      blocks: [
        .paragraph("この控えの答えは、ご本人に代わって入力したものです。「すべての回答」を確かめて、日付と署名を書いてください。違うところは、点検の担当にお知らせください。"),
        .list(
          (result.person.map { ["ご本人　　　　\($0)"] } ?? []) + ["確認した日付　\(blank)", "署名　　　　　\(blank)"]),
      ])
  }
}

/// A person's own result as one tidy table, an item a row, in checklist order (`docs/formats.md`).
///
/// No words are written as Excel would turn into a date, a number or a formula; a due date is a date and stays one.
public enum PersonalCSV {
  /// The heading and the rows; all have as many fields.
  public static func rows(of result: PersonalResult) -> [[String]] {
    [PersonalTable.headings]
      + result.sections.flatMap { section in
        section.rows.map { row in
          PersonalTable.words(of: row, in: section).map(\.keptAsText) + [row.plan?.due?.iso ?? ""]
        }
      }
  }
}

/// What the tables of a person's own result have in common.
enum PersonalTable {
  static let headings = ["番号", "分野", "質問", "回答", "理由", "根拠", "メモ", "計画", "期限"]

  static func question(of row: AnsweredItem) -> String { (row.isReferenceOnly ? "（参考）" : "") + row.item.question }

  /// All but the last column, whose date each format writes its own way.
  static func words(of row: AnsweredItem, in section: AnsweredSection) -> [String] {
    [
      row.item.id.rawValue, section.title, question(of: row),
      row.choice.words, row.reason ?? "", row.evidence ?? "", row.note ?? "", row.plan?.action ?? "",
    ]
  }
}
