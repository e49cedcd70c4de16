import Characters
import Inspection
import Jobs
import Storage

/// The Japanese of making a round: what is asked, what Enter means, and what was understood.
enum RoundQuestionText {
  static let understood = "次の内容で作ります。"
  static let mending = "このまま作るときは Enter、直すときはその番号"
  static let make = "作る"
  static let notUnderstood = Failure(.usage, PromptText.notUnderstood)
  static let notYears = Failure(.usage, "保存期間は「1年」のように、1年から99年までの年の数で書いてください。")
  static let notADay = Failure(.usage, "日付として読み取れませんでした。「令和9年1月29日」「R9.1.29」「2027-01-29」のように書いてください。")

  static func empty(_ question: RoundQuestion) -> Failure {
    Failure(.usage, "\(name(of: question))（\(option(of: question))）が空です。")
  }

  static func hidden(_ scalar: Unicode.Scalar, in question: RoundQuestion) -> Failure {
    Failure(.usage, "\(name(of: question))（\(option(of: question))）に、画面に出せない文字（U+\(scalar.hexadecimal)）が入っています。")
  }

  static func unknownRule(_ word: String, of rules: [Rule]) -> Failure {
    let known = rules.map { "\($0.id.rawValue)（\($0.title)）" }.joined(separator: "、")
    return Failure(.usage, "\(name(of: .rules))（\(option(of: .rules))）に、\(word.quoted)はありません。", "使える値：\(known)")
  }

  /// What stands for nothing at all.
  static let none = ["なし", "ない"]

  /// How an answer is named to the person who gave it.
  enum Naming { case questions, options }

  /// A fault of `round.yaml`, in the words of the questions or with their options, instead of its keys.
  static func sentence(for fault: Fault, naming: Naming = .questions) -> String {
    let words = [
      ("referenceDay", RoundQuestion.referenceDay), ("deadline", .deadline), ("opens", .opens), ("reason", .occasion),
    ]
    return words.reduce(FaultText.sentence(for: fault)) { sentence, word in
      let option = naming == .options ? "（\(option(of: word.1))）" : ""
      return sentence.replacing(word.0, with: name(of: word.1) + option)
    }.replacing("fiscalYear", with: "年度").replacing(" が ", with: "が").replacing(" より", with: "より")
  }

  static func line(_ number: Int, _ question: RoundQuestion, _ wish: RoundWish) -> String {
    "\(number < 10 ? " " : "")\(number) \(name(of: question))：\(shown(question, wish))\(detail(of: question, wish))"
  }

  private static func name(of question: RoundQuestion) -> String {
    switch question {
    case .roster: "名簿"
    case .opens: "始める日"
    case .title: "点検の名称"
    case .occasion: "定期・臨時"
    case .deadline: "提出の期限"
    case .referenceDay: "名簿の基準日"
    case .meetings: "対象の会議"
    case .lentDevices: "貸与された端末"
    case .handIn: "提出の方法"
    case .length: "点検票の長さ"
    case .retention: "回答票の保存期間"
    case .office: "担当の名前"
    case .telephone: "担当の電話"
    case .addressee: "報告のあて先"
    case .ways: "答え方の案内"
    case .rules: "すでにある決まり"
    case .staffMode: "職員の点検"
    case .cityDate: "執行機関の点検の実施日"
    case .cityForm: "執行機関の点検の様式名"
    case .previous: "前の点検回"
    case .election: "前の点検回との間の改選"
    }
  }

  static func option(of question: RoundQuestion) -> String {
    switch question {
    case .roster: "--roster"
    case .opens: "--opens"
    case .title: "--title"
    case .occasion: "--extraordinary"
    case .deadline: "--deadline"
    case .referenceDay: "--reference-day"
    case .meetings: "--meeting"
    case .lentDevices: "--lent-devices"
    case .handIn: "--hand-in"
    case .length: "--form"
    case .retention: "--retention"
    case .office: "--office"
    case .telephone: "--telephone"
    case .addressee: "--addressee"
    case .ways: "--way"
    case .rules: "--rule"
    case .staffMode: "--staff-mode"
    case .cityDate: "--city-date"
    case .cityForm: "--city-form"
    case .previous: "--previous"
    case .election: "--election-between"
    }
  }

