import ArgumentParser
import Inspection
import Jobs
import Storage

/// `tenken round create`: freezes the checklists, makes the codes, and makes the folder of a new round.
struct RoundCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "点検回のフォルダを作ります。足りない指定は、画面でお尋ねします。",
    discussion: """
      名簿（--roster）は Excel で作った CSV で構いません。見出しは id,name,kana,role,from,to,exempt です。
      作る前に、受け取った内容を一覧で示します。--lent-devices は、尋ねられないときも必ず指定してください。
      点検コードは紙に刷って配り、コードの一覧のファイルは配り終えたら消してください。
      """)

  @Argument(help: ArgumentHelp("作るフォルダ（まだないもの）", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("名簿の CSV", valueName: "ファイル"), completion: .file()) var roster: String?
  @Option(name: .long, help: ArgumentHelp("点検の名称（例：令和8年度 第1回）", valueName: "名称")) var title: String?
  @Option(name: .long, help: ArgumentHelp("始める日（指定しないときは今日）", valueName: "日付")) var opens: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("提出の期限", valueName: "日付")) var deadline: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("名簿の基準日（指定しないときは始める日）", valueName: "日付")) var referenceDay: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("臨時に行う理由（書くと臨時の点検になります）", valueName: "理由")) var extraordinary: String?
  @Option(name: .long, help: ArgumentHelp("対象の会議（繰り返せます。指定しないときは 本会議、委員会）", valueName: "会議")) var meeting: [String] = []
  @Option(name: .long, help: ArgumentHelp("貸与された端末の管理者（必ず指定します）", valueName: "管理者")) var lentDevices: Round.LentDevices?
  @Option(name: .long, help: ArgumentHelp("無記名か記名か（指定しないときは unsigned）", valueName: "方法")) var handIn: Round.HandIn?
  @Option(name: .long, help: ArgumentHelp("点検票の長さ（指定しないときは full）", valueName: "長さ")) var form: ChecklistLength?
  @Option(name: .long, help: ArgumentHelp("回答票の保存期間（指定しないときは 1年）", valueName: "期間")) var retention: String?
  @Option(name: .long, help: ArgumentHelp("担当の名前（例：総務課）", valueName: "名前")) var office: String?
  @Option(name: .long, help: ArgumentHelp("担当の電話", valueName: "番号")) var telephone: String?
  @Option(name: .long, help: ArgumentHelp("報告のあて先（指定しないときは 議長）", valueName: "役職")) var addressee: String?
  @Option(name: .long, help: ArgumentHelp("答え方の案内の一文（繰り返せます。依頼文などに載ります）", valueName: "文")) var way: [String] = []
  @Option(name: .long, help: ArgumentHelp("すでにある決まりの番号（繰り返せます）", valueName: "番号")) var rule: [String] = []
  @Option(name: .long, help: ArgumentHelp("職員の点検のしかた（指定しないときは own）", valueName: "方法")) var staffMode: Round.StaffMode?
  @Option(name: .long, help: ArgumentHelp("執行機関の点検の実施日（copy、both のとき）", valueName: "日付")) var cityDate: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("執行機関の点検の様式名（copy、both のとき）", valueName: "様式")) var cityForm: String?
  @Option(
    name: .long, help: ArgumentHelp("前の点検回のフォルダ（終わっていない対応を引き継ぎ、前回についての項目を尋ねます）", valueName: "点検回"),
    completion: .directory)
  var previous: String?
  @Flag(name: .long, help: "前の点検回との間に改選がありました。") var electionBetween = false
  @Flag(name: .long, help: "点検コードを作らず、名前を選んで入ります。") var noCodes = false
  @Option(
    name: .long, help: ArgumentHelp("点検コードの一覧を書くファイル（指定しないとき <点検回>-codes.csv）", valueName: "ファイル"), completion: .file())
  var slips: String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let creation = try RoundCreation(at: path, checklists: source.folder, previous: previous)
    var dialogue = RoundDialogue(
      creation, given: given, today: ProcessEnvironment.now().day, isInteractive: ProcessEnvironment.isInteractive)
    try dialogue.settle()
    let wish = dialogue.wish
    var generator = SystemRandomNumberGenerator()
    let made = try wish.creation.make(
      wish.round, roster: wish.roster, admission: noCodes ? .names : .codes(list: slips), using: &generator,
      clock: ProcessEnvironment.now, tell: Telling.tell)
    Output.say("\(path) を作りました（対象 \(made.asked)人、期限 \(made.deadline.japanese)）。")
    if let previous = wish.previous { Output.say(FollowUpText.carried(made.carried, from: previous, to: made.actions)) }
    if let codes = made.codes { Output.say("点検コードの一覧は \(codes) です。紙に刷って配り、配り終えたら消してください。") }
    Output.say("始め方： tenken inspect --round \(ShellWord.quoted(path))")
  }

  /// The options as they would be typed in answer to the questions.
  private var given: [RoundQuestion: String] {
    let texts: [RoundQuestion: String?] = [
      .roster: roster, .title: title, .opens: opens?.iso, .deadline: deadline?.iso, .referenceDay: referenceDay?.iso,
      .occasion: extraordinary, .meetings: list(meeting), .lentDevices: lentDevices?.rawValue,
      .handIn: handIn?.rawValue, .length: form?.rawValue, .retention: retention, .office: office,
      .telephone: telephone, .addressee: addressee, .ways: way.isEmpty ? nil : way.joined(separator: "。"),
      .rules: list(rule),
      .staffMode: staffMode?.rawValue, .cityDate: cityDate?.iso, .cityForm: cityForm, .previous: previous,
      .election: electionBetween ? "1" : nil,
    ]
    return texts.compactMapValues { $0 }
  }

  private func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: RoundQuestion.separator)
  }
}
