import Foundation
import Testing

extension CommandJourneys {
  /// What is said of a command line that cannot be run as it is, and of a place where nothing can be written.
  @Suite struct CommandLine {
    /// The words, and what must be told: the option or argument, the word that was typed, what can be typed instead.
    @Test(arguments: [
      ("aggregate r --format foo", ["--format の「foo」は使えません", "使える値：text、markdown、html、"]),
      ("aggregate r --audience foo", ["--audience の「foo」", "使える値：internal、public"]),
      ("checklist print foo", ["<役割>の「foo」", "使える値：member、staff、organisation"]),
      ("checklist print", ["<役割> がありません", "使える値：member、staff、organisation"]),
      ("round extend r --until あした --why x", ["--until の「あした」", "令和9年1月29日"]),
      ("round practice r --members 十", ["--members の「十」", "数字で"]),
      ("round practice r --members", ["--members の後に、値がありません"]),
      ("round letters r --kind foo", ["--kind の「foo」", "使える値：", "reminder"]),
      ("round foo", ["「foo」という命令はありません", "使える命令：create、", "tenken round --help で見られます"]),
      ("foo", ["「foo」という命令はありません", "使える命令：inspect、"]),
      ("verify a b c d", ["余分な言葉です：c d"]), ("aggregate r --foramt text", ["--foramt", "--format のことですか"]),
      ("inspect --plain=x", ["--plain", "値を付けられません"]),
    ])
    func `The option and the word are named, with what can be written there`(line: String, told: [String]) async throws
    {
      let refused = try await Program.run(
        Program.path, line.split(separator: " ").map(String.init), in: Folder())
      #expect(refused.status == 64)
      for words in told { #expect(refused.errors.contains(words), "\(line): \(refused.errors)") }
      #expect(!refused.errors.contains("the following") && !refused.errors.contains(" and "), "\(refused.errors)")
    }

    @Test(arguments: ["round", "checklist", "template", "audit"])
    func `A command that needs a second word answers alone with its help in Japanese`(command: String) async throws {
      let help = try await Program.run(command, in: Folder())
      #expect(help.status == 0 && help.output.contains("使い方：\n  tenken \(command)"), "\(help.output)")
    }

    @Test(arguments: [
      (["--opens", "2026-11-01", "--deadline", "2026-10-01"], "提出の期限（--deadline）が始める日（--opens）より前"),
      (["--deadline", "2099-01-29", "--rule", "foo"], "すでにある決まり（--rule）に、「foo」はありません。\n使える値："),
      (["--deadline", "2099-01-29", "--retention", ""], "回答票の保存期間（--retention）が空です"),
      (["--deadline", "2099-01-29", "--title", "a\u{1B}[2J"], "点検の名称（--title）に、画面に出せない文字（U+001B）"),
    ])
    func `What is wrong with the settings of a round is told by its option`(options: [String], told: String)
      async throws
    {
      let folder = try Folder()
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let refused = try await Program.run(
        Program.path,
        [
          "round", "create", "r", "--roster", "meibo.csv", "--office", "総務課", "--telephone", "0", "--lent-devices",
          "none",
        ]
          + options, in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.replacing(" ", with: "").contains(told.replacing(" ", with: "")), "\(refused.errors)")
      #expect(try folder.names(in: "") == ["meibo.csv"])
    }

    /// pipe(7): a write that a signal interrupts may take a part of the bytes.
    @Test func `What a pipe takes in pieces arrives whole`() async throws {
      let script = """
        import fcntl, os, pathlib, signal, struct, subprocess, sys, termios
        source, sink = os.pipe()
        size = fcntl.fcntl(sink, fcntl.F_SETPIPE_SZ, 4096)
        program = subprocess.Popen([sys.argv[1], "--generate-manual"], stdout=sink)
        os.close(sink)
        def state():
            return pathlib.Path(f"/proc/{program.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        def is_full():
            return struct.unpack("i", fcntl.ioctl(source, termios.FIONREAD, bytes(4))) == (size,)
        while not (is_full() and state() == "S"):
            assert program.poll() is None
        program.send_signal(signal.SIGSTOP)
        while state() != "T":
            pass
        program.send_signal(signal.SIGCONT)
        sys.stdout.write(open(source, encoding="utf-8").read())
        sys.exit(program.wait())
        """
      let folder = try Folder()
      let pieces = try await Program.run("/usr/bin/python3", ["-c", script, Program.path], in: folder)
      #expect(pieces.status == 0, "\(pieces.errors)")
      #expect(try await pieces.output == Program.run("--generate-manual", in: folder).output)
    }

    @Test func `A place where nothing can be written is told as what it is`() async throws {
      let folder = try Folder()
      try FileManager.default.createDirectory(at: folder.file("hako"), withIntermediateDirectories: true)
      try "x".write(to: folder.file("mono"), atomically: true, encoding: .utf8)
      for (output, status, told) in [
        ("hako", 73, "hako はフォルダです"), ("nai/x.html", 73, "nai というフォルダがありません"),
        ("/proc/x.html", 73, "/proc には、ファイルを作れません"), ("mono/x.html", 73, "mono はフォルダではありません"),
        ("/dev/full", 74, "いっぱいです"),
        (String(repeating: "あ", count: 90), 74, "名前が長すぎます"),
      ] {
        let refused = try await Program.run("checklist", "print", "member", "--output", output, in: folder)
        #expect(refused.status == status && refused.errors.contains(told), "\(output): \(refused.errors)")
      }
      #expect(try folder.names(in: "") == ["hako", "mono"])
      let full = try await Program.run(
        "sh", ["-c", "\"$0\" checklist show member > /dev/full", Program.path], in: folder)
      #expect(full.status == 74 && full.errors.contains("いっぱいです"), "\(full.errors)")
    }

    @Test func `A person's result never takes the place of another file`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--seed", "7", in: folder).status == 0)
      let draft = try #require(try folder.names(in: "r/drafts").first)
      for (status, told) in [(0, "書き出しました"), (73, "すでにあります")] {
        let written = try await Program.run(
          "export", "r/drafts/\(draft)", "--round", "r", "--output", "a.txt", in: folder)
        #expect(written.status == status && written.errors.contains(told), "\(written.errors)")
      }
    }

    /// bash's own completion, asked as it asks (bash(1), Programmable Completion).
    @Test(arguments: [
      ("tenken aggregate r", "r8-1"), ("tenken round status r", "r8-1"), ("tenken round receive r8-1 me", "meibo.csv"),
      ("tenken round create x --roster me", "meibo.csv"), ("tenken round rec", "receive"),
    ])
    func `Rounds, files and commands are completed`(line: String, word: String) async throws {
      let folder = try Folder()
      try FileManager.default.createDirectory(at: folder.file("r8-1"), withIntermediateDirectories: true)
      try "x".write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let script = """
        source <("$1" --generate-completion-script bash)
        COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=($2) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _tenken tenken "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let completed = try await Program.run("bash", ["-c", script, "bash", Program.path, line], in: folder)
      #expect(completed.output.split(separator: "\n").contains { $0.hasPrefix(word) }, "\(completed)")
    }
  }
}
