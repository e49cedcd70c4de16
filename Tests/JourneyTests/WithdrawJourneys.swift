import Foundation
import Testing

extension CommandJourneys {
  /// A hand-in that was a mistake is taken out by whoever knows its 回答番号.
  @Suite struct Withdrawing {
    @Test func `Submission and sheet go in one step, the log says whose, and the person hands in again`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      for member in 1...2 { try await round.handIn(member) }
      let all = try round.box()
      // Whose sheet it is stands nowhere; either can be taken out with either's submission.
      let number = try #require(all.numbers.first)
      let done = try await Program.run("round", "withdraw", "r8-1", "m01", input: number + "\n", in: folder)
      #expect(done.status == 0, "\(done.errors)")
      #expect(try round.box().submissions == all.submissions.filter { $0["respondent"] == .text("m02") })
      #expect(try round.box().numbers == all.numbers.filter { $0 != number })
      let log = try folder.text("r8-1/round.log")
      let event = try JSON.object(String(try #require(log.split(separator: "\n").last)))
      #expect(event["event"] == .text("withdrawn") && event["respondent"] == .text("m01"))
      #expect(!log.contains(number))
      let status = try await Program.run("round", "status", "r8-1", in: folder)
      #expect(status.output.contains(/議員 +2 +1 +1 +50.0%/))

      try await round.handIn(1)
      #expect(try round.box().submissions.count == 2 && round.box().sheets.count == 2)
    }

    @Test func `Without the right number nothing is changed`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      try await round.handIn(1)
      let number = try #require(try round.box().numbers.first)
      let box = try folder.text("r8-1/box.ndjson")
      let log = try folder.text("r8-1/round.log")
      func withdraw(_ person: String, _ line: String) async throws -> Finished {
        try await Program.run("round", "withdraw", "r8-1", person, input: line, in: folder)
      }
      #expect(try await withdraw("m01", "1234-5678-9014\n").status == 66)
      #expect(try await withdraw("m01", "123456789012\n").status == 64)
      #expect(try await withdraw("m01", "").status != 0)
      #expect(try await withdraw("m02", number + "\n").status == 64)
      #expect(try await withdraw("x9", number + "\n").status == 64)
      // A shell would keep the number beside the name.
      let inWords = try await Program.run("round", "withdraw", "r8-1", "m01", number, in: folder)
      #expect(inWords.status == 64)
      #expect(try folder.text("r8-1/box.ndjson") == box && folder.text("r8-1/round.log") == log)

      try #require(try await Program.run("round", "close", "r8-1", "--early", in: folder).status == 0)
      #expect(try await withdraw("m01", number + "\n").status == 75)
      #expect(try folder.text("r8-1/box.ndjson") == box)
    }
  }
}
