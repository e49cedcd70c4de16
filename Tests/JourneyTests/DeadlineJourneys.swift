import Foundation
import Testing

extension CommandJourneys {
  /// The days of a round and of its people to their first and last second in Japan.
  @Suite struct Deadlines {
    private let folder: Folder
    private let clock: Clock
    private let lastSecond = "2026-11-30 23:59:59"
    private let dayAfter = "2026-12-01 00:00:00"

    init() async throws {
      folder = try Folder()
      clock = try await Clock(in: folder)
    }

    private func run(_ arguments: String..., input: String = "", at time: String) async throws -> Finished {
      let words = try clock.at(time) + [Program.path] + arguments
      return try await Program.run(words[0], Array(words.dropFirst()), input: input, in: folder)
    }

    @Test func `On the deadline day closing has to be meant, on the day after it has not`() async throws {
      _ = try await TestRound(in: folder, deadline: "2026-11-30", "--no-codes")
      let log = try folder.text("r8-1/round.log")
      let refused = try await run("round", "close", "r8-1", at: lastSecond)
      #expect(refused.status == 75)
      #expect(refused.errors.contains("--early"))
      #expect(try folder.text("r8-1/round.log") == log)
      #expect(try await run("round", "close", "r8-1", at: dayAfter).status == 0)
      #expect(try folder.text("r8-1/round.log").contains("closed"))
    }

    @Test func `What is handed in on the deadline day is in time, and late on the day after`() async throws {
      let round = try await TestRound(in: folder, deadline: "2026-11-30", "--no-codes")
      try await round.handIn(1, through: clock.at(lastSecond))
      #expect(try await late() == "0")
      try await round.handIn(2, through: clock.at(dayAfter))
      #expect(try await late() == "1")
      try #require(try await Program.run("round", "close", "r8-1", "--early", in: folder).status == 0)
      let summary = try await Program.run("aggregate", "r8-1", "--format", "json", in: folder)
      #expect(summary.output.contains(/"late" *: *1\b/), "\(summary.errors)")
    }

    /// The last column of the members' row, 期限の後.
    private func late() async throws -> Substring {
      let status = try await Program.run("round", "status", "r8-1", in: folder)
      return try #require(status.output.firstMatch(of: /議員 +2 .* (\d+)\n/), "\(status.output)").1
    }

    @Test func `A deadline is not extended to itself, and a day more is enough`() async throws {
      _ = try await TestRound(in: folder, deadline: "2026-11-30", "--no-codes")
      for (day, status, next) in [("2026-11-30", 64, "2026-12-01"), ("2026-12-01", 64, "2026-12-02")] {
        let log = try folder.text("r8-1/round.log")
        let same = try await Program.run("round", "extend", "r8-1", "--until", day, "--why", "会期の延長", in: folder)
        #expect(same.status == status)
        #expect(try folder.text("r8-1/round.log") == log)
        let later = try await Program.run("round", "extend", "r8-1", "--until", next, "--why", "会期の延長", in: folder)
        #expect(later.status == 0, "\(later.errors)")
      }
    }

    @Test func `A round may open and end on one day, and not end the day before`() async throws {
      _ = try await TestRound(in: folder, deadline: "2026-11-01", "--no-codes")
      let refused = try await Program.run(
        "round", "create", "r8-2", "--roster", "meibo.csv", "--title", "試し", "--opens", "2026-11-01", "--deadline",
        "2026-10-31", "--office", "総務課", "--telephone", "0", "--no-codes", "--lent-devices", "none",
        in: folder)
      #expect(refused.status == 64)
      #expect(!FileManager.default.fileExists(atPath: folder.file("r8-2").path))
    }

    @Test func `A round begins with the first second of its day`() async throws {
      _ = try await TestRound(in: folder, deadline: "2026-11-01", "--no-codes")
      let words = "点検の期間は令和8年11月1日からですが"
      let before = try await run(
        "inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n9\n", at: "2026-10-31 23:59:59")
      #expect(before.output.contains(words), "\(before.output)")
      let begun = try await run(
        "inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n9\n", at: "2026-11-01 00:00:00")
      #expect(begun.output.contains("はじめに") && !begun.output.contains(words), "\(begun.output)")
    }

    @Test func `Who is in office on the reference day alone is asked`() async throws {
      let roster = """
        id,name,kana,role,from,to,exempt
        m01,議員01,ぎいん01,議員,2026-11-01,2026-11-01,
        m02,議員02,ぎいん02,議員,2026-11-02,2026-11-02,
        m03,議員03,ぎいん03,議員,2026-10-31,2026-10-31,

        """
      _ = try await TestRound(in: folder, roster: roster, "--no-codes")
      let status = try await Program.run("round", "status", "r8-1", in: folder)
      #expect(status.output.contains(/議員 +1 +0 +0 +0.0% +1 +0\n/), "\(status.output)")
      #expect(status.output.contains("議員01") && !status.output.contains("議員02"))
    }
  }
}
