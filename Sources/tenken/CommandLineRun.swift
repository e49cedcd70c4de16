import ArgumentParser
import Inspection
import Jobs

/// One run of the program: parse, call, print, and the status to end with.
struct CommandLineRun {
  let arguments: [String]

  var status: Int32 {
    do {
      if let word = arguments.first(where: { $0.unicodeScalars.contains("\u{FFFD}") }) { throw UsageText.notUTF8(word) }
      if let page = try help() {
        try Output.write(page)
        return ExitStatus.ok.rawValue
      }
      // The parser takes two milliseconds, even for nothing: as long as dialog takes for all.
      if arguments.isEmpty {
        try InspectCommand.begin(SessionOptions())
      } else {
        var command = try Tenken.parseAsRoot(arguments)
        try command.run()
      }
      return ExitStatus.ok.rawValue
    } catch {
      return report(error)
    }
  }

  /// Help in Japanese, the man page, which the parser does not know, and the version, for which it is not needed.
  private func help() throws -> String? {
    let words = arguments.prefix { $0 != "--" }
    if words.contains("--version") { return Version.text + "\n" }
    if words.contains("--generate-manual") {
      return ManualPage(tool: try ToolDescription.ofTool(), version: Version.text).text
    }
    guard words.contains("--help") || words.contains("-h") || words.first == "help" else { return nil }
    return try helpPage()
  }

  private func helpPage() throws -> String {
    let found = try meant()
    return HelpPage(path: found.path, command: found.command).text
  }

  /// The command that the words lead to.
  private func meant() throws -> (path: [String], command: ToolDescription.Command) {
    let words = arguments.prefix { $0 != "--" }.filter { !$0.hasPrefix("-") && $0 != "help" }
    return try ToolDescription.ofTool().command(at: words)
  }

  private func report(_ error: any Error) -> Int32 {
    switch error {
    case let failure as Failure:
      Output.complain(failure.lines)
      return failure.status.rawValue
    case let ended as Ended:
      return ended.status
    case let interrupted as Interrupted:
      return interrupted.status
    default:
      let code = Tenken.exitCode(for: error)
      // The parser answers --version, completion scripts and a command that lacks its second word by an error that is none.
      if code.isSuccess {
        let message = Tenken.message(for: error)
        let page = message.hasPrefix("OVERVIEW:") ? try? helpPage() : nil
        Output.writeOrGiveUp(page ?? message + "\n")
        return ExitStatus.ok.rawValue
      }
      if let failure = FailureText.failure(for: error) {
        Output.complain(failure.lines)
        return failure.status.rawValue
      }
      let meant = try? meant()
      let fault = UsageFault(
        message: Tenken.message(for: error), command: meant?.command, path: meant?.path ?? ["tenken"])
      Output.complain(fault.lines)
      return ExitStatus.usage.rawValue
    }
  }
}

/// Ends with a status and nothing more to say, such as when nobody reads the output any more.
struct Ended: Error {
  let status: Int32
}
