public import Aggregation
public import Inspection

/// `tenken.summary/1`: a disclosed summary (`docs/schemas/summary.schema.json`); text as it was typed, counts as integers.
public enum SummaryFormat {
  public static let name = "tenken.summary/1"

  /// The summary as a file; the same summary gives the same bytes.
  public static func encode(_ summary: DisclosedSummary) -> [UInt8] { JSONWriter.file(SummaryShape(summary)) }

  /// Reads what a summary says of itself; its figures are not read, for they are made again and compared as bytes.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> StatedSummary
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.openObject(format: name)
      return StatedSummary(
        round: try object.required("round").openObject().required("id").identifier(RoundID.self),
        audience: try object.required("audience").word(Audience.self),
        edition: try editionNumber(in: object),
        inputs: try object.optional("inputs").read(inputs))
    }
  }

  /// nil before closing.
  static func editionNumber(in summary: JSONObject) throws(DocumentError) -> Int? {
    try summary.optional("edition").read { edition throws(DocumentError) in
      try edition.openObject().required("number").integer(from: 1)
    }
  }

  private static func inputs(_ value: JSONValue) throws(DocumentError) -> InputDigest {
    let object = try value.openObject()
    let parts = try object.optional("parts").read { parts throws(DocumentError) in
      try parts.list { entry throws(DocumentError) in
        let object = try entry.openObject()
        return InputDigest.Part(
          name: try object.required("name").string(), files: try object.required("files").integer(from: 0),
          digest: try object.required("digest").string())
      }
    }
    return InputDigest(digest: try object.required("digest").string(), parts: parts ?? [])
  }
}

/// What a summary's file says of itself: which round and edition it is of, for whom, and what it was made of.
public struct StatedSummary: Equatable, Sendable {
  public var round: RoundID
  public var audience: Audience
  /// The number of the edition, from 1; nil before closing.
  public var edition: Int?
  /// nil before closing; without parts in the public edition.
  public var inputs: InputDigest?

  public init(round: RoundID, audience: Audience, edition: Int?, inputs: InputDigest?) {
    (self.round, self.audience, self.edition, self.inputs) = (round, audience, edition, inputs)
  }
}

/// The JSON shape of a disclosed summary; absent is what is not shown.
struct SummaryShape: Encodable {
  struct RoundFacts: Encodable {
    var id: String
    var title: String
    var kind: String
    var reason: String?
    var fiscalYear: Int
    var opens: String
    /// The deadline in force, after any extension.
    var deadline: String
    var closed: String?
    var referenceDay: String
    var form: String
    var handIn: String
    var lentDevices: String
    var staffMode: String
    var cityInspection: City?
    var electionBetween: Bool
  }

  struct City: Encodable {
    var date: String
    var form: String
  }

  struct PolicyFacts: Encodable {
    var id: String
    var title: String
    var assembly: String
    /// 団体コード.
    var code: String?
  }

  struct Checklist: Encodable {
    var role: String
    var id: String
    var version: String
    var title: String
    var items: Int
    var approved: Approved?
    var digests: [String]
  }

  struct Approved: Encodable {
    var by: String
    var date: String
    var document: String
  }

  struct Missing: Encodable {
    var id: String
    var title: String
    var items: [String]
  }

  struct LeftOut: Encodable {
    var reason: String
    var count: Int
  }

  struct Inputs: Encodable {
    struct Part: Encodable {
      var name: String
      var files: Int
      var digest: String
    }

    var digest: String
    var parts: [Part]?

    init(_ inputs: InputDigest) {
      digest = inputs.digest
      parts = inputs.parts.isEmpty ? nil : inputs.parts.map { Part(name: $0.name, files: $0.files, digest: $0.digest) }
    }
  }

  struct EditionFacts: Encodable {
    var number: Int
    var reason: String?
    var recalled: [Int]?
    /// The version of the program that made it.
    var program: String
  }

