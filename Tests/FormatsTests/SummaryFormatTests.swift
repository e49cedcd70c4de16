import Aggregation
import Formats
import Foundation
import Inspection
import ReportSamples
import Testing

/// The parts of the document that the tests look into.
private struct Written: Decodable {
  struct Rate: Decodable, Equatable {
    var numerator: Int
    var denominator: Int
    var percent: Double?
  }
  struct Figures: Decodable {
    var counts: [String: Int]
    var rates: [String: Rate]
  }
  struct Item: Decodable {
    var id: String
    var table: String
    var figures: Figures
  }
  struct Tables: Decodable { var items: [Item] }
  struct Domain: Decodable, Equatable {
    var id: String
    var percent: Int?
  }
  struct Withheld: Decodable, Equatable {
    var reason: String
    var than: Int?
  }
  struct Apart: Decodable, Equatable {
    var than: Int
    var count: Int
    var items: [String]?
  }
  struct HandIn: Decodable { var rate: Rate }
  struct Role: Decodable {
    var handIn: HandIn
    var apart: Apart?
    var tables: Tables?
    var concerns: [String]?
    var domains: [Domain]?
    var withheld: Withheld?
  }
  struct Row: Decodable { var evidence: String? }
  struct Section: Decodable { var items: [Row]? }
  struct Answered: Decodable, Equatable {
    var isAsked: Bool
    var choice: String?
  }
  struct Compared: Decodable { var rounds: [Answered] }
  struct Comparison: Decodable { var organisation: [Compared] }
  struct Organisation: Decodable { var sections: [Section]? }
  var format: String
  var roles: [Role]
  var organisation: Organisation?
  var comparison: Comparison?
}

@Suite("The summary as JSON")
struct SummaryFormatTests {
  private func document(_ summary: DisclosedSummary) throws -> Written {
    try JSONDecoder().decode(Written.self, from: Data(SummaryFormat.encode(summary)))
  }

  @Test func `Holds counts as integers and rates as fractions with their percent`() throws {
    let document = try document(Example.disclosed())
    #expect(document.format == "tenken.summary/1")
    let items = try #require(document.roles.first?.tables).items
    // Nobody answers M-PHY-02.
    #expect(document.roles.first?.apart == .init(than: 5, count: 1, items: ["M-PHY-02"]))
    #expect(items.map(\.id) == ["M-PHY-01", "M-PHY-03", "M-PHY-04"])
    #expect(items.map(\.table) == ["practice", "awareness", "devices"])
    #expect(items[0].figures.counts["yes"] == 7)
    #expect(items[0].figures.rates["implementation"] == .init(numerator: 7, denominator: 10, percent: 70))
    #expect(document.roles.last?.handIn.rate == .init(numerator: 0, denominator: 0, percent: nil))
  }

  @Test func `Holds for each size and audience one kind of figures`() throws {
    #expect(try document(Example.disclosed(members: 9)).roles.first?.concerns == ["M-PHY-03", "M-PHY-04"])
    #expect(
      try document(Example.disclosed(members: 4)).roles.first?.withheld == .init(reason: "fewerSheets", than: 5))
    #expect(try document(Example.disclosed(closed: false)).roles.first?.withheld == .init(reason: "notClosed"))
    let outside = try document(Example.disclosed(to: .everyone))
    #expect(outside.roles.first?.domains == [.init(id: "PHY", percent: 70)])
    #expect(outside.organisation?.sections?.first?.items == nil)
  }

  @Test func `Tells an item of the organisation that was not asked from one that was not answered`() throws {
    var summary = try Example.compared(to: [10, 10])
    let open = EarlierRound.Answered(id: "O-PHY-01", revision: 1, choice: nil)
    summary.comparison?.organisation[0].before = [nil, open]
    #expect(
      try document(summary).comparison?.organisation.first?.rounds
        == [.init(isAsked: false, choice: nil), .init(isAsked: true, choice: nil)])
  }

  @Test func `Keeps words exactly as they were typed`() throws {
    let evidence = try document(Example.disclosed()).organisation?.sections?.first?.items?.first?.evidence
    #expect(evidence == Example.hostile)
  }

  @Test func `Is the same for the same input`() throws {
    #expect(try SummaryFormat.encode(Example.disclosed()) == SummaryFormat.encode(Example.disclosed()))
  }

  // MARK: Reading

  private func stated(_ summary: DisclosedSummary) throws -> StatedSummary {
    try withReader { try SummaryFormat.decode(SummaryFormat.encode(summary), with: $0) }
  }

  @Test func `As an earlier round it tells its digest where nothing else vouches for the file`() throws {
    let bytes = try SummaryFormat.encode(Example.disclosed())
    func file(told: Bool) throws -> String? {
      try withReader { try SummaryFormat.earlierRound(bytes, tellingFile: told, with: $0) }.file
    }
    #expect(try file(told: true) == Digest.hexadecimal(of: bytes))
    #expect(try file(told: false) == nil)
  }

  @Test func `Is read back as far as it says what it is of`() throws {
    var summary = try Example.disclosed()
    #expect(
      try stated(summary) == StatedSummary(round: "r8-1", audience: .office, edition: nil, inputs: nil))
    summary.edition = Edition(to: .office, number: 2, reason: "名簿の誤り")
    summary.inputs = InputDigest(digest: "ab12", parts: [.init(name: "sheets", files: 13, digest: "cd34")])
    #expect(
      try stated(summary)
        == StatedSummary(round: "r8-1", audience: .office, edition: 2, inputs: summary.inputs))
    var outside = try Example.disclosed(to: .everyone)
    outside.inputs = InputDigest(digest: "ab12", parts: [])
    #expect(try stated(outside).audience == .everyone)
    #expect(try stated(outside).inputs == outside.inputs)
  }

  @Test func `Of another format, of nobody, and with a key that stands twice is refused`() throws {
    func fault(_ text: String) throws -> Fault? {
      try jsonFault(text) { bytes, reader throws(DocumentError) in try SummaryFormat.decode(bytes, with: reader) }
    }
    #expect(try fault("{}") == Fault(.missingKey, at: DocumentPath().key("format")))
    #expect(
      try fault(#"{"format": "tenken.sheet/1", "round": {"id": "r"}, "audience": "internal"}"#)
        == Fault(
          .unsupportedFormat(found: "tenken.sheet/1", expected: "tenken.summary/1"), at: DocumentPath().key("format")))
    #expect(
      try fault(#"{"format": "tenken.summary/1", "round": {"id": "r"}, "audience": "nobody"}"#)
        == Fault(
          .unknownValue(found: "nobody", allowed: ["internal", "public"]), at: DocumentPath().key("audience")))
    #expect(
      try fault(#"{"format": "tenken.summary/1", "round": {"id": "r", "id": "r"}, "audience": "internal"}"#)?.kind
        == .duplicateKey)
  }
}
