import Aggregation
import Documents
import Inspection

/// 別記: formulas, what is shown and what is not, and which checklists were answered.
extension SummaryReport {
  var annex: Document.Chapter {
    var blocks: [Document.Block] = [
      .heading("1 率の算式"), .list(Self.formulas), .heading("2 示す範囲"), .list(disclosure),
    ]
    for role in summary.roles {
      guard case .tables(let tables) = role.figures else { continue }
      blocks += [
        .heading("\(summary.policy.name(of: role.role))：一部を含む率、わからない率、該当なし率"),
        .table(FigureTables.annexRates(tables.items.filter { $0.table != .devices })),
      ]
    }
    blocks += [
      .heading("3 点検票"), .list(summary.checklists.flatMap(lines) + inputs), .heading("4 凡例"), .list(Self.legend),
    ]
    return Document.Chapter(id: "annex", heading: "別記", blocks: blocks)
  }

  /// Made again by `tenken verify`.
  private var inputs: [String] {
    (summary.inputs.map { ["この結果を作った全てのファイルの要約値 BLAKE2b-256 \($0.digest)"] } ?? [])
      + (summary.edition.map { ["この版を作ったプログラム tenken \($0.program)"] } ?? [])
  }

  private func lines(of checklist: Summary.AnsweredChecklist) -> [String] {
    let approval = checklist.approved.map { "\($0.date.japanese) \($0.by) \($0.document)" } ?? "案"
    return ["\(checklist.title) 第\(checklist.version)版（\(approval)）"]
      + checklist.digests.map { "\(checklist.id) BLAKE2b-256 \($0)" }
  }

  private static let formulas = [
    "a はい、v 別の方法で対応、b 一部できている、c いいえ、d わからない、e 該当なし、f 未回答（いずれも票数）とする。",
    "提出率＝提出者÷対象者",
    "実施率＝（a＋v）÷（a＋v＋b＋c＋d）",
    "未回答を含めた率＝（a＋v）÷（a＋v＋b＋c＋d＋f）",
    "一部を含む率＝（a＋v＋b）÷（a＋v＋b＋c＋d）",
    "わからない率＝d÷（a＋v＋b＋c＋d）",
    "該当なし率＝e÷（a＋v＋b＋c＋d＋e）",
    "周知率は、知っているかを尋ねた項目について、実施率と同じ算式による。",
    "分野などの率は、項目の票数を足してから割る。割合は小数第2位を四捨五入した。四捨五入のため、合計が100%にならないことがある。",
  ]

  private var disclosure: [String] {
    [
      "区分ごとに示し、議員と職員を足した数は示さない。会派などの内訳は作らない。",
      "内部用：回答票が10票以上の区分は全ての表を示す。5票から9票までの区分は、半数以上が課題と答えた項目の名だけを示す。5票に満たない"
        + "区分は、提出の状況だけを示す。",
      "公表用：回答票が10票以上の区分は、分野別の実施率を整数で示す。10票に満たない区分は、提出の状況だけを示す。",
      "組織の回答票は、内部用では全てを、公表用では分野ごとの数を示す。",
      "ご意見は、\(summary.policy.office)が読み、載せることとしたものだけを、内部用に示す。",
    ]
  }

  private static let legend = ["0：0件", "−：割る数が0である", "案：決裁を経ていない点検票による"]
}
