public import Aggregation
public import Documents
public import Inspection
import TextLayout

extension Audience {
  public var japanese: String {
    switch self {
    case .office: "内部用"
    case .everyone: "公表用"
    }
  }
}

extension Edition {
  /// 「第2版」, without the reason.
  public var name: String { "第\(number)版" }

  /// 「第1版」, 「第2版（訂正版：理由）」; the reason on one line without controls.
  public var japanese: String { name + (reason.map { "（訂正版：\($0.sanitized)）" } ?? "") }
}

extension Edition {
  /// 「。回収した第1版に替わる。」; empty for the first.
  var replacing: String {
    guard number > 1 else { return "" }
    let recalled = recalled.map { "第\($0)版" }.joined(separator: "、")
    return recalled.isEmpty ? "。第\(number - 1)版に替わる。" : "。回収した\(recalled)に替わる。"
  }
}

extension Accompaniment {
  /// 「令和9年4月20日」, with 「（その2）」 for another state on the same day.
  var japanese: String { day.japanese + (number > 1 ? "（その\(number)）" : "") }
}

extension WithheldReason {
  /// A whole sentence, である体.
  var japanese: String {
    switch self {
    case .notClosed: "点検回が締められていないため、回答の集計は示さない。"
    case .fewerSheets(let limit): "回答票が\(limit)票に満たないため、回答の集計は示さない。"
    }
  }
}

extension LeftOut.Kind {
  var japanese: String {
    switch self {
    case .damaged: "要約値が合わず、中身が変わっているか途中で切れた"
    case .syntax: "途中で切れているなど、読み取れない"
    case .wrongValue: "値が足りないか、誤っている"
    case .unknownFormat: "知らない書式である"
    case .wrongRound: "別の点検回の回答票である"
    case .roleNotAsked: "この点検回で点検しない区分である"
    case .unknownChecklist: "この点検回の点検票に答えたものではない"
    case .checklistOfOtherRole: "点検票と区分が合わない"
    case .unknownItem: "点検票にない項目がある"
    case .repeatedItem: "同じ項目に二つの回答がある"
    case .wrongRevision: "設問の版が違う"
    case .choiceNotOffered: "その項目にない選択肢が選ばれている"
    case .contradictsRound: "前提の質問又は決まりの有無と合わない"
    case .notSigned: "記名の点検回であるのに、名がない"
    case .unknownRespondent: "名簿にない番号で記名した"
    case .duplicateNumber: "同じ回答番号の写しである"
    case .duplicateRespondent: "同じ人の二つ目である"
    case .secondOrganisationSheet: "組織の二つ目の回答票である"
    }
  }
}

extension LeftOut {
  /// What the line was handed in as.
  public var subjectWords: String {
    switch subject {
    case .sheet: "回答票"
    case .submission: "提出の記録"
    case .opinion: "ご意見"
    case nil: "何の行か分からないもの"
    }
  }
}

extension LeftOut.Reason {
  /// The particulars, such as the item and its revisions; empty where the kind says all.
  var detail: String {
    switch self {
    case .damaged, .secondOrganisationSheet, .notSigned: ""
    case .syntax(let byte): byte.map { "\($0 + 1)バイト目" } ?? ""
    case .wrongValue(let path): path
    case .unknownFormat(let format): format
    case .wrongRound(let round): round.rawValue
    case .roleNotAsked(let role): role.japanese
    case .unknownChecklist(let digest): digest
    case .checklistOfRole(let role): "\(role.japanese)の点検票"
    case .unknownItem(let item), .repeatedItem(let item), .contradictsRound(let item): item.rawValue
    case .wrongRevision(let item, let found, let expected): "\(item) 版\(found)（正しくは版\(expected)）"
    // Not the choice: in a small role the file and the roster tell whose answer it is.
    case .choiceNotOffered(let item, _): item.rawValue
    case .duplicateNumber(let number): number.grouped
    case .duplicateRespondent(let respondent), .unknownRespondent(let respondent): respondent.rawValue
    }
  }
}

extension HandInFigures {
  /// 「対象45人（ほかに対象外3人）のうち43人が提出した（提出率95.6%）。」
  var sentence: String {
    "対象\(asked)人\(exempt > 0 ? "（ほかに対象外\(exempt)人）" : "")のうち\(handedIn)人が提出した（提出率\(rate.text)）。"
  }
}

extension HandInFigures.Reconciliation {
  /// How submissions and sheets, which nothing links, agree in number.
  var sentence: String {
    let found = sheets + leftOut
    let sum = "回答票\(sheets)票と除いた票\(leftOut)票の計\(found)票"
    return if found == submissions {
      "提出の記録\(submissions)件は、\(sum)に等しい。"
    } else if found > submissions {
      "\(sum)は、提出の記録\(submissions)件より\(found - submissions)票多い。同じ人の票が二つあるか、提出の記録が失われている。"
    } else {
      "\(sum)は、提出の記録\(submissions)件より\(submissions - found)票少ない。"
    }
  }
}

extension LeftOut.Kind {
  /// Whether the line's role is not read before this is found.
  var tellsNoRole: Bool {
    switch self {
    case .damaged, .syntax, .unknownFormat, .wrongValue, .repeatedItem: true
    default: false
    }
  }
}

extension Ratio {
  /// A rate with its percentages as the rule of rounding makes them.
  public init(_ rate: Rate) {
    self.init(rate.numerator, of: rate.denominator, tenths: rate.percent?.tenths, whole: rate.wholePercent)
  }
}

extension Document.Table.Cell {
  /// In percent to one decimal, or 「−」.
  public static func rate(_ rate: Rate) -> Self { .rate(Ratio(rate)) }

  /// Drawn; left out where a format draws its own.
  public static func bar(_ rate: Rate) -> Self { .bar(Ratio(rate)) }
}

extension Rate {
  /// `77.5%`, or 「−」 over nothing.
  var text: String { Ratio(self).text }

  /// `77.5%（31／40）`.
  var textWithCounts: String { Ratio(self).textWithCounts }
}
