import Foundation
import Testing

extension Journeys {
  /// docs/ssh/tenken.conf, with a real server and real clients.
  @Suite(.enabled(if: SecureShell.isInstalled, "openssh-server is not installed: .ci/setup check"))
  struct OverSecureShell {
    @Test func `Whatever is asked for, what comes is the inspection`() async throws {
      let shell = try await SecureShell()
      for request in [[], ["ls", "/"], ["bash", "-i"], ["-s", "sftp"], ["TERM=x", "sh"]] {
        let subsystem = request.first == "-s"
        let arguments = subsystem ? ["-s", "tenken", "sftp"] : ["tenken"] + request
        let answered = try await Program.run(
          "timeout", ["60", "ssh", "-F", "ssh_config"] + arguments, in: shell.folder)
        let said = answered.output + answered.errors
        #expect(said.contains("点検コード（12けた）"), "\(request): \(said)")
        #expect(!said.contains("bin") && !said.contains("sftp"), "\(request): \(said)")
      }
      try await shell.stop()
    }

    @Test func `No file is brought in or fetched`() async throws {
      let shell = try await SecureShell()
      try "evil".write(to: shell.folder.file("ssh-mine"), atomically: true, encoding: .utf8)
      let before = try await shell.files()
      let target = "tenken:\(shell.folder.path)/brought"
      for arguments in [["-O"], ["-s"]] {
        let brought = try await Program.run(
          "timeout", ["60", "scp", "-F", "ssh_config"] + arguments + ["ssh-mine", target], in: shell.folder)
        #expect(brought.status != 0)
        let fetched = try await Program.run(
          "timeout", ["60", "scp", "-F", "ssh_config"] + arguments + ["tenken:/etc/hostname", "fetched"],
          in: shell.folder)
        #expect(fetched.status != 0)
      }
      #expect(try await shell.run("sftp", "-b", "-", "tenken", input: "put ssh-mine brought\n").status != 0)
      #expect(try await shell.files() == before)
      try await shell.stop()
    }

    @Test func `Nothing is passed on to another place, in either direction`() async throws {
      let shell = try await SecureShell()
      let through = try await shell.run("ssh", "-W", "127.0.0.1:\(shell.port)", "tenken")
      #expect(through.status != 0 && through.errors.contains("administratively prohibited"), "\(through.errors)")
      for back in ["0:127.0.0.1:\(shell.port)", "\(shell.folder.path)/socket:127.0.0.1:\(shell.port)"] {
        let refused = try await shell.run("ssh", "-N", "-o", "ExitOnForwardFailure=yes", "-R", back, "tenken")
        #expect(refused.status == 255 && refused.errors.contains("forwarding failed"), "\(refused.errors)")
      }
      // The client listens, and whoever connects there gets nothing.
      let local = try await Program.run(
        "bash",
        [
          "-c",
          """
          timeout 20 ssh -F ssh_config -N -L 127.0.0.1:\(shell.port + 1):127.0.0.1:\(shell.port) tenken 2>ssh-errors & client=$!
          until (exec 3<>/dev/tcp/127.0.0.1/\(shell.port + 1)) 2>/dev/null || ! kill -0 $client; do :; done
          exec 3<>/dev/tcp/127.0.0.1/\(shell.port + 1); head -c 3 <&3
          until grep -q prohibited ssh-errors || ! kill -0 $client; do :; done
          kill $client; cat ssh-errors
          """,
        ], in: shell.folder)
      #expect(local.output.contains("administratively prohibited") && !local.output.contains("SSH-"), "\(local.output)")
      try await shell.stop()
    }

