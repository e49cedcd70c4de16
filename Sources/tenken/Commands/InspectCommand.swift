import ArgumentParser
import Inspection
import Jobs
import Storage
import TextLayout

/// `tenken inspect`: the interactive session.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "点検を始めます。途中でやめても、続きから始められます。",
    discussion: "点検回を指定しないときは、個人の点検です。答えはこのパソコンの中だけに保存され、提出されません。")

  @Option(name: .long, help: ArgumentHelp("参加する点検回のフォルダ", valueName: "点検回"), completion: .directory)
  var round: String?

  @Option(name: .long, help: ArgumentHelp("個人の点検の立場（member 議員、staff 職員、organisation 組織）", valueName: "役割"))
  var role: Role?

  @Flag(name: .long, help: "一行ずつ表示します（読み上げソフト、点字、記録に向きます）。")
  var plain = false

  @Flag(name: .long, help: "共用のパソコンで使います。提出の後や3分間操作がないときは、点検コードの画面に戻ります。")
  var kiosk = false

  @OptionGroup var entry: EntryOptions

  @Flag(name: .long, help: "マウスで選びます。ホイールで動かします（文字をなぞって写すことは、端末によってはできなくなります）。")
  var mouse = false

  @Option(
    name: .long,
    help: ArgumentHelp("※や①の表示幅。1 半角、2 全角。指定しないと画面で確かめます。", valueName: "幅"))
  var ambiguous: AmbiguousWidth?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if kiosk, round == nil || plain { throw ValidationError(VisitText.kioskNeedsRoundAndScreen) }
  }

  func run() throws {
    try Self.begin(
      SessionOptions(
        round: round, role: role, plain: plain, kiosk: kiosk, method: entry.method, mouse: mouse, ambiguous: ambiguous,
        checklists: library.folder))
  }

  static func begin(_ options: SessionOptions) throws {
    let (round, method) = (options.round, options.method)
    try method.check(inRound: round != nil, isShared: options.kiosk)
    let surroundings = try ProcessEnvironment.surroundings
    var front = FrontEnd(
      plain: options.plain || ProcessEnvironment.wantsLines, ambiguous: options.ambiguous, mouse: options.mouse)
    if options.kiosk, let round {
      front.idleLimit = Kiosk.idleLimit
      front.isShared = true
      let kiosk = try Kiosk(
        round, in: surroundings, words: { FailureText.failure(for: $0)?.lines },
        farewell: FarewellText.lines(forSharedScreen:))
      return try front.screenSession { display throws in try kiosk.run(on: display) }
    }
    let ending = try front.session { display throws in
      if let round {
        try RoundVisit(to: RoundFolder(round), method: method).run(on: display, in: surroundings)
      } else {
        try PersonalVisit(library: ChecklistLibrary(folder: options.checklists), role: options.role, method: method)
          .run(on: display, in: surroundings)
      }
    }
    Output.say(FarewellText.line(for: ending))
  }
}

/// What `tenken inspect` is told; without anything, a personal inspection with the bundled checklists.
struct SessionOptions {
  var round: String?
  var role: Role?
  var plain = false
  var kiosk = false
  var method = EntryMethod()
  var mouse = false
  var ambiguous: AmbiguousWidth?
  var checklists: String?
}
