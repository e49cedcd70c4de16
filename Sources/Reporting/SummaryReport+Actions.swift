import Aggregation
import Inspection

/// What has become of the actions: those of earlier rounds, and those of this one that people have begun to fill in.
extension SummaryReport {
  var actions: [Report.Block] {
    let all = summary.followUp.actions ?? []
    let carried = all.filter { $0.round != round.id }
    let own = all.filter { $0.round == round.id && !$0.measure.isEmpty }
    return section(of: carried, heading: "前回からの対応の状況") + section(of: own, heading: "今回の課題への対応")
  }

  private func section(of actions: [Action], heading: String) -> [Report.Block] {
    guard !actions.isEmpty else { return [] }
    let counts = Action.State.allCases.map { "\($0.japanese)\(actions.count($0))件" }.joined(separator: "、")
    return [
      .heading(heading), .paragraph("対応は\(actions.count)件である（\(counts)）。"),
      .table(
        ReportTable(
          columns: [.init("点検回"), .init("番号"), .init("課題"), .init("対応"), .init("担当"), .init("期限"), .init("状況")],
          rows: actions.map { action in
            [
              .text(action.round.rawValue), .text(action.id.rawValue), .text(action.matter.subject),
              .text(action.measure), .text(action.owner), .text(action.due?.japanese ?? ""),
              .text(action.state.japanese),
            ]
          })),
    ]
  }
}
