public import Aggregation
import Inspection

/// `tenken.combined/1`: the internal summaries of several assemblies together (`docs/schemas/combined.schema.json`).
public enum CombinationFormat {
  public static let name = "tenken.combined/1"

  /// The combination as a file.
  public static func encode(_ combination: Combination) -> [UInt8] {
    JSONWriter.file(CombinationShape(combination))
  }
}

private struct CombinationShape: Encodable {
  struct Assembly: Encodable {
    var code: String?
    var name: String
    var round: String
    var fiscalYear: Int
    var edition: Int?
    /// BLAKE2b-256 of the file.
    var digest: String

    init(_ summary: AssemblySummary) {
      (code, name, round) = (summary.code, summary.assembly, summary.roundTitle)
      (fiscalYear, edition, digest) = (summary.fiscalYear, summary.edition, summary.digest)
    }
  }

  struct Spread: Encodable {
    var lower: Double
    var median: Double
    var upper: Double
  }

  struct Pooled: Encodable {
    var assemblies: Int
    var figures: FiguresShape
    /// In percent to one decimal; absent under 10 assemblies.
    var spread: Spread?

    init(_ pooled: Combination.Pooled) {
      assemblies = pooled.assemblies
      figures = FiguresShape(pooled.figures)
      spread = pooled.spread.map {
        Spread(
          lower: Double($0.lower.tenths) / 10, median: Double($0.median.tenths) / 10,
          upper: Double($0.upper.tenths) / 10)
      }
    }
  }

  struct Overall: Encodable {
    var practice: Pooled?
    var awareness: Pooled?
    var devices: Pooled?
  }

  struct Group: Encodable {
    var id: String
    var title: String
    var items: [String]
    var pooled: Pooled

    init(_ group: Combination.Group) {
      (id, title, items) = (group.id, group.title, group.items.map(\.rawValue))
      pooled = Pooled(group.pooled)
    }
  }

  struct Named: Encodable {
    var id: String
    var revision: Int
    var table: String
    /// How many assemblies are not in it.
    var leftOut: Int?

    init(_ name: Combination.Name, leftOut: Int? = nil) {
      (id, revision, table) = (name.id.rawValue, name.revision, name.table.rawValue)
      self.leftOut = leftOut
    }
  }

  struct Item: Encodable {
    var id: String
    var revision: Int
    var label: String
    var question: String
    var table: String
    var pooled: Pooled

    init(_ item: Combination.Item) {
      (id, revision, table) = (item.name.id.rawValue, item.name.revision, item.name.table.rawValue)
      (label, question) = (item.label, item.question)
      pooled = Pooled(item.pooled)
    }
  }

  struct Part: Encodable {
    var role: String
    var assemblies: Int
    var handIn: RateShape
    var overall: Overall
    var sections: [Group]
    var ordinance: [Group]
    var items: [Item]
    var few: [Named]
    var differing: [Named]
    var regrouped: [String]

    init(_ part: Combination.RolePart) {
      (role, assemblies, handIn) = (part.role.rawValue, part.assemblies, RateShape(part.handIn))
      overall = Overall(
        practice: part.overall[.practice].map(Pooled.init), awareness: part.overall[.awareness].map(Pooled.init),
        devices: part.overall[.devices].map(Pooled.init))
      sections = part.sections.map(Group.init)
      ordinance = part.ordinance.map(Group.init)
      items = part.items.map(Item.init)
      few = part.few.map { Named($0) }
      differing = part.differing.map { Named($0.name, leftOut: $0.leftOut) }
      regrouped = part.regrouped.map(\.rawValue)
    }
  }

  var format = CombinationFormat.name
  var assemblies: [Assembly]
  var withoutFigures: [Assembly]
  var roles: [Part]
  var rolesLeftOut: [String]

  init(_ combination: Combination) {
    assemblies = combination.assemblies.map(Assembly.init)
    withoutFigures = combination.withoutFigures.map(Assembly.init)
    roles = combination.roles.map(Part.init)
    rolesLeftOut = combination.rolesLeftOut.map(\.rawValue)
  }
}
