import Inspection

/// The coverage of a set of checklists as Markdown; `docs/coverage.md` is this text.
struct CoverageText {
  let policy: Policy
  let forms: [Coverage]

  static let incomplete = Failure(.badData, "項目が足りない条項又は脅威があります（表の「不足」）。")

  var text: String {
    var lines = ["# 網羅の表", "", "\(policy.title)の条項と脅威を、どの項目で点検するかを示す。`tenken checklist coverage` の出力である。"]
    for coverage in forms { lines += section(coverage) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ coverage: Coverage) -> [String] {
    let title = coverage.length == .full ? "全部の項目" : "短縮版"
    return [
      "", "## \(title)", "", "### 条項", "", "| 条項 | 見出し | 責任を負う役割 | 議員 | 議会局職員 | 組織 | 不足 |",
      "|---|---|---|---|---|---|---|",
    ]
      + coverage.clauses.map { row in
        let responsible = row.clause.responsible.sorted().map(\.japanese).joined(separator: "、")
        return "| \(row.clause.number) | \(row.clause.title) | \(responsible.isEmpty ? "−" : responsible) |"
          + Role.allCases.map { " \(list(row.items[$0])) |" }.joined()
          + " \(row.missing.isEmpty ? "" : row.missing.map(\.japanese).joined(separator: "、")) |"
      }
      + ["", "### 脅威", "", "| 脅威 | 見出し | 議員 | 議会局職員 | 組織 | 不足 |", "|---|---|---|---|---|---|"]
      + coverage.threats.map { row in
        "| \(row.threat.number) | \(row.threat.title) |"
          + Role.allCases.map { " \(list(row.items[$0])) |" }.joined() + " \(row.isMissing ? "不足" : "") |"
      }
  }

  private func list(_ items: [ItemID]?) -> String {
    guard let items, !items.isEmpty else { return "−" }
    return "\(items.count)：" + items.map(\.rawValue).joined(separator: " ")
  }
}
