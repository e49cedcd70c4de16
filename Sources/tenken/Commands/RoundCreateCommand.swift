import ArgumentParser
import Characters
import Inspection
import Jobs
import Storage

/// `tenken round create`: freezes the checklists, makes the codes, and makes the folder of a new round.
struct RoundCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "点検回のフォルダを作ります。足りない指定は、端末ならお尋ねします。",
    discussion: """
      名簿（--roster）は Excel で作った CSV で構いません。見出しは id,name,kana,role,from,to,exempt です。
      点検コードは紙に刷って配り、コードの一覧のファイルは配り終えたら消してください。
      """)

  @Argument(help: ArgumentHelp("作るフォルダ（まだないもの）", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("名簿の CSV", valueName: "ファイル")) var roster: String?
  @Option(name: .long, help: ArgumentHelp("題名（例：令和8年度 第1回）", valueName: "題名")) var title: String?
  @Option(name: .long, help: ArgumentHelp("始める日", valueName: "日付")) var opens: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("提出の期限", valueName: "日付")) var deadline: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("名簿の基準日（指定しないときは始める日）", valueName: "日付")) var referenceDay: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("臨時に行う理由（書くと臨時の点検になります）", valueName: "理由")) var extraordinary: String?
  @Option(name: .long, help: ArgumentHelp("担当の名前（例：議会局総務課）", valueName: "名前")) var office: String?
  @Option(name: .long, help: ArgumentHelp("担当の電話", valueName: "番号")) var telephone: String?
  @Option(name: .long, help: ArgumentHelp("報告のあて先", valueName: "役職")) var addressee = "議長"
  @Option(name: .long, help: ArgumentHelp("回答票の保存期間", valueName: "期間")) var retention = "1年"
  @Option(name: .long, help: ArgumentHelp("対象の会議（繰り返せます）", valueName: "会議")) var meeting: [String] = []
  @Option(name: .long, help: ArgumentHelp("すでにある決まりの番号（繰り返せます）", valueName: "番号")) var rule: [String] = []
  @Flag(name: .long, help: "前の点検回との間に改選がありました。") var electionBetween = false
  @Option(name: .long, help: ArgumentHelp("貸与された端末の管理者", valueName: "管理者")) var lentDevices = Round.LentDevices
    .executive
  @Option(name: .long, help: ArgumentHelp("職員の点検のしかた", valueName: "方法")) var staffMode = Round.StaffMode.own
  @Option(name: .long, help: ArgumentHelp("市の点検の実施日（copy、both のとき）", valueName: "日付")) var cityDate: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("市の点検の様式名（copy、both のとき）", valueName: "様式")) var cityForm: String?
  @Option(name: .long, help: ArgumentHelp("点検票の長さ", valueName: "長さ")) var form = ChecklistLength.full
  @Option(name: .long, help: ArgumentHelp("無記名か記名か", valueName: "方法")) var handIn = Round.HandIn.unsigned
  @Flag(name: .long, help: "点検コードを作らず、名前を選んで入ります。") var noCodes = false
  @Option(name: .long, help: ArgumentHelp("点検コードの一覧を書くファイル（指定しないとき <点検回>-codes.csv）", valueName: "ファイル"))
  var slips: String?
  @Option(name: .long, help: ArgumentHelp("終わっていない対応（actions.csv）を引き継ぐ、前の点検回のフォルダ", valueName: "点検回"))
  var previous: String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let creation = try RoundCreation(at: path, checklists: source.folder, previous: previous)
    let answers = try RoundAnswers(self, policy: creation.library.policy)
    var generator = SystemRandomNumberGenerator()
    let made = try creation.make(
      round(answers), roster: answers.rosterPath, admission: noCodes ? .names : .codes(list: slips), using: &generator,
      clock: ProcessEnvironment.now, tell: Telling.tell)
    Output.say("\(path) を作りました（対象 \(made.asked)人、期限 \(made.deadline.japanese)）。")
    if let previous { Output.say(FollowUpText.carried(made.carried, from: previous, to: made.actions)) }
    if let codes = made.codes { Output.say("点検コードの一覧は \(codes) です。紙に刷って配り、配り終えたら消してください。") }
    Output.say("始め方： tenken inspect --round \(ShellWord.quoted(path))")
  }

  /// The settings; what only the making knows is left open.
  private func round(_ answers: RoundAnswers) -> Round {
    Round(
      id: RoundID(folder: path), title: answers.title,
      kind: extraordinary.map { .extraordinary(reason: $0) } ?? .regular, fiscalYear: answers.opens.fiscalYear,
      opens: answers.opens, deadline: answers.deadline, referenceDay: referenceDay ?? answers.opens,
      meetings: meeting.isEmpty ? ["本会議", "委員会"] : meeting,
      contact: Round.Contact(office: answers.office, telephone: answers.telephone), addressee: addressee,
      retention: retention, electionBetween: electionBetween, rules: answers.rules,
      lentDevices: lentDevices, staffMode: staffMode,
      cityInspection: cityDate.map { Round.CityInspection(date: $0, form: cityForm ?? "") }, length: form,
      handIn: handIn, checklists: [], thresholds: Round.Thresholds())
  }
}

/// What `round create` must know, from the options or by asking.
private struct RoundAnswers {
  let rosterPath: String
  let title: String
  let opens: CalendarDay
  let deadline: CalendarDay
  let office: String
  let telephone: String
  let rules: [RuleID]

  init(_ command: RoundCreateCommand, policy: Policy) throws {
    let today = ProcessEnvironment.now().day
    var prompter = Prompter(isInteractive: ProcessEnvironment.isInteractive)
    let roster = try prompter.text(command.roster, option: "--roster", question: "名簿の CSV ファイル")
    let opens =
      try prompter.value(
        command.opens, option: "--opens", question: "始める日", fallback: today, shown: today.japanese,
        read: CalendarDay.init(written:)) ?? today
    let suggestion = "\(CalendarDay.japaneseFiscalYear(opens.fiscalYear)) 第1回"
    let title = try prompter.text(command.title, option: "--title", question: "題名", fallback: suggestion)
    let deadline = try prompter.value(
      command.deadline, option: "--deadline", question: "提出の期限（例：令和9年1月29日）",
      read: CalendarDay.init(written:))
    let office = try prompter.text(command.office, option: "--office", question: "担当の名前（例：議会局総務課）")
    let telephone = try prompter.text(command.telephone, option: "--telephone", question: "担当の電話")
    guard let roster, let title, let deadline, let office, let telephone else {
      throw UsageText.missing(prompter.missing)
    }
    rules = try command.rule.isEmpty ? prompter.rules(of: policy) : command.rule.map { RuleID($0) }
    (rosterPath, self.title, self.opens, self.deadline) = (roster, title, opens, deadline)
    (self.office, self.telephone) = (office, telephone)
  }
}

extension Prompter {
  /// The rules that exist already, asked one by one; none where nobody can be asked.
  fileprivate mutating func rules(of policy: Policy) throws -> [RuleID] {
    guard isInteractive else { return [] }
    var existing: [RuleID] = []
    for rule in policy.rules {
      let question = "「\(rule.title)」はすでにありますか（1 ある、3 まだない）"
      let exists = try value(nil, option: "--rule", question: question, fallback: false, shown: "まだない") { answer in
        ["1": true, "3": false, "はい": true, "いいえ": false][answer.folded()]
      }
      if exists == true { existing.append(rule.id) }
    }
    return existing
  }
}
