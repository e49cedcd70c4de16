import Aggregation
import Documents
import Inspection

/// 注記: what was inspected, how to read the figures, what was answered, and what is in none of them.
extension SummarySheets {
  private struct Note {
    var kind: String
    var words: String
    var count: Int?
  }

  var notes: Worksheet? {
    let said = summary.audience == .everyone ? told("数値の見方", report.document.chapters.last) : ofOffice
    return Worksheet(
      Self.notesName,
      [
        .words("種類", limit: 20) { $0.kind }, .words("内容", limit: 130) { $0.words }, .count("件数") { $0.count },
      ], of: said + leftOut, frozen: 1)
  }

  private var ofOffice: [Note] {
    told("点検の概要", report.overview)
      + [("率の算式", report.formulas), ("示す範囲", report.disclosure), ("点検票と版", report.versions)]
      .flatMap { kind, lines in lines.map { Note(kind: kind, words: $0) } }
  }

  private func told(_ kind: String, _ chapter: Document.Chapter?) -> [Note] {
    (chapter?.blocks ?? []).flatMap { block -> [Note] in
      switch block {
      case .list(let lines): lines.map { Note(kind: kind, words: $0) }
      case .paragraph(let words): [Note(kind: kind, words: words)]
      case .heading, .table, .trend: []
      }
    }
  }

  /// Of a closed round: for the office by reason.
  private var leftOut: [Note] {
    guard summary.status.closed != nil else { return [] }
    let kind = "集計から除いたもの"
    if summary.audience == .everyone { return [Note(kind: kind, words: "合計", count: summary.leftOutLines ?? 0)] }
    return summary.leftOut.isEmpty
      ? [Note(kind: kind, words: "ない", count: 0)]
      : summary.leftOut.map { Note(kind: kind, words: $0.kind.japanese + "もの", count: $0.count) }
  }
}
