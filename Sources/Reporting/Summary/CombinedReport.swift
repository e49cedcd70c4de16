public import Aggregation
public import Documents
import Inspection

/// What several assemblies answered together, in である体; no assembly's name stands beside a figure.
public struct CombinedReport: Sendable {
  let combination: Combination

  public init(of combination: Combination) { self.combination = combination }

  public var document: Document {
    Document(
      marks: ["取扱注意"], title: Self.title, lead: ["\(combination.assemblies.count)議会"],
      chapters: [overview] + combination.roles.flatMap { [chapter(of: $0), items(of: $0)] } + [assemblies])
  }

  static let title = "情報セキュリティ自己点検の結果（議会を合わせたもの）"

  var overview: Document.Chapter {
    Document.Chapter(
      id: "overview", heading: "合わせたもの",
      blocks: [
        .list(
          combination.roles.map {
            "\($0.role.asCombined)：\($0.assemblies)議会、提出率\($0.handIn.textWithCounts)"
          }
            + combination.rolesLeftOut.map {
              "\($0.asCombined)：回答の集計を示す議会が\(Combination.assembliesFrom)に満たないため、数を示さない。"
            } + years), .list(Self.notes),
      ])
  }

  /// How many assemblies of which year, without their names.
  private var years: [String] {
    let counts = Dictionary(combination.assemblies.map { ($0.fiscalYear, 1) }, uniquingKeysWith: +)
    return [
      "年度："
        + counts.sorted { $0.key < $1.key }.map { "\(CalendarDay.japaneseFiscalYear($0.key))（\($0.value)議会）" }
        .joined(separator: "、")
    ]
  }

  static let notes = [
    "番号、版及び設問の文が同じ項目だけを合わせた。数は、各議会の内部用の結果が示すものの和であり、率は、和から求めた実施率である。",
    "\(Combination.assembliesFrom)議会に満たない項目は、名だけを挙げ、どの数にも入れない。分野と省令の項目は、数を示す項目の和である（省令は延べ）。",
    "四分位と中央値は、議会ごとの実施率によるもので、\(Combination.spreadFrom)議会から示す。議会の順位は示さない。",
    "一つの議会を入れたものと除いたものの両方を渡すと、引き算でその議会の数が分かる。どちらか一方だけを渡すこと。",
  ]

  private func chapter(of part: Combination.RolePart) -> Document.Chapter {
    var blocks: [Document.Block] = [
      .heading("分野別"), .table(table("分野", part.totalRows + part.sections.map { ($0.id, $0.title, $0.pooled) })),
    ]
    if !part.ordinance.isEmpty {
      blocks += [
        .heading("省令の項目別（延べ）"),
        .table(table("項目", part.ordinance.map { ("第\($0.id)号", $0.title, $0.pooled) })),
      ]
    }
    return Document.Chapter(id: "groups-\(part.role.rawValue)", heading: part.role.asCombined, blocks: blocks)
  }

  private func items(of part: Combination.RolePart) -> Document.Chapter {
    let tables = ItemFigures.Table.allCases.flatMap { table -> [Document.Block] in
      let rows = part.items.filter { $0.name.table == table }
      return rows.isEmpty
        ? []
        : [
          .heading(table.asCombined), .table(self.table("項目", rows.map { ($0.name.id.rawValue, $0.label, $0.pooled) })),
        ]
    }
    let named = part.namedApart.map { "\($0.reason)：\($0.items.joined(separator: "、"))" }
    return Document.Chapter(
      id: "items-\(part.role.rawValue)", heading: "\(part.role.asCombined)の項目別",
      blocks: tables + (named.isEmpty ? [] : [.list(named)]))
  }

  private func table(
    _ title: String, _ rows: [(id: String, title: String, pooled: Combination.Pooled)]
  ) -> Document.Table {
    let hasSpread = rows.contains { $0.pooled.spread != nil }
    let quartiles = ["第1四分位", "中央値", "第3四分位"]
    return Document.Table(
      columns: [.init("番号", isUnbroken: true), .init(title)]
        + (["議会", "実施", "対象", "実施率"] + (hasSpread ? quartiles : [])).map { .init($0, isNumber: true) },
      rows: rows.map { id, title, pooled in
        let rate = pooled.figures.implementation
        return [
          .text(id), .text(title), .count(pooled.assemblies), .count(rate.numerator), .count(rate.denominator),
          .rate(rate),
        ] + (hasSpread ? pooled.quartiles.map { $0.map(Document.Table.Cell.rate) ?? .text("") } : [])
      })
  }

  private var assemblies: Document.Chapter {
    func list(_ summaries: [AssemblySummary]) -> Document.Block { .list(summaries.map(\.inList)) }
    return Document.Chapter(
      id: "assemblies", heading: "合わせた議会",
      blocks: [list(combination.assemblies)]
        + (combination.withoutFigures.isEmpty
          ? []
          : [.paragraph("次の議会は、回答票が少なく、集計を示さないため、どの数にも入らない。"), list(combination.withoutFigures)]))
  }
}

extension AssemblySummary {
  /// 「999997 見本町議会（令和8年度 第1回）」
  fileprivate var inList: String { (code.map { "\($0) " } ?? "") + "\(assembly)（\(roundTitle)）" }
}

extension Role {
  /// Each assembly has a name of its own for its staff.
  var short: String { self == .staff ? "事務局職員" : japanese }

  /// Staff are bound by the city's own standard.
  var asCombined: String { short + (self == .staff ? "（参考：対応する分野）" : "") }
}

extension ItemFigures.Table {
  var short: String {
    switch self {
    case .practice: "実施"
    case .awareness: "周知"
    case .devices: "参考"
    }
  }

  var asCombined: String { short + (self == .devices ? "（執行機関が管理する端末）" : "") }
}

extension Combination.RolePart {
  var totalRows: [(id: String, title: String, pooled: Combination.Pooled)] {
    ItemFigures.Table.allCases.compactMap { table in overall[table].map { ("", "全体：\(table.asCombined)", $0) } }
  }

  /// Why items are in no figure, or not in all, and which.
  var namedApart: [(reason: String, items: [String])] {
    [
      ("\(Combination.assembliesFrom)議会に満たず、数に入れない項目", few.map(\.asCombined)),
      (
        "議会により設問の文が違い、最も多い文による議会だけを入れた項目",
        differing.map { "\($0.name.asCombined)（除いた議会\($0.leftOut)）" }
      ),
      ("議会により分野又は省令の項目が違い、最も多いところに入れた項目", regrouped.map(\.rawValue)),
    ].filter { !$0.items.isEmpty }
  }
}

extension Combination.Name {
  fileprivate var asCombined: String { "\(id) 版\(revision)" + (table == .devices ? "（参考）" : "") }
}

extension Combination.Pooled {
  /// The first quartile, median and third; each nil under 10 assemblies.
  var quartiles: [Ratio?] {
    [spread?.lower, spread?.median, spread?.upper].map { percent in
      percent.map { Ratio($0.tenths, of: 1_000, tenths: $0.tenths, whole: nil) }
    }
  }
}