  /// Of follow-up, opinions and comparison.
  struct AccompanimentFacts: Encodable {
    var day: String
    var number: Int
  }

  var format = SummaryFormat.name
  var audience: String
  var edition: EditionFacts?
  var accompaniment: AccompanimentFacts?
  var draft: Bool
  var round: RoundFacts
  var policy: PolicyFacts
  var checklists: [Checklist]
  var roles: [RoleShape]
  var organisation: OrganisationShape?
  var missingRules: [Missing]
  var proposals: [ProposalShape]
  var comparison: ComparisonShape?
  var actions: [ActionShape]?
  var published: [PublishedActionShape]?
  var audit: [AuditShape]?
  var review: ReviewShape?
  var opinions: [String]?
  var leftOut: [LeftOut]
  var leftOutLines: Int?
  var inputs: Inputs?

  init(_ summary: DisclosedSummary) {
    audience = summary.audience.rawValue
    edition = summary.edition.map { edition in
      EditionFacts(
        number: edition.number, reason: edition.reason, recalled: edition.recalled.isEmpty ? nil : edition.recalled,
        program: edition.program)
    }
    accompaniment = summary.accompaniment.map { AccompanimentFacts(day: $0.day.iso, number: $0.number) }
    draft = summary.isDraft
    round = RoundFacts(summary.round, status: summary.status)
    policy = PolicyFacts(
      id: summary.policy.id.rawValue, title: summary.policy.title, assembly: summary.policy.assembly,
      code: summary.policy.code)
    checklists = summary.checklists.map(Checklist.init)
    roles = summary.roles.map(RoleShape.init)
    organisation = summary.organisationHandIn.map { OrganisationShape($0, summary.organisation) }
    missingRules = summary.missingRules.map {
      Missing(id: $0.id.rawValue, title: $0.title, items: $0.items.map(\.id.rawValue))
    }
    proposals = summary.proposals.map(ProposalShape.init)
    comparison = summary.comparison.map(ComparisonShape.init)
    actions = summary.followUp.actions?.map(ActionShape.init)
    audit = summary.followUp.audit?.map(AuditShape.init)
    review = summary.followUp.review.map(ReviewShape.init)
    opinions = summary.followUp.opinions.isEmpty ? nil : summary.followUp.opinions.shown
    inputs = summary.inputs.map(Inputs.init)
    published = summary.published.isEmpty ? nil : summary.published.map(PublishedActionShape.init)
    leftOutLines = summary.leftOutLines
    leftOut = summary.leftOut.map { LeftOut(reason: $0.kind.rawValue, count: $0.count) }
  }
}

extension SummaryShape.RoundFacts {
  fileprivate init(_ round: Round, status: RoundStatus) {
    let (kind, reason): (String, String?) =
      switch round.kind {
      case .regular: ("regular", nil)
      case .extraordinary(let reason): ("extraordinary", reason)
      }
    self.init(
      id: round.id.rawValue, title: round.title, kind: kind, reason: reason, fiscalYear: round.fiscalYear,
      opens: round.opens.iso, deadline: status.deadline.iso, closed: status.closed?.rfc3339,
      referenceDay: round.referenceDay.iso, form: round.length.rawValue, handIn: round.handIn.rawValue,
      lentDevices: round.lentDevices.rawValue, staffMode: round.staffMode.rawValue,
      cityInspection: round.staffMode == .own
        ? nil : round.cityInspection.map { SummaryShape.City(date: $0.date.iso, form: $0.form) },
      electionBetween: round.electionBetween)
  }
}

extension SummaryShape.Checklist {
  fileprivate init(_ checklist: Summary.AnsweredChecklist) {
    self.init(
      role: checklist.role.rawValue, id: checklist.id.rawValue, version: checklist.version, title: checklist.title,
      items: checklist.items,
      approved: checklist.approved.map {
        SummaryShape.Approved(by: $0.by, date: $0.date.iso, document: $0.document)
      }, digests: checklist.digests)
  }
}
