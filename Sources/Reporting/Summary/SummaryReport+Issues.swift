import Aggregation
import Documents
import Inspection

/// 第4: what to do next. The tool proposes, people decide.
extension SummaryReport {
  func proposals(_ kind: Proposal.Kind) -> [Proposal] { summary.proposals.filter { $0.kind == kind } }

  var issues: Document.Chapter {
    var blocks: [Document.Block] = []
    for role in summary.roles {
      let ofRole = proposals(.improvement).filter { $0.role == role.role }
      blocks += table(of: ofRole.filter(\.isSupport), heading: "\(summary.policy.name(of: role.role))：支援の候補")
      blocks += table(
        of: ofRole.filter(\.isTraining), heading: "\(summary.policy.name(of: role.role))：周知と研修の候補（「わからない」は組織の課題である。）")
    }
    blocks += missingRules + organisation
    blocks += table(
      of: proposals(.managingBody), heading: "\(Proposal.Kind.managingBody.japanese)（基本方針9。端末の設定は、管理する執行機関の方針による。）")
    blocks += changes + audit + actions + opinions
    if blocks.isEmpty { blocks = [.paragraph("示すことのできる課題はない。")] }
    return Document.Chapter(id: "issues", heading: "第4 課題と対応", blocks: blocks)
  }

  private func table(of proposals: [Proposal], heading: String) -> [Document.Block] {
    let rows = proposals.flatMap { proposal in
      proposal.items.map { item -> [Document.Table.Cell] in
        [
          .text(item.id.rawValue), .text(item.importance.japanese), .text(item.question), .text(proposal.sentence),
          .text(item.remedy),
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(heading),
      .table(
        Document.Table(
          columns: [.init("番号"), .init("重要"), .init("項目"), .init("挙げた理由"), .init("次にすること")], rows: rows)),
    ]
  }

  private var missingRules: [Document.Block] {
    guard !summary.missingRules.isEmpty else { return [] }
    return [
      .heading("まだ定めのない決まり（組織の課題）"),
      .table(
        Document.Table(
          columns: [.init("決まり"), .init("そのため尋ねなかった項目")],
          rows: summary.missingRules.map { rule in
            [.text(rule.title), .text(rule.items.map { "\($0.id) \($0.label)" }.joined(separator: "、"))]
          }, notes: ["これらの項目は、どの率にも含めない。"])),
    ]
  }

  private var organisation: [Document.Block] {
    let rows = proposals(.improvement).compactMap { proposal -> [Document.Table.Cell]? in
      guard case .organisationGap(let choice, let plan) = proposal.rule, let item = proposal.items.first else {
        return nil
      }
      return [
        .text(item.id.rawValue), .text(item.importance.japanese), .text(item.label),
        .text(choice?.japanese ?? "未回答"), .text(item.remedy), .text(plan?.text ?? ""),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("組織の課題"),
      .table(
        Document.Table(
          columns: [.init("番号"), .init("重要"), .init("項目"), .init("回答"), .init("次にすること"), .init("改善計画")],
          rows: rows)),
    ]
  }

  private var changes: [Document.Block] {
    let rows = proposals(.checklist).flatMap { proposal in
      proposal.items.map { item -> [Document.Table.Cell] in
        [
          .text(item.id.rawValue), .text(item.question), .text(proposal.sentence),
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(Proposal.Kind.checklist.japanese),
      .table(
        Document.Table(
          columns: [.init("番号"), .init("項目"), .init("挙げた理由")], rows: rows,
          notes: ["項目の聞き方についての候補であり、答えた人についてのものではない。"])),
    ]
  }
}

extension Proposal {
  var isSupport: Bool { if case .support = rule { true } else { false } }

  var isTraining: Bool { if case .training = rule { true } else { false } }
}
