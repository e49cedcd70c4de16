import Inspection
import TextLayout

/// A checklist as plain text for reading through.
struct ChecklistText {
  private let checklist: Checklist
  private let policy: Policy
  private let length: ChecklistLength

  init(_ checklist: Checklist, policy: Policy, length: ChecklistLength) {
    (self.checklist, self.policy, self.length) = (checklist, policy, length)
  }

  /// Tells a policy from a checklist by its format line, before either is parsed; the line stands near the beginning.
  static func isPolicy(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n")).contains {
      $0.starts(with: "format: tenken.policy/".utf8)
    }
  }

  /// What was written, and what comes next.
  static func exported(_ files: [String], to folder: String) -> [String] {
    let word = ShellWord.quoted(folder)
    return [
      "\(folder) に組み込みの基本方針と点検票を写しました（\(files.joined(separator: "、"))）。",
      "1 直します。 2 確かめます： tenken checklist validate \(word)/*.yaml",
      "3 使います： tenken round create 点検回 --checklists \(word)",
    ]
  }

  static func faulty(_ count: Int) -> Failure { Failure(.badData, "誤りが \(count)件あります。") }

  var text: String {
    let items = Set(checklist.items(in: length).map(\.id))
    var lines = [
      "\(policy.assembly) \(checklist.title)" + (checklist.approved == nil ? "（案）" : ""), checklist.scope, "",
    ]
    if !checklist.profile.isEmpty {
      lines += ["前提の質問"] + checklist.profile.map { "  \($0.question)" } + [""]
    }
    for section in checklist.sections where section.items.contains(where: { items.contains($0.id) }) {
      lines.append(section.title)
      for item in section.items where items.contains(item.id) { lines += self.lines(of: item) }
      lines.append("")
    }
    return lines.joined(separator: "\n").printableLines + "\n"
  }

  private func lines(of item: Item) -> [String] {
    let clauses = item.clauses.compactMap { policy.clause($0)?.number }.map { "基本方針\($0)" }
    let choices = checklist.choices(for: item).map { choice in
      "\(choice.digit) \(choice.japanese)" + (item.note(of: choice).map { "（\($0)）" } ?? "")
    }
    return [
      "  \(item.id)  \(item.question)", "    " + choices.joined(separator: "  "),
      "    " + clauses.joined(separator: "、"),
    ]
  }
}

/// The coverage of a set of checklists as Markdown; `docs/coverage.md` is this text.
struct CoverageText {
  let policy: Policy
  /// Each under its heading.
  let forms: [(heading: String, coverage: Coverage)]

  static let incomplete = Failure(.badData, "項目が足りない条項又は脅威があります（表の「不足」）。")

  var isComplete: Bool { forms.allSatisfy(\.coverage.isComplete) }

  var text: String {
    var lines = [
      "# 網羅の表", "",
      "\(policy.title)の条項と脅威を、どの項目で点検するかを示す。数値（実施率か周知率）になる項目だけを数える。`tenken checklist coverage` の出力である。",
    ]
    for form in forms { lines += section(form.heading, form.coverage) }
    return lines.joined(separator: "\n").printableLines + "\n"
  }

  private func section(_ heading: String, _ coverage: Coverage) -> [String] {
    let roles = Role.allCases.map { policy.name(of: $0) }.joined(separator: " | ")
    return [
      "", "## \(heading)", "", "### 条項", "", "| 条項 | 見出し | 責任を負う役割 | \(roles) | 不足 |",
      "|---|---|---|---|---|---|---|",
    ]
      + coverage.clauses.map { row in
        let responsible = row.clause.responsible.sorted().map { policy.name(of: $0) }.joined(separator: "、")
        return "| \(row.clause.number) | \(row.clause.title) | \(responsible.isEmpty ? "−" : responsible) |"
          + Role.allCases.map { " \(list(row.items[$0])) |" }.joined()
          + " \(row.missing.map(words).joined(separator: "、")) |"
      }
      + ["", "### 脅威", "", "| 脅威 | 見出し | \(roles) | 不足 |", "|---|---|---|---|---|---|"]
      + coverage.threats.map { row in
        "| \(row.threat.number) | \(row.threat.title) |"
          + Role.allCases.map { " \(list(row.items[$0])) |" }.joined() + " \(row.isMissing ? "不足" : "") |"
      }
  }

  private func words(for gap: Coverage.Gap) -> String {
    let reasons = gap.silences.map(\.japanese).joined(separator: "、")
    return policy.name(of: gap.role) + (reasons.isEmpty ? "" : "（\(reasons)だけ）")
  }

  private func list(_ items: [ItemID]?) -> String {
    guard let items, !items.isEmpty else { return "−" }
    return "\(items.count)：" + items.map(\.rawValue).joined(separator: " ")
  }
}
