import Formats
import Inspection
import Jobs
import Practice
import Storage
import Testing

/// docs/secretariat.md, 点検コードを作り直す.
@Suite("A new slip code")
struct SlipRenewalTests {
  private let office: Office

  init() throws { office = try Office() }

  private func renew(_ id: String, list: String? = nil) throws -> SlipCodes.Slip {
    var generator = SplitMix64(seed: 2)
    return try SlipRenewal.renew(
      id, in: office.path("r8-1"), list: list, using: &generator, clock: office.clock, tell: office.tell)
  }

  private func codes() throws -> [RespondentID: CheckedNumber] {
    try SlipsFormat.decode(Array(office.text("r8-1-codes.csv").utf8))
  }

  @Test func `It lets the person in, the lost one nobody; everybody else's goes on; the log says for whom`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let old = try codes()
    let slip = try renew("m02")
    let entries = try office.round().codes()
    #expect(SlipCodes.respondent(with: slip.code, in: entries) == "m02")
    #expect(SlipCodes.respondent(with: try #require(old["m02"]), in: entries) == nil)
    #expect(SlipCodes.respondent(with: try #require(old["m01"]), in: entries) == "m01")
    #expect(try office.round().events.last == RoundEvent(.codeIssued(to: "m02"), at: office.now))
  }

  @Test func `The supervisor has the number *`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let slip = try renew("*")
    #expect(SlipCodes.respondent(with: slip.code, in: try office.round().codes()) == SlipCodes.supervisor.id)
  }

  @Test func `A list that is there keeps the old code good`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let before = try office.round().codes()
    try office.write("ほかの人の紙", to: "m02.csv")
    #expect(throws: StorageError.alreadyExists(path: office.path("m02.csv"))) {
      try renew("m02", list: office.path("m02.csv"))
    }
    #expect(try office.text("m02.csv") == "ほかの人の紙")
    #expect(try office.round().codes() == before)
  }

  @Test func `The list beside the round holds the new code, and everybody else's as before`() throws {
    try office.makeRound(admission: .codes(list: nil))
    var expected = try codes()
    let slip = try renew("m02")
    expected["m02"] = slip.code
    #expect(try codes() == expected)
    #expect(office.told.contains(.slipsBroughtUpToDate(office.path("r8-1-codes.csv"))))
  }

  @Test(arguments: ["番号,点検コード\nx99,0014-6619-8578\n", "名前\n"])
  func `A list that knows others, or that cannot be read, stays as it is and is told`(_ list: String) throws {
    try office.makeRound(admission: .codes(list: nil))
    try office.write(list, to: "r8-1-codes.csv")
    _ = try renew("m02")
    #expect(try office.text("r8-1-codes.csv") == list)
    #expect(office.told.contains(.slipsOutdated(office.path("r8-1-codes.csv"))))
  }

  @Test func `With a new list it stands there and is told`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let slip = try renew("m02", list: office.path("m02.csv"))
    #expect(try SlipsFormat.decode(Array(office.text("m02.csv").utf8)) == ["m02": slip.code])
    #expect(office.told.last == .wrote(file: office.path("m02.csv")))
  }

  @Test func `Where the new list cannot be written, the code is told all the same`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let error = #expect(throws: SlipRenewal.Unwritten.self) {
      try renew("m02", list: office.path("ない/m02.csv"))
    }
    let unwritten = try #require(error)
    #expect(SlipCodes.respondent(with: unwritten.slip.code, in: try office.round().codes()) == "m02")
    #expect(try codes()["m02"] == unwritten.slip.code)
  }

  @Test func `Nobody else gets one, and the codes stay`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let before = try office.round().codes()
    #expect(throws: SlipRenewal.Refusal.notOnRoster("m09", roster: office.path("r8-1/roster.csv"))) { try renew("m09") }
    #expect(throws: SlipRenewal.Refusal.exempt("m03", reason: "病気療養のため")) { try renew("m03") }
    try office.close()
    #expect(throws: SlipRenewal.Refusal.closed) { try renew("m02") }
    #expect(try office.round().codes() == before)
  }

  @Test func `A round where names are chosen has none to renew`() throws {
    try office.makeRound()
    #expect(throws: SlipRenewal.Refusal.noCodes) { try renew("m02") }
    #expect(!office.exists("r8-1/codes.json"))
  }
}
