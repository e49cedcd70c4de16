import Foundation
import Testing

extension Journeys {
  /// Many people, or one person twice, at the same moment.
  @Suite(.timeLimit(.minutes(5))) struct AtOnce {
    private static let lines = "1\\n1\\n2\\n1\\n1\\n2\\n"

    /// A round of so many members, and a form that each of them can hand in.
    private func round(of members: Int, in folder: Folder) async throws -> TestRound {
      let people = (1...members).map { "m\($0),議員\($0),,議員,,,\n" }.joined()
      let round = try await TestRound(in: folder, roster: "id,name,kana,role,from,to,exempt\n" + people, "--no-codes")
      try await round.form("1")
      return round
    }

    /// Hands in for each of the members, all of them started before any is waited for; what each was told lies in a file.
    private func handIn(
      _ members: [Int], before: String = ":", meanwhile: String = ":", in folder: Folder
    ) async throws {
      let script = """
        \(before)
        n=0
        for member in \(members.map(String.init).joined(separator: " ")); do
          n=$((n + 1))
          printf "1\\n$member\\n\(Self.lines)" | XDG_DATA_HOME=$PWD/data$n "$0" inspect --round r8-1 --plain --answers form.csv \
            > told$n.txt 2>&1 &
        done
        \(meanwhile)
        wait
        """
      let done = try await Program.run("sh", ["-c", script, Program.path], in: folder)
      try #require(done.status == 0, "\(done.errors)")
    }

    /// Holds the round. Its holder stays: in a container proc_locks(5) shows no lock whose holder is gone, and nobody who
    /// waits for it.
    private static let hold = """
      mkfifo held go
      flock r8-1 sh -c 'echo > held; read -r line < go' &
      read -r line < held
      """

    /// Lets the round go when so many wait for it, or one has fallen; how many waited lies in a file.
    private static func release(after waiting: Int, unlessFallenIn files: String) -> String {
      """
      waiting() { grep -c -- "-> FLOCK.*:$(stat -c %i r8-1) " /proc/locks; }
      until [ "$(waiting)" -ge \(waiting) ] || grep -q ^tenken: \(files); do :; done
      waiting > waited.txt
      echo > go
      """
    }

    private func told(_ count: Int, in folder: Folder) throws -> [String] {
      try (1...count).map { try folder.text("told\($0).txt") }
    }

    /// The 回答番号 on the page after the hand-in.
    private func number(in told: String) throws -> String {
      let page = try #require(told.components(separatedBy: "提出が終わりました").last)
      let number = try #require(page.firstMatch(of: /回答番号\D*(\d{4})-(\d{4})-(\d{4})/))
      return "\(number.1)\(number.2)\(number.3)"
    }

    @Test func `Fifty people who hand in at once are each counted once, under the number each was told`() async throws {
      let folder = try Folder()
      let round = try await round(of: 50, in: folder)
      try await handIn(
        Array(1...50), before: Self.hold, meanwhile: Self.release(after: 50, unlessFallenIn: "told*.txt"), in: folder)
      #expect(try folder.text("waited.txt") == "50\n")
      let told = try told(50, in: folder)
      #expect(told.allSatisfy { $0.contains("提出しました") })
      let box = try round.box()
      #expect(try box.numbers == told.map(number).sorted())
      #expect(box.submissions.count == 50 && box.counts["sheets"] == .number(50))
      #expect(try await Program.run("round", "status", "r8-1", in: folder).output.contains(/議員 +50 +0 +50 +100.0%/))
    }

    @Test func `Fifty forms that are taken in while two people hand in are each counted once`() async throws {
      let folder = try Folder()
      let round = try await round(of: 51, in: folder)
      try FileManager.default.createDirectory(at: folder.file("in"), withIntermediateDirectories: true)
      let form = try folder.text("form.csv")
      for member in 1...50 {
        let named = form.replacing("\"番号又は氏名\",\"\"", with: "\"番号又は氏名\",\"m\(member)\"")
        try named.write(to: folder.file("in/m\(member).csv"), atomically: true, encoding: .utf8)
      }
      // Of the two one has no form and the other has; who comes first is nobody's to say.
      try await handIn(
        [50, 51], before: Self.hold + "\n\"$0\" round receive r8-1 in > received.txt 2>&1 &",
        meanwhile: Self.release(after: 3, unlessFallenIn: "told*.txt received.txt"), in: folder)
      #expect(try folder.text("waited.txt") == "3\n")
      let (told, received) = try (told(2, in: folder), folder.text("received.txt"))
      let isFirst = told[0].contains("提出しました")
      #expect(told[1].contains("提出しました"))
      #expect(received.contains("【受領しました】\(isFirst ? 49 : 50)件"), "\(received)")
      #expect(received.contains("m50 議員50 は提出済みです") == isFirst)
      #expect(isFirst || told[0].contains("すでに提出され"))
      let box = try round.box()
      #expect(box.submissions.count == 51 && box.counts["sheets"] == .number(51))
    }

    @Test func `One person at five screens at once is counted once, and the others are told`() async throws {
      let folder = try Folder()
      let round = try await round(of: 2, in: folder)
      try await handIn([1, 1, 1, 1, 1], in: folder)
      let told = try told(5, in: folder)
      let done = told.filter { $0.contains("提出しました") }
      #expect(done.count == 1)
      #expect(told.filter { $0.contains("すでに提出され") }.count == 4, "\(told)")
      #expect(try round.box().submissions.count == 1)
      #expect(try round.box().numbers == done.map(number))
    }

    @Test func `Who hands in while the round is closed is in the box that was closed, or is told that it was too late`()
      async throws
    {
      let folder = try Folder()
      let round = try await round(of: 20, in: folder)
      try await handIn(
        Array(1...20),
        meanwhile: "until grep -q 提出しました told*.txt; do :; done; \"$0\" round close r8-1 --early", in: folder)
      let told = try told(20, in: folder)
      let done = try told.filter { $0.contains("提出しました") }.map(number).sorted()
      #expect(!done.isEmpty)
      #expect(try round.box().numbers == done)
      #expect(told.filter { !$0.contains("提出しました") }.allSatisfy { $0.contains("締め切") })
      let digest = try await Program.run("b2sum", ["-l", "256", "r8-1/box.ndjson"], in: folder).output.prefix(64)
      #expect(try folder.text("r8-1/round.log").contains("\"digest\":\"\(digest)\""))
    }
  }
}
