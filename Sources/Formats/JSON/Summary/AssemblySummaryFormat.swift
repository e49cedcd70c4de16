public import Aggregation
import Inspection

extension SummaryFormat {
  /// Reads an internal summary as one of several that are combined: the roles that show tables, and nothing else of it.
  ///
  /// Of a public one only that it is one.
  public static func assemblySummary(
    _ bytes: some Collection<UInt8>, with reader: borrowing JSONReader
  ) throws(DocumentError) -> AssemblySummary {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.openObject(format: name)
      let isPublic = try object.required("audience").word(Audience.self) == .everyone
      let round = try object.required("round").openObject()
      let policy = try object.required("policy").openObject()
      let roles = isPublic ? [] : try object.required("roles").list(combinedRole)
      let (assembly, code) = (try policy.required("assembly").string(), try policy.string(ifAny: "code"))
      let facts = try StatedRound(round)
      return AssemblySummary(
        assembly: assembly, code: code, round: facts.id, roundTitle: facts.title, isRegular: facts.isRegular,
        fiscalYear: facts.fiscalYear, opens: facts.opens, isClosed: facts.isClosed,
        isDraft: try object.required("draft").boolean(), isPublic: isPublic, edition: try editionNumber(in: object),
        digest: Digest.hexadecimal(of: bytes),
        roles: Dictionary(roles.compactMap { $0 }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// nil where the role shows no tables.
  private static func combinedRole(_ value: JSONValue) throws(DocumentError) -> (Role, AssemblySummary.RolePart)? {
    let object = try value.openObject()
    let role = try object.required("role").word(Role.self)
    guard let shown = object.optional("tables") else { return nil }
    let handIn = try object.required("handIn").openObject()
    let tables = try shown.openObject()
    let part = AssemblySummary.RolePart(
      handIn: Rate(try count(handIn.required("handedIn")), of: try count(handIn.required("asked"))),
      items: try tables.required("items").list(combinedItem),
      sections: try tables.required("sections").list(group), ordinance: try tables.required("ordinance").list(group))
    var seen: Set<ItemID> = []
    for item in part.items where !seen.insert(item.id).inserted {
      throw shown.fault(.duplicateID(item.id.rawValue), at: "items")
    }
    return (role, part)
  }

  private static func combinedItem(_ value: JSONValue) throws(DocumentError) -> AssemblySummary.Item {
    let item = try value.openObject()
    let counts = try item.required("figures").openObject().required("counts")
    for (_, value) in try counts.pairs() { _ = try count(value) }
    return AssemblySummary.Item(
      id: try item.required("id").identifier(ItemID.self), revision: try item.required("revision").integer(from: 0),
      label: try item.required("label").string(), question: try item.required("question").string(),
      table: try item.required("table").word(ItemFigures.Table.self), tally: try tally(counts))
  }

  private static func group(_ value: JSONValue) throws(DocumentError) -> AssemblySummary.Group {
    let group = try value.openObject()
    return AssemblySummary.Group(
      id: try group.required("id").string(), title: try group.required("title").string(),
      items: try group.required("items").list { item throws(DocumentError) in try item.identifier(ItemID.self) })
  }

  /// A number of people; no assembly has a million, and sums of what a file may say beyond it would not fit.
  private static func count(_ value: JSONValue) throws(DocumentError) -> Int {
    let count = try value.integer(from: 0)
    guard count <= mostPeople else {
      throw value.fault(.unknownValue(found: String(count), allowed: ["0…\(mostPeople)"]))
    }
    return count
  }

  private static let mostPeople = 1_000_000
}
