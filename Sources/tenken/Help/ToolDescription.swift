import ArgumentParser
import Foundation

/// The commands and options as the argument parser knows them, read from its own description of itself.
///
/// Help, the man page and the option tables in the documents are all made from this, so that none can say something
/// that the program does not do. Only the parts that are used are decoded (ToolInfo, serialization version 0).
struct ToolDescription: Decodable {
  struct Command: Decodable {
    var commandName: String
    var shouldDisplay: Bool
    var abstract: String?
    var discussion: String?
    var defaultSubcommand: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    var visibleSubcommands: [Command] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }
    var visibleArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }
      var kind: Kind
      var name: String
      var spelled: String { (kind == .long ? "--" : "-") + name }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    /// As it is typed: `--format <形式>`, `<点検回>`.
    var spelled: String {
      let value = valueName.map { "<\($0)>" } ?? ""
      let names = (names ?? []).map(\.spelled).joined(separator: ", ")
      switch kind {
      case .positional: return value + (isRepeating ? "…" : "")
      case .option: return "\(names) \(value)" + (isRepeating ? "…" : "")
      case .flag: return names
      }
    }
  }

  var command: Command

  /// What the parser says of the whole tool.
  static func ofTool() throws -> ToolDescription {
    try JSONDecoder().decode(ToolDescription.self, from: Data(Tenken._dumpHelp().utf8))
  }

  /// The command that `words` lead to, with the names on the way.
  func command(at words: [String]) -> (path: [String], command: Command) {
    var path = [command.commandName]
    var found = command
    for word in words {
      guard let next = (found.subcommands ?? []).first(where: { $0.commandName == word }) else { break }
      path.append(word)
      found = next
    }
    return (path, found)
  }
}