  static func prompt(of question: RoundQuestion, _ wish: RoundWish) -> String {
    switch question {
    case .roster: "名簿の CSV ファイル"
    case .occasion: "臨時の点検なら、その理由"
    case .deadline: "提出の期限（例：令和9年1月29日）"
    case .meetings: "対象の会議（会議規則に照らして決めたもの。「、」で区切る）"
    case .lentDevices: "貸与された端末の管理者（1 議会、2 執行機関、3 貸与していない）"
    case .handIn: "提出の方法（1 無記名、2 記名）"
    case .length: "点検票の長さ（1 全項目、2 短縮版）"
    case .retention: "回答票の保存期間（例：1年）"
    case .office: "担当の名前（例：総務課）"
    case .ways: "答え方の案内の文（場所、時間など。文ごとに「。」で終える）"
    case .rules: rules(of: wish)
    case .staffMode: "職員の点検（1 議会で行う、2 執行機関の点検の結果を写す、3 両方）"
    case .previous: "前の点検回のフォルダ（初めての点検なら なし）"
    case .election: "前の点検回との間に、議員の改選がありましたか（1 はい、3 いいえ）"
    case .opens, .title, .referenceDay, .telephone, .addressee, .cityDate, .cityForm: name(of: question)
    }
  }

  private static func rules(of wish: RoundWish) -> String {
    let rules = wish.creation.library.policy.rules.enumerated().map { "  \($0 + 1) \($1.title)\n" }.joined()
    return "次の決まりのうち、すでにあるもの。ない決まりを前提とする項目は、だれにも尋ねません。\n\(rules)番号（「、」で区切る）"
  }

  /// What Enter alone means at first.
  static func usual(_ question: RoundQuestion, _ wish: RoundWish) -> String? {
    switch question {
    case .opens: wish.round.opens.japanese
    case .title: "\(CalendarDay.japaneseFiscalYear(wish.round.fiscalYear)) 第1回"
    case .occasion: Round.Kind.regular.japanese
    case .referenceDay: wish.round.opens.japanese
    case .meetings: "本会議、委員会"
    case .handIn: Round.HandIn.unsigned.japanese
    case .length: ChecklistLength.full.japanese
    case .retention: "1年"
    case .addressee: "議長"
    case .staffMode: Round.StaffMode.own.japanese
    case .ways, .rules, .previous: "なし"
    case .election: Choice.no.japanese
    case .roster, .deadline, .lentDevices, .office, .telephone, .cityDate, .cityForm: nil
    }
  }

  /// An answer as it was understood; typed in again, it means the same.
  static func shown(_ question: RoundQuestion, _ wish: RoundWish) -> String {
    let round = wish.round
    return switch question {
    case .roster: wish.roster
    case .opens: round.opens.japanese
    case .title: round.title
    case .occasion: if case .extraordinary(let reason) = round.kind { reason } else { round.kind.japanese }
    case .deadline: round.deadline.japanese
    case .referenceDay: round.referenceDay.japanese
    case .meetings: list(round.meetings)
    case .lentDevices: round.lentDevices.japanese
    case .handIn: round.handIn.japanese
    case .length: round.length.japanese
    case .retention: round.retention.description
    case .office: round.contact.office
    case .telephone: round.contact.telephone
    case .addressee: round.addressee
    case .ways: round.ways.isEmpty ? "なし" : round.ways.joined()
    case .rules: list(round.rules.map(\.rawValue))
    case .staffMode: round.staffMode.japanese
    case .cityDate: round.cityInspection?.date.japanese ?? ""
    case .cityForm: round.cityInspection?.form ?? ""
    case .previous: wish.previous ?? "なし"
    case .election: (round.electionBetween ? Choice.yes : .no).japanese
    }
  }

  /// What else was understood of it.
  private static func detail(of question: RoundQuestion, _ wish: RoundWish) -> String {
    switch question {
    case .roster:
      let people = wish.people?.respondents ?? []
      let counts = Role.allCases.map { role in "\(role.japanese)\(people.count { $0.role == role })人" }
      return "（\((counts + ["うち対象外\(people.count { $0.exempt != nil })人"]).joined(separator: "、"))）"
    case .occasion: return wish.round.kind == .regular ? "" : "（臨時）"
    case .lentDevices where wish.round.lentDevices == .executive: return "（設定についての項目は参考とする）"
    default: return ""
    }
  }

  private static func list(_ texts: [String]) -> String {
    texts.isEmpty ? "なし" : texts.joined(separator: RoundQuestion.separator)
  }
}