    @Test func `No variable comes along, and a terminal of any name gets the inspection`() async throws {
      let shell = try await SecureShell()
      for term in ["xterm-256color", "../../etc/passwd", "no-such-terminal", "dumb"] {
        let terminal = try await shell.terminal(
          "-A -X -o SendEnv='*' -o SetEnv='XDG_DATA_HOME=/evil TENKEN_X=1 LD_PRELOAD=/evil.so LC_EVIL=1 LANG=ja_JP.eucJP'",
          variables: ["TERM": term, "HOME": "/evil"])
        try await terminal.see("点検コード（12けた）")
        let variables = try await shell.environment()
        #expect(variables.contains("XDG_DATA_HOME=\(shell.folder.path)/data"))
        #expect(variables.contains("LANG=C.UTF-8") && variables.contains("LC_ALL=C.UTF-8"))
        #expect(!variables.contains { $0.contains("evil.so") || $0.contains("TENKEN") || $0.contains("=/evil") })
        #expect(!variables.contains { $0.hasPrefix("SSH_AUTH_SOCK=") || $0.hasPrefix("DISPLAY=") })
        try await terminal.close()
        try await shell.waitForTheEnd()
      }
      try await shell.stop()
    }

    @Test func `Keys give nobody a shell, a cut connection keeps the answer, and the next goes on from it`()
      async throws
    {
      let shell = try await SecureShell()
      let code = try #require(shell.round.codes["m01"])
      let before = try await shell.files()
      let first = try await shell.terminal()
      try await first.see("点検コード（12けた）")
      try await first.press("C-z", "C-\\", "C-d")
      try await first.enter(code)
      try await first.see("さんの点検を始めます")
      try await first.press("1", "Enter")
      try await first.see("あと")
      try await first.press("Enter")
      try await first.see("ここまでです")
      try await first.press("Enter")
      try await first.see("前提の質問")
      try await first.press("1")
      try await first.see("回答： 1 はい")
      try await first.close()
      try await shell.waitForTheEnd()
      #expect(try await shell.files() == (before + ["./data/tenken/r8-1/m01.json"]).sorted())

      let second = try await shell.terminal()
      try await second.see("点検コード（12けた）")
      try await second.enter(code)
      try await second.see("さんの点検を始めます")
      try await second.press("1", "Enter")
      try await second.see("回答： 1 はい")
      try await second.close()
      try await shell.stop()
    }

    @Test func `Someone hands in, and no file of theirs is left but what is in the box`() async throws {
      let shell = try await SecureShell()
      let before = try await shell.files()
      let code = try #require(shell.round.codes["m01"])
      let answers = try BundledChecklist.memberProfileQuestions() + BundledChecklist.memberItemsWithoutRules()
      // The name, the preface; review, opinion, hand-in, the numbers, and the 控え shown and read to its end.
      let handedIn = try await shell.run(
        "ssh", "tenken",
        input: "\(code)\n1\n\n" + String(repeating: "1\n", count: answers) + "1\n2\n1\n1\n1\n"
          + String(repeating: "\n", count: 60) + "2\n")
      let said = handedIn.output + handedIn.errors
      #expect(said.contains("回答番号　") && said.contains("提出"), "\(said)")
      try await shell.waitForTheEnd()
      #expect(try shell.round.box().sheets.count == 1)
      #expect(try await shell.files() == before)
      try await shell.stop()
    }
  }

  /// The same line of the configuration, as sshd would begin it, where there is no sshd.
  @Suite struct ForcedCommand {
    @Test func `The command of docs/ssh/tenken.conf begins the inspection, whatever was asked for`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let line = try #require(try SecureShell.shipped().firstMatch(of: /ForceCommand (.*)/)?.1)
      let command = line.replacing("/usr/bin/tenken", with: Program.path).replacing("/srv/tenken", with: folder.path)
      let begun = try await Program.run(
        "bash", ["-c", "SSH_CONNECTION='192.0.2.1 1 192.0.2.2 22' SSH_ORIGINAL_COMMAND='ls /' exec \(command)"],
        in: folder)
      #expect((begun.output + begun.errors).contains("点検コード（12けた）"))
      #expect(!begun.output.contains("bin"))
    }
  }
}
