public import ArgumentParser
public import Inspection
import Storage
public import TextLayout

/// Where checklists come from; the same for every command that needs them.
struct LibraryOptions: ParsableArguments {
  @Option(name: .customLong("checklists"), help: ArgumentHelp("組み込みの代わりに使う、policy.yaml と点検票のあるフォルダ", valueName: "フォルダ"))
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
