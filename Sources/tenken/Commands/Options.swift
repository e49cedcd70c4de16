public import ArgumentParser
import Documents
public import Inspection
import Jobs
import Storage
public import TextLayout

/// Where checklists come from; the same for every command that needs them.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .customLong("checklists"), help: ArgumentHelp("組み込みの代わりに使う、policy.yaml と点検票のあるフォルダ", valueName: "フォルダ"),
    completion: .directory)
  var folder: String?

  func library() throws -> ChecklistLibrary { try ChecklistLibrary(folder: folder) }
}

extension Role: ExpressibleByArgument {
  /// English as in the files, or Japanese as on the screens.
  public init?(argument: String) {
    guard let role = Role(rawValue: argument) ?? Role.allCases.first(where: { $0.japanese == argument }) else {
      return nil
    }
    self = role
  }
}

extension CalendarDay: ExpressibleByArgument {
  /// 2027-03-31、令和9年3月31日、R9.3.31.
  public init?(argument: String) { self.init(written: argument) }

  public var defaultValueDescription: String { iso }
}

extension AmbiguousWidth: ExpressibleByArgument {}
extension ChecklistLength: ExpressibleByArgument {}
extension Round.HandIn: ExpressibleByArgument {}
extension Round.LentDevices: ExpressibleByArgument {}
extension Round.StaffMode: ExpressibleByArgument {}

/// Who enters the answers, and from what.
struct EntryOptions: ParsableArguments {
  @Option(
    name: .customLong("assisted-by"),
    help: ArgumentHelp("代わりに入力する人の名簿の番号（職員か組織の人。はじめに本人の同意を確かめます）", valueName: "番号"))
  var assistedBy: String?

  @Flag(name: .long, help: "紙の点検票を、コードと番号で続けて入力します（--assisted-by と一緒に）。")
  var paper = false

  @Flag(name: .long, help: "紙の点検票を2回入力して、違うところを確かめます（--paper と一緒に）。")
  var twice = false

  @Option(name: .long, help: ArgumentHelp("記入した点検票（xlsx、CSV）を読み、見直しから始めます", valueName: "ファイル"), completion: .file())
  var answers: String?

  var method: EntryMethod {
    EntryMethod(assistedBy: assistedBy, isPaper: paper, isTwice: twice, answers: answers)
  }
}

/// A command with a `--format` that takes some of the formats.
protocol OffersFormats {
  /// In the order of the help.
  static var formats: [DocumentFormat] { get }
}

/// A format by its word, one of those that a command offers.
struct Offered<Command: OffersFormats>: ExpressibleByArgument {
  let value: DocumentFormat

  init(_ value: DocumentFormat) { self.value = value }

  init?(argument: String) {
    guard let format = Command.formats.first(where: { $0.rawValue == argument }) else { return nil }
    value = format
  }

  var defaultValueDescription: String { value.rawValue }

  static var allValueStrings: [String] { Command.formats.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
