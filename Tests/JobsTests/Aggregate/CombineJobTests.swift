import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/figures.md 7.1: what is in, and what is left out and told by name.
@Suite("Combining summaries")
struct CombineJobTests {
  private let office: Office

  init() throws { office = try Office() }

  /// An internal summary of ten members with one item; what of it is read.
  private func add(
    _ file: String, assembly: String, audience: String = "internal", draft: Bool = false, closed: Bool = true,
    question: String = #""問い。""#, yes: String = "6", opens: String = "2026-11-02"
  ) throws -> String {
    let counts =
      #"{"yes":\#(yes),"alternative":0,"partial":0,"no":4,"unknown":0,"notApplicable":0,"unanswered":0}"#
    let item =
      #"{"id":"M-1","revision":1,"label":"紙","question":\#(question),"table":"practice","figures":{"counts":\#(counts)}}"#
    try office.write(
      """
      {"format":"tenken.summary/1","audience":"\(audience)","draft":\(draft),"edition":{"number":1},
      "round":{"id":"r","title":"第1回","kind":"regular","fiscalYear":2026,"opens":"\(opens)"
      \(closed ? #","closed":"2026-12-02T12:00:00Z""# : "")},
      "policy":{"id":"mihon","title":"方針","assembly":"\(assembly)"},
      "roles":[{"role":"member","handIn":{"asked":12,"handedIn":10},
      "tables":{"items":[\(item)],"sections":[{"id":"PHY","title":"物理","items":["M-1"]}],"ordinance":[]}},
      {"role":"staff","handIn":{"asked":3,"handedIn":3},"withheld":{"reason":"fewerSheets","than":5}}]}
      """, to: file)
    return office.path(file)
  }

  private func three() throws -> [String] {
    try ["a", "b", "c"].map { try add("\($0).json", assembly: "見本\($0)町議会") }
  }

  @Test func `Three summaries are added, and each file that is read is told`() throws {
    let (combination, leftOut) = try CombineJob.run(try three(), tell: office.tell)
    #expect(combination.roles.map(\.role) == [.member])
    #expect(combination.roles.first?.items.first?.pooled.figures.implementation == Rate(18, of: 30))
    #expect(combination.roles.first?.handIn == Rate(30, of: 36))
    #expect(leftOut.isEmpty)
    #expect(office.told.last == .progress(.readingSummaries, done: 3, total: 3))
  }

  @Test func `What does not fit is told by the name of its file, and the rest is combined`() throws {
    try office.write("[", to: "torn.json")
    let others = [
      try add("draft.json", assembly: "見本d町議会", draft: true),
      try add("public.json", assembly: "見本e町議会", audience: "public"),
      try add("open.json", assembly: "見本f町議会", closed: false), office.path("none.json"), office.path("torn.json"),
    ]
    let again = try add("z.json", assembly: "見本a町議会", opens: "2025-11-02")
    let (combination, leftOut) = try CombineJob.run(others + [again] + (try three()), tell: office.tell)
    #expect(combination.assemblies.count == 3)
    try #require(leftOut.map(\.path) == others + [again])
    #expect(
      leftOut.prefix(4).map(\.reason) == [
        .draft, .publicEdition, .notClosed, .unreadable(.notFound(path: office.path("none.json"))),
      ])
    let torn = office.path("torn.json")
    #expect(leftOut[4].reason == .unreadable(.json(path: torn, .syntax(byte: nil))))
    #expect(leftOut.last?.reason == .sameAssembly(as: office.path("a.json")))
  }

  /// A summary of before there were words in it, and a count that no assembly has.
  @Test func `A summary without the words of an item, or with more people than there are, is not read`() throws {
    let files = [
      try add("old.json", assembly: "見本g町議会", question: "null"),
      try add("many.json", assembly: "見本h町議会", yes: "9000000000000000000"),
    ]
    let (_, leftOut) = try CombineJob.run(try three() + files, tell: office.tell)
    let places = leftOut.map { file -> String in
      guard case .unreadable(let error) = file.reason, case .json(_, let wrong) = error,
        case .fault(let fault) = wrong
      else { return "\(file)" }
      return fault.path.description
    }
    #expect(
      places == [
        "roles[0].tables.items[0].question", "roles[0].tables.items[0].figures.counts.yes",
      ])
  }

  @Test func `Fewer than three that are left make nothing, and each that is not is named`() throws {
    let draft = try add("draft.json", assembly: "見本d町議会", draft: true)
    let few = CombineJob.TooFew(leftOut: [.init(path: draft, reason: .draft)], assemblies: 2)
    #expect(throws: few) { try CombineJob.run([draft] + (try three().prefix(2)), tell: office.tell) }
  }
}
