import Aggregation
import Inspection

extension Figures {
  /// Every rate with its name, the headline first; of awareness items that is 周知率.
  func named(headline: String = "実施率") -> [(name: String, rate: Rate)] {
    [
      (headline, implementation), ("未回答を含めた率", withUnanswered), ("対象者全員比", amongAllAsked), ("一部を含む率", atLeastPartly),
      ("わからない率", notKnown), ("該当なし率", notApplicable),
    ]
  }
}

extension Tally {
  /// Every count with the answer's name; together they are all sheets.
  var named: [(name: String, count: Int)] {
    [
      (Choice.yes.japanese, yes), (Choice.alternative.japanese, alternative), (Choice.partial.japanese, partial),
      (Choice.no.japanese, no), (Choice.unknown.japanese, unknown), (Choice.notApplicable.japanese, notApplicable),
      ("未回答", unanswered),
    ]
  }
}

extension HandInFigures {
  /// People and sheets with their names and units; the reconciliation as far as it is shown.
  var named: [(name: String, count: Int, unit: String)] {
    [("対象者", asked, "人"), ("提出者", handedIn, "人")]
      + (reconciliation.map {
        [
          ("提出の記録", $0.submissions, "件"), ("うち対象外", $0.fromExempt, "件"), ("うち名簿外", $0.fromOthers, "件"),
          ("うち期限後", $0.late, "件"), ("回答票数", $0.sheets, "票"), ("除いた票", $0.leftOut, "票"),
        ]
      } ?? [])
  }
}

extension ItemFigures.Table {
  /// What heads the table of items; the report says more where there is room.
  var japanese: String {
    switch self {
    case .practice: "項目別"
    case .awareness: "周知"
    case .devices: "参考：執行機関が管理する端末"
    }
  }

  /// The name of (a+v) ÷ (a+v+b+c+d) there.
  var headline: String { self == .awareness ? "周知率" : "実施率" }
}
