import Foundation
import Testing

extension Journeys {
  /// What was said to be saved is still there when the power goes: seen from the calls to the system.
  @Suite(.enabled(if: Trace.isInstalled, "strace is not installed: .ci/setup test"))
  struct Durability {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func traced(_ arguments: [String], input: String = "") async throws -> Trace {
      let words = Trace.starter + [Program.path] + arguments
      let done = try await Program.run(words[0], Array(words.dropFirst()), input: input, in: folder)
      try #require(done.status == 0, "\(done.errors)")
      return try Trace(in: folder)
    }

    @Test func `Each answer is on the disk under its name, file before name and name before folder`() async throws {
      try await StartedInspection.make(in: folder)
      let trace = try await traced(["--role", "member", "--plain"], input: "1\n3\n9\n")
      let draft = folder.file("data/tenken/personal/member.json").path
      let ways = trace.ways(to: draft)
      #expect(ways.count >= 2)
      #expect(ways.allSatisfy { $0 == Trace.safe }, "\(ways)")
      #expect(trace.published(below: folder.path).allSatisfy { $0 == draft })
    }

    @Test func `A hand-in is, too, in one step, and the draft goes after it`() async throws {
      let round = try await TestRound(in: folder, "--no-codes")
      try await round.handIn(1, through: Trace.starter)
      let trace = try Trace(in: folder)
      let box = folder.file("r8-1/box.ndjson").path
      let draft = folder.file("data/tenken/r8-1/m01.json").path
      #expect(trace.ways(to: box) == [Trace.safe])
      #expect(Set(trace.published(below: folder.path)) == [box, draft])
      let published = try #require(trace.place(ofNaming: box))
      let removed = try #require(trace.place(ofRemoving: draft))
      #expect(published < removed)
    }

    @Test func `What was done to a round is in its log on the disk`() async throws {
      _ = try await TestRound(in: folder, "--no-codes")
      let log = folder.file("r8-1/round.log").path
      for command in [
        ["round", "extend", "r8-1", "--until", "2099-02-12", "--why", "会期の延長"], ["round", "close", "r8-1", "--early"],
        ["round", "close", "r8-1", "--reopen", "--why", "日付の誤り"],
      ] {
        let trace = try await traced(command)
        #expect(trace.ways(to: log) == [Trace.safe])
        #expect(trace.published(below: folder.path) == [log])
      }
    }
  }
}
