import Documents
import Formats
import Inspection
import Jobs
import Storage
import Terminal
import TextLayout
import Workbook

/// Turns the facts of the rooms below into what a user is told: what happened, whether anything was lost, what to do.
enum FailureText {
  /// nil for an error that is not ours, such as the argument parser's.
  static func failure(for error: any Error) -> Failure? {
    switch error {
    case let error as StorageError: storage(error)
    case let refusal as VisitRefusal: VisitText.failure(for: refusal)
    case let conflict as EntryMethod.Conflict: VisitText.failure(for: conflict)
    case let refusal as PersonalSource.Refusal: export(refusal)
    case ScreenRefusal.linuxConsole: Failure(.unavailable, lines: FarewellText.linuxConsole)
    case ScreenRefusal.notATerminal: Failure(.usage, "画面のあるところで使ってください。")
    case let refusal as ScreenRefusal: Failure(.usage, lines: FarewellText.lines(for: refusal))
    case let error as YAMLError: Failure(.badData, lines: FaultText.lines(of: error, in: "YAML"))
    case let error as UnencodableField:
      Failure(
        .badData, "「\(error.column)」の欄（\(error.row)行目）にある「\(error.character.shown)」は、CP932 で書けません。何も書き出していません。",
        "--encoding utf-8 で書き出すか、元の字を変えてください。")
    case let refusal as FiguresRefusal: DisclosureText.failure(for: refusal)
    case let error as EditionNotRecorded: DisclosureText.failure(recording: error.edition)
    case let few as CombineJob.TooFew: CombineText.failure(for: few)
    case let refusal as LetterMaker.Refusal: LetterRefusalText.failure(for: refusal)
    case is LetterFiles.Nothing: LetterRefusalText.nothing
    case WorkbookError.libraryMissing:
      Failure(.unavailable, "Excel のファイルを作る部品（libxlsxwriter）がありません。何も書き出していません。", "部品を入れるか、別の形（csv など）で書き出してください。")
    case WorkbookError.listTooLong: Failure(.badData, "選べる回答が長すぎて、Excel の一覧に入りません。何も書き出していません。")
    case WordError.outOfMemory: Failure(.ioError, "Word のファイルを作る記憶が足りません。何も書き出していません。")
    case is RoundReceiving.Nothing: Failure(.noInput, "指定した場所に、点検票のファイルがありません。場所と名前を確かめてください。")
    case HandInRefusal.roundClosed: Failure(.notYet, "受け取る前に、点検回が締め切られました。何も受領していません。")
    case WorkbookError.table: Failure(.badData, "Excel の表にできない見出し又は行があります。何も書き出していません。")
    case is WorkbookError: Failure(.ioError, "Excel のファイルを作れませんでした。何も書き出していません。", "空きのある記憶装置で、もう一度実行してください。")
    default: RoundRefusalText.failure(for: error)
    }
  }

