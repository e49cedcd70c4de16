import Foundation
import Testing

extension Journeys {
  /// What goes over the line, both ways; numbers are those of docs/terminal.md.
  @Suite struct Line {
    private let item = StartedInspection.firstItem
    private let settled = Recording.Act.quiet(seconds: 0.5)

    private func started() async throws -> Folder {
      let folder = try Folder()
      try await StartedInspection.make(in: folder)
      return folder
    }

    @Test func `16: an arrow whose bytes come 30 ms apart is an arrow, and Esc alone goes back`() async throws {
      let folder = try await started()
      let slow = try await Recording.of(
        .see(item), .slowly("\u{1B}[B"), .see("> 1  はい"), .slowly("\u{1B}OB"), .see("> 2  一部できている"),
        .send("\u{1B}"), .see("前提の質問"), in: folder)
      #expect(slow.steps.count == 7)
    }

    /// Of a folder nothing can be read (read(2), EISDIR); a terminal that is gone may say the like.
    @Test func `What cannot be read ends the questions as a closed window does`() async throws {
      let command = "exec timeout 20 \"$0\" --plain --role member < ."
      let done = try await Program.run("/bin/sh", ["-c", command, Program.path], in: Folder())
      #expect(done.status == 129)
    }

    @Test func `20: both backspaces, Delete and Ctrl-A, E, K, U and W edit a text`() async throws {
      let folder = try await started()
      let edited = try await Recording.of(
        .see(item), .send("7\r"), .see("メモ："),
        .send("かきくけこ\u{7F}\u{8}"), .see("かきく"), .send("\u{1}甲\u{5}乙"), .see("甲かきく乙"),
        .send("\u{1}\u{1B}[3~"), .see("  かきく乙"), .send("\u{5}\u{1B}[D\u{B}丙"), .see("かきく丙"),
        .send("\u{15}いろ は\u{17}丁"), .see("いろ 丁"), in: folder)
      #expect(edited.steps[10].screen.contains("   かきく丙"))
      #expect(edited.steps[12].screen.contains("   いろ 丁"))
    }

    /// DEC STD 070: the keypad sends SS3 in application mode, and digits in numeric mode.
    @Test(arguments: ["vt100", "xterm-256color", "rxvt"])
    func `15: the keypad answers in application mode, whatever the terminal is called`(term: String) async throws {
      let folder = try await started()
      let typed = try await Recording.of(
        .see(item), .send("\u{1B}Or"), .see("2 一部できている"), .send("\u{1B}Os\u{1B}OM"), .see("印刷した紙"),
        .send("\u{1B}Ow\u{1B}OM"),
        .see("メモ："), .send("\u{1B}Ot\u{1B}On\u{1B}Om"), .see("4.-"), term: term, in: folder)
      #expect(typed.text.contains("\u{1B}>"), "numeric mode is asked for")
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
    }

    @Test func `21: ten thousand arrows end in the right state, and the next key answers`() async throws {
      let folder = try await started()
      let flood = try await Recording.of(
        .see(item), .send(String(repeating: "\u{1B}[B", count: 10_000)), .see("> 4  わからない"), .send("1"),
        .see("回答： 1 はい"), in: folder)
      #expect(flood.steps.count == 5)
    }

    @Test func `22: a paste whose end never comes gives up in time, and keys are keys again`() async throws {
      let folder = try await started()
      let pasted = try await Recording.of(
        .see(item), .send("7\r"), .see("メモ："), .send("\u{1B}[200~会議"), .see("会議"), .send("室"), .see("会議室"), in: folder)
      #expect(pasted.steps.count == 7)
    }

    @Test func `22: a pasted text that holds the mark of its end is all text`() async throws {
      let folder = try await started()
      let pasted = try await Recording.of(
        .see(item), .send("7\r"), .see("メモ："), .send("\u{1B}[200~会議\u{1B}[201~9\r1\r\u{1B}[201~"), .see("1"), settled,
        .send("室\r"), .see("回答： まだ選んでいません"), in: folder)
      #expect(pasted.steps.count == 8)
      #expect(try folder.text("data/tenken/personal/member.json").contains(#"会議9\n1\n室"#))
    }

    @Test func `31: ten idle seconds cost no byte and no wake-up`() async throws {
      let folder = try await started()
      let idle = try await Recording.of(.see(item), settled, .quiet(seconds: 10), in: folder)
      #expect(idle.steps[2].bytes.isEmpty)
      #expect(idle.steps[2].switches == 0)
    }

    @Test func `32: a key without effect costs nothing, a step of the mark and a new question little`() async throws {
      let folder = try await started()
      let down = "\u{1B}[B"
      let measured = try await Recording.of(
        .see(item), settled, .send("\u{1B}[H"), settled, .send("\u{1B}[H"), settled, .send(down), settled,
        .send("1"), settled, .send("\r"), settled, term: "xterm-256color", in: folder)
      let costs = stride(from: 2, to: 12, by: 2).map {
        measured.steps[$0].bytes.count + measured.steps[$0 + 1].bytes.count
      }
      #expect(costs[1] == 0, "the mark is at the first answer already")
      #expect(costs[2] <= 300)
      #expect((1...3_000).contains(costs[4]))
    }

