public import Aggregation
import Inspection

extension SummaryFormat {
  /// Reads an internal summary as the earlier round of a comparison: the items of roles that show their tables, and the
  /// organisation's answers; nothing else of it is looked at.
  ///
  /// - Parameter file: whether the digest of the bytes is told, since the file was given by name and nothing vouches for it.
  public static func earlierRound(
    _ bytes: some Collection<UInt8>, tellingFile file: Bool, with reader: borrowing JSONReader
  ) throws(DocumentError) -> EarlierRound {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.openObject(format: name)
      let audience = try object.required("audience")
      guard try audience.word(Audience.self) == .office else {
        throw audience.fault(.unknownValue(found: Audience.everyone.rawValue, allowed: [Audience.office.rawValue]))
      }
      let round = try object.required("round").openObject()
      let roles = try object.required("roles").list(role)
      let facts = try StatedRound(round)
      return EarlierRound(
        id: facts.id, title: facts.title, isRegular: facts.isRegular, fiscalYear: facts.fiscalYear, opens: facts.opens,
        isClosed: facts.isClosed, hadElectionBefore: try round.required("electionBetween").boolean(),
        policy: try object.required("policy").openObject().required("id").identifier(PolicyID.self),
        edition: try editionNumber(in: object), file: file ? Digest.hexadecimal(of: bytes) : nil,
        roles: Dictionary(roles.compactMap { $0 }, uniquingKeysWith: { first, _ in first }),
        organisation: try object.optional("organisation").read(organisation) ?? nil)
    }
  }

  /// nil where the role shows no tables.
  private static func role(_ value: JSONValue) throws(DocumentError) -> (Role, [EarlierRound.Item])? {
    let object = try value.openObject()
    let role = try object.required("role").word(Role.self)
    guard let tables = object.optional("tables") else { return nil }
    let items = try tables.openObject().required("items").list { value throws(DocumentError) in
      let item = try value.openObject()
      return EarlierRound.Item(
        id: try item.required("id").identifier(ItemID.self), revision: try item.required("revision").integer(from: 0),
        table: try item.required("table").word(ItemFigures.Table.self),
        tally: try tally(try item.required("figures").openObject().required("counts")))
    }
    return (role, items)
  }

  static func tally(_ value: JSONValue) throws(DocumentError) -> Tally {
    let counts = try value.openObject()
    func count(_ key: StaticString) throws(DocumentError) -> Int { try counts.required(key).integer(from: 0) }
    return Tally(
      yes: try count("yes"), alternative: try count("alternative"), partial: try count("partial"), no: try count("no"),
      unknown: try count("unknown"), notApplicable: try count("notApplicable"), unanswered: try count("unanswered"))
  }

  /// nil where there is no sheet.
  private static func organisation(_ value: JSONValue) throws(DocumentError) -> [EarlierRound.Answered]? {
    let object = try value.openObject()
    guard try object.boolean(ifAny: "hasSheet") == true else { return nil }
    return try object.required("sections").list { section throws(DocumentError) in
      try section.openObject().required("items").list { value throws(DocumentError) in
        let item = try value.openObject()
        return EarlierRound.Answered(
          id: try item.required("id").identifier(ItemID.self), revision: try item.required("revision").integer(from: 0),
          choice: try item.optional("choice").read { choice throws(DocumentError) in try choice.word(Choice.self) },
          evidence: try item.string(ifAny: "evidence"))
      }
    }.flatMap { $0 }
  }
}

/// What a summary says of its round, as far as rounds and assemblies are told apart by it.
struct StatedRound {
  let id: RoundID
  let title: String
  let isRegular: Bool
  let fiscalYear: Int
  let opens: CalendarDay
  let isClosed: Bool

  init(_ round: JSONObject) throws(DocumentError) {
    id = try round.required("id").identifier(RoundID.self)
    title = try round.required("title").string()
    isRegular = try round.required("kind").word(RoundFormat.KindWord.self) == .regular
    fiscalYear = try round.required("fiscalYear").integer(from: 2019)
    opens = try round.required("opens").day()
    isClosed = round.optional("closed") != nil
  }
}