  static func storage(_ error: StorageError) -> Failure {
    switch error {
    case .notFound(let path):
      Failure(
        .noInput,
        lines: ["\(path) が見つかりません。場所と名前を確かめてください。"]
          + [InputMethodText.meant(path)].compactMap { $0.map { InputMethodText.hint($0) } })
    case .noPermission(let path): Failure(.noPermission, "\(path) を読み書きする権限がありません。管理する方に確かめてください。")
    case .readOnly(let path): Failure(.cannotCreate, "\(path) は書き込みができない場所です。別の場所を指定してください。")
    case .diskFull(let path):
      Failure(.ioError, "\(path) のある記憶装置がいっぱいです。", "前に保存したものは無事です。要らないファイルを消してから、もう一度実行してください。")
    case .alreadyExists(let path): Failure(.cannotCreate, "\(path) はすでにあります。消さずに残しました。別の名前を指定してください。")
    case .notAFolder(let path): Failure(.cannotCreate, "\(path) はフォルダではありません。別の場所を指定してください。")
    case .notAFile(let path, let kind): Failure(.badData, "\(path) は\(words(for: kind))です。普通のファイルを指定してください。")
    case .tooLarge(let path, let limit):
      Failure(.badData, "\(path) が大きすぎます（上限は \(limit.bytes >> 20) MiB）。正しいファイルかどうかを確かめてください。")
    case .danglingLink(let path): Failure(.noInput, "\(path) は、どこにもつながらないリンクです。元のファイルの場所を確かめてください。")
    case .nameNotUTF8(let folder): Failure(.badData, "\(folder) に、文字として読めない名前のファイルがあります。その名前を直してください。")
    case .cannotLock(let path, let fileSystem):
      Failure(
        .unavailable, "\(path) のある場所\(fileSystem.map { "（\($0)）" } ?? "")では、ほかの人を待たせることができないため、提出などを受け付けられません。",
        "点検回のフォルダを、このパソコンの記憶装置に移してください。答えは無事です。")
    case .ofAnotherUser(let path):
      Failure(.noPermission, "\(path) は、ほかの利用者のものです。読み書きせずに止めました。", "自分の XDG_DATA_HOME を指定するか、管理する方に確かめてください。")
    case .writableByAll(let path):
      Failure(.noPermission, "\(path) は、だれでも書き込める場所です。使わずに止めました。", "chmod o-w で、ほかの人が書き込めないようにしてください。")
    case .missing(let path):
      Failure(
        .noInput, "点検回にあるはずの \(path) がありません。", "ないまま続けることはできません。バックアップから戻してください。ほかのファイルは変えていません。")
    case .purged(let path, let day):
      Failure(
        .noInput, "\(path) の回答票、名簿などは、\(day.japanese)に廃棄しました。",
        "集計した内部用の版は \(path)/summary にあり、次の点検回と比べるときは --previous に指定できます。")
    case .summaryChanged(let path):
      Failure(.badData, "\(path) が、版を作ったときのものと違います。", "バックアップから、そのファイルだけを戻してください。")
    case .earlierRound(let path, let format):
      Failure(
        .badData, "\(path) は、前の版の tenken（0.1.0）で作った点検回（\(format)）です。この版では使えません。",
        "0.1.0 で終えるか、この版で新しい点検回を作ってください。フォルダは変えていません。")
    case .box(let path, let error): box(error, at: path)
    case .busy: Failure(.notYet, "ほかの画面で同じ点検が開かれています。", "そちらの画面を終わらせてから、もう一度始めてください。答えは無事です。")
    case .system(let path, let code): Failure(.ioError, "\(path) を読み書きできませんでした（\(OutputText.reason(code))）。")
    case .unsafeName(let name): Failure(.badData, "「\(name)」はファイルの名前に使えません。半角の英数字、-、_ で書いてください。")
    case .yaml(let path, let error): toMend(FaultText.lines(of: error, in: path))
    case .json(let path, let error):
      Failure(.badData, FaultText.line(of: error, in: path), "このファイルは変えていません。バックアップがあれば戻し、なければ別の名前に移してください。")
    case .log(let path, let line, let error):
      Failure(
        .badData, FaultText.line(of: error, in: "\(path):\(line)"),
        "バックアップから戻すか、tenken round repair で直してください。ファイルは変えていません。")
    case .roster(let path, let faults): toMend(TableFaultText.lines(of: faults, in: path))
    case .actions(let path, let faults): toMend(TableFaultText.lines(of: faults, in: path))
    case .opinions(let path, let faults): toMend(TableFaultText.lines(of: faults, in: path))
    case .audit(let path, let faults): toMend(TableFaultText.lines(of: faults, in: path))
    case .checklistChanged(let path):
      Failure(
        .badData, "\(path) が、点検回を作った後に変わっています。",
        "元に戻すか、字句だけの訂正なら、新しい要約値（b2sum -l 256）を round.yaml の digests に加えてください。")
    case .noChecklist(let role): Failure(.badData, "この点検回には、\(role.japanese)の点検票がありません。")
    case .badManifest(let path, let line):
      Failure(.badData, "\(path):\(line): この行を読めないため、前の版と比べられません。", "バックアップがあれば、そのファイルだけを戻してください。")
    case .tooManyPeople(let limit):
      Failure(.badData, "点検コードを配れるのは\(limit)人までです。", "名簿を分けるか、--no-codes を付けて作ってください。")
    case .outOfMemory: Failure(.ioError, "記憶が足りません。ほかのプログラムを終わらせてから、もう一度実行してください。")
    }
  }

  private static func words(for kind: FileKind) -> String {
    switch kind {
    case .folder: "フォルダ"
    case .pipe: "パイプ"
    case .socket: "ソケット"
    case .device: "装置"
    case .link: "リンク"
    }
  }

  private static func box(_ error: BoxError, at path: String) -> Failure {
    let remedy = "バックアップから戻すか、tenken round repair で直してください。ファイルは変えていません。"
    switch error {
    case .noCounts: return Failure(.badData, "\(path) の最後の行（件数）がないか、壊れています。", remedy)
    case .counts(let stated, let found):
      return Failure(.badData, "\(path) の行が、最後の行の件数と合いません（件数 \(words(for: stated))、実際 \(words(for: found))）。", remedy)
    case .otherRound(let id): return Failure(.badData, "\(path) は、別の点検回（\(id)）のものです。", "バックアップから戻してください。ファイルは変えていません。")
    case .unsupported(let format):
      return Failure(.badData, "\(path) の形式（\(format)）は、この版の tenken では読めません。", "新しい版の tenken を使ってください。ファイルは変えていません。")
    }
  }

  static func words(for counts: Box.Counts) -> String {
    "提出 \(counts.submissions)、回答票 \(counts.sheets)、ご意見 \(counts.opinions)、壊れた行 \(counts.damaged)"
  }

  /// Faults in a file that people edit.
  private static func toMend(_ faults: [String]) -> Failure {
    Failure(.badData, lines: faults + ["直してから、もう一度実行してください。ファイルは変えていません。"])
  }

  private static func export(_ refusal: PersonalSource.Refusal) -> Failure {
    switch refusal {
    case .otherChecklist(let reference):
      Failure(
        .badData, "この回答は、別の点検票（\(reference.id) 第\(reference.version)版）に答えたものです。",
        "答えたときの点検票を --checklists か --round で指定してください。ファイルは変えていません。")
    case .unknownNumber: Failure(.noInput, "この回答番号の回答票は見つかりませんでした。番号を確かめてください。")
    case .unknownRound(let file): Failure(.noInput, "\(file) が、どの点検回のものか分かりません。--round で点検回のフォルダを指定してください。")
    }
  }
}