    @Test func `33: NO_COLOR takes every colour away and leaves bold and the text`() async throws {
      func answered(noColour: String) async throws -> Recording {
        try await Recording.of(
          .see(item), .send("\r"), .see("番号を押してください"), .send("1"), .see("1 はい"), settled, term: "xterm-256color",
          variables: ["NO_COLOR": noColour], in: started())
      }
      // ECMA-48 8.3.117 SGR: 30 to 37 are the colours of the text, 40 to 47 those behind it; 39 and 49 are none.
      let colours = Set(30...37).union(40...47)
      let coloured = try await answered(noColour: "")
      // The marked answer and the progress white on blue, the sign of a notice black on yellow, and nothing else.
      #expect(Set(renditions(in: coloured)).intersection(colours) == [37, 44, 30, 43])
      let plain = try await answered(noColour: "1")
      #expect(Set(renditions(in: plain)).isDisjoint(with: Set(30...49).union(90...107)))
      #expect(renditions(in: plain).contains(1))
      let sequence = /\u{1B}(\[[0-9;?]*[@-~]|[()][A-Z0-9]|[=>78])/
      #expect(plain.text.replacing(sequence, with: "").contains("＞ 番号を押してください"))
    }

    /// The parameters of every SGR sequence.
    private func renditions(in recording: Recording) -> [Int] {
      recording.text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }.compactMap { Int($0) }
    }

    @Test(arguments: ["C", "POSIX", "", "C.UTF-8", "ja_JP.UTF-8"])
    func `37: the Japanese is right in any locale that does not say otherwise`(locale: String) async throws {
      let folder = try await started()
      let seen = try await Recording.of(
        .see(item), .see("今年度、熊本市議会情報セキュリティ基本方針を読みましたか。"), .see("? 説明"),
        variables: ["LC_ALL": locale, "LANG": ""], in: folder)
      #expect(!seen.overflowed)
    }

    @Test func `37: a terminal of another encoding is told so and gets lines`() async throws {
      let folder = try await started()
      let lines = try await Recording.of(
        .see("文字コードが eucJP です"), .send("\u{4}"), .end, variables: ["LC_ALL": "ja_JP.eucJP"], in: folder)
      #expect(lines.status == 0)
      // Where nobody can read the Japanese, Latin letters say what to do.
      #expect(lines.text.contains("LANG=ja_JP.UTF-8 tenken to utte kudasai"))
      #expect(!lines.text.contains("\u{1B}"))
    }

    @Test func `41: ACCESSIBLE asks for lines, as --plain does`() async throws {
      let folder = try await started()
      let lines = try await Recording.of(
        .see(item), .send("はい。\n"), .see("1 はい を記録しました"), .send("\u{4}"), .end, variables: ["ACCESSIBLE": "1"],
        in: folder)
      #expect(lines.status == 0 && !lines.text.contains("\u{1B}"))
    }

    /// 14 times three ambiguous characters: 42 cells on one terminal, 84 on the other, in a field of 76.
    @Test(arguments: [1, 2, 0])
    func `38: the layout holds with the width that the terminal tells, or narrow if it tells none`(width: Int)
      async throws
    {
      let folder = try await started()
      let written = try await wideNote(in: folder, ambiguous: width)
      #expect(written.contains { $0.hasSuffix("“終") })
      #expect(written.contains { $0.hasPrefix("   ※") && $0.hasSuffix("終") } == (width != 2))
      #expect(written.contains { $0.hasPrefix("   ") && $0.hasSuffix("終") })
    }

    @Test func `38: --ambiguous asks nothing, and a late answer is no input`() async throws {
      let folder = try await started()
      let told = try await Recording.of(
        .see(item), arguments: ["--role", "member", "--ambiguous", "2"], ambiguous: 2, in: folder)
      #expect(!told.text.contains("\u{1B}[6n"))
      func text(after keys: String, in folder: Folder) async throws -> String {
        try await Recording.of(
          .see(item), .send(keys), .send("1"), .see("回答： 1 はい"), .send("9\r"), .end, ambiguous: 0, in: folder
        ).text
      }
      let late = try await text(after: "\u{1B}[2;3R\u{1B}[?1;2c", in: folder)
      #expect(try await late == text(after: "", in: started()))
    }

    @Test func `38: the question leaves nothing on the screen`() async throws {
      let folder = try await started()
      let asked = try await Recording.of(.see(item), .see("? 説明"), in: folder)
      #expect(asked.text.contains("※\u{1B}[6n"))
      #expect(!asked.steps[1].shows("※"))
    }

    private func wideNote(in folder: Folder, ambiguous: Int) async throws -> [String] {
      let note = String(repeating: "※①“", count: 14) + "終"
      let typed = try await Recording.of(
        .see(item), .send("7\r"), .see("メモ："), .send(note), .see("“終"), ambiguous: ambiguous, in: folder)
      #expect(!typed.overflowed)
      return typed.steps[4].screen
    }
  }
}
