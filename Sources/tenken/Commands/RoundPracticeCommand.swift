import ArgumentParser
import Inspection
import Jobs
import Practice

/// `tenken round practice`: a made-up round for trying things out and for tests.
struct RoundPracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "練習用の、作り物の点検回を作ります。",
    discussion: """
      名前も答えもすべて作り物です。同じ名前と種からは同じ点検回ができます。
      締め切らない点検回では、十人ほど（議員01 から、職員01 から）がまだ始めていないので、その方として試せます。
      """)

  @Argument(help: ArgumentHelp("作るフォルダ（まだないもの）", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("議員の数", valueName: "人数")) var members = 48
  @Option(name: .long, help: ArgumentHelp("職員の数", valueName: "人数")) var staff = 12
  @Option(name: .long, help: ArgumentHelp("種になる数", valueName: "数")) var seed: UInt64 = 1
  @Option(name: .long, help: ArgumentHelp("始める日（指定しないときは今日）", valueName: "日付")) var opens: CalendarDay?
  @Option(name: .long, help: ArgumentHelp("点検票の長さ", valueName: "長さ")) var form = ChecklistLength.full
  @Option(name: .long, help: ArgumentHelp("無記名か記名か", valueName: "方法")) var handIn = Round.HandIn.unsigned
  @Flag(name: .long, help: "締め切った点検回にします。") var closed = false
  @OptionGroup var source: LibraryOptions

  func validate() throws {
    guard (0...900).contains(members), (0...900).contains(staff) else {
      throw ValidationError(UsageText.headcount)
    }
  }

  func run() throws {
    let library = try source.library()
    var settings = PracticeRound.Settings(opens: opens ?? ProcessEnvironment.now().day)
    settings.members = members
    settings.staff = staff
    settings.seed = seed
    settings.length = form
    settings.handIn = handIn
    settings.isClosed = closed
    try PracticeWriter(settings, library: library, at: path).write()
    Output.say("\(path) に練習用の点検回を作りました（議員 \(members)人、職員 \(staff)人、組織、種 \(seed)）。")
    let word = ShellWord.quoted(path)
    Output.say(closed ? "集計： tenken aggregate \(word)" : "点検： tenken inspect --round \(word)")
  }
}
