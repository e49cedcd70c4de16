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
      var command = try Tenken.parseAsRoot(arguments)
      try command.run()
      return ExitStatus.ok.rawValue
    } catch {
      return report(error)
    }
  }

  /// Help in Japanese, and the man page, which the parser does not know.
  private func help() throws -> String? {
    let words = arguments.prefix { $0 != "--" }
    if words.contains("--generate-manual") {
      return ManualPage(tool: try ToolDescription.ofTool(), version: Version.text).text
    }
    guard words.contains("--help") || words.contains("-h") || words.first == "help" else { return nil }
    let path = words.filter { !$0.hasPrefix("-") && $0 != "help" }
    let found = try ToolDescription.ofTool().command(at: Array(path))
    return HelpPage(path: found.path, command: found.command).text
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
      // The parser answers --version and completion scripts by an error that is none.
      if code.isSuccess {
        Output.writeOrGiveUp(Tenken.message(for: error) + "\n")
        return ExitStatus.ok.rawValue
      }
      if let failure = FailureText.failure(for: error) {
        Output.complain(failure.lines)
        return failure.status.rawValue
      }
      Output.complain([UsageFault(message: Tenken.message(for: error)).japanese, UsageText.howTo])
      return ExitStatus.usage.rawValue
    }
  }
}

/// Ends with a status and nothing more to say, such as when nobody reads the output any more.
struct Ended: Error {
  let status: Int32
}
