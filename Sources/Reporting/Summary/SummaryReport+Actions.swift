import Aggregation
import Documents
import Inspection

/// What has become of the actions: those of earlier rounds, and those of this one that people have begun to fill in.
extension SummaryReport {
  var actions: [Document.Block] {
    let all = summary.followUp.actions ?? []
    let carried = all.filter { $0.round != round.id }
    let own = all.filter { $0.round == round.id && !$0.measure.isEmpty }
    return section(of: carried, heading: "前回からの対応の状況") + section(of: own, heading: "今回の課題への対応")
  }

  private func section(of actions: [Action], heading: String) -> [Document.Block] {
    guard !actions.isEmpty else { return [] }
    let counts = Action.State.allCases.map { "\($0.japanese)\(actions.count($0))件" }.joined(separator: "、")
    return [
      .heading(heading), .paragraph("対応は\(actions.count)件である（\(counts)）。"), .table(Self.table(of: actions)),
    ]
  }

  static func table(of actions: [Action]) -> Document.Table {
    Document.Table(
      columns: ["点検回", "番号", "課題", "対応", "担当", "期限", "状況"].map { .init($0) },
      rows: actions.map { action in
        [
          action.round.rawValue, action.id.rawValue, action.matter.subject, action.measure, action.owner,
          action.due?.japanese ?? "", action.state.japanese,
        ].map { .text($0) }
      })
  }

  /// What people wrote, in no order that tells when.
  var opinions: [Document.Block] {
    let shown = summary.followUp.opinions.shown
    guard !shown.isEmpty else { return [] }
    return [.heading("寄せられたご意見"), .paragraph("議会局が読み、載せることとしたものである。並びは提出の順ではない。"), .list(shown)]
  }
}
