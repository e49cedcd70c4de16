import TextLayout

/// The help of one command in Japanese, at most 80 cells wide.
///
/// The parser's own help is English and counts characters instead of cells, so that Japanese would overflow.
struct HelpPage {
  static let width = 80
  private static let column = 28

  let path: [String]
  let command: ToolDescription.Command

  var text: String {
    var lines: [String] = []
    lines += wrapped(command.abstract ?? "")
    lines += ["", "使い方：", "  " + usage]
    lines += table("引数：", command.visibleArguments.filter { $0.kind == .positional })
    lines += table("指定：", command.visibleArguments.filter { $0.kind != .positional })
    lines += subcommands
    if let discussion = command.discussion, !discussion.isEmpty {
      lines.append("")
      lines += discussion.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        String(line).wrapped(to: Self.width, hanging: line.hasPrefix(" ") ? 4 : 0)
      }
    }
    if !command.visibleSubcommands.isEmpty {
      lines += ["", "それぞれの説明：", "  \(path.joined(separator: " ")) <命令> --help"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var usage: String {
    var words = path
    if !command.visibleSubcommands.isEmpty { words.append(command.defaultSubcommand == nil ? "<命令>" : "[<命令>]") }
    words += command.visibleArguments.filter { $0.kind == .positional }.map {
      $0.isOptional ? "[\($0.spelled)]" : $0.spelled
    }
    if command.visibleArguments.contains(where: { $0.kind != .positional }) { words.append("[<指定>…]") }
    return words.joined(separator: " ")
  }

  private var subcommands: [String] {
    let commands = command.visibleSubcommands
    guard !commands.isEmpty else { return [] }
    return ["", "命令："]
      + commands.flatMap { sub in
        row(
          sub.commandName,
          (sub.abstract ?? "") + (sub.commandName == command.defaultSubcommand ? "（何も書かないときはこれ）" : ""))
      }
  }

  private func table(_ title: String, _ arguments: [ToolDescription.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return ["", title] + arguments.flatMap { row($0.spelled, Self.explanation(of: $0)) }
  }

  /// The parser's own options, which it explains in English.
  private static let builtIn = ["version": "版を表示します。", "help": "説明を表示します。"]

  /// What an argument is for, with its values and what it is when left out.
  static func explanation(of argument: ToolDescription.Argument) -> String {
    var text = builtIn[argument.names?.last?.name ?? ""] ?? argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty { text += "（\(values.joined(separator: "、"))）" }
    if let value = argument.defaultValue, argument.kind == .option { text += "（指定しないとき：\(value)）" }
    return text
  }

  private func row(_ name: String, _ explanation: String) -> [String] {
    let indent = String(repeating: " ", count: Self.column)
    let lines = explanation.wrapped(to: Self.width - Self.column)
    let head = "  " + name
    if head.displayWidth + 2 > Self.column { return [head] + lines.map { indent + $0 } }
    let first = head.padded(to: Self.column) + (lines.first ?? "")
    return [first] + lines.dropFirst().map { indent + $0 }
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: Self.width) }
}
