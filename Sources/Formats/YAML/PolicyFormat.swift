public import Inspection

/// `tenken.policy/1`: the policy of an assembly as data.
public enum PolicyFormat {
  public static let name = "tenken.policy/1"

  /// Reads a policy; throws the first fault of syntax, or all faults of meaning.
  public static func decode(_ bytes: some Collection<UInt8>) throws(YAMLError) -> Policy {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: policy) { $0.faults() }
  }

  /// Reads a policy that was judged when it was bundled; only its form is checked.
  public static func decodeFrozen(_ bytes: some Collection<UInt8>) throws(YAMLError) -> Policy {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: policy, judge: nil)
  }

  private static let keys: Set<String> = [
    "format", "id", "assembly", "code", "office", "staff", "signOff", "title", "enacted", "effective", "clauses",
    "threats", "assets", "properties",
    "ordinance", "rules",
  ]
  private static let entryKeys: Set<String> = ["id", "number", "title", "summary"]

  private static func policy(_ fields: inout YAMLFields) -> Policy {
    Policy(
      id: fields.identifier("id"), assembly: fields.text("assembly"), code: fields.text(ifAny: "code"),
      office: fields.text("office"), staff: fields.text("staff"), signOff: fields.texts("signOff"),
      title: fields.text("title"),
      enacted: fields.day("enacted"), effective: fields.day("effective"),
      clauses: fields.list("clauses", keys: entryKeys.union(["responsible", "ordinance"])) { clause in
        Clause(
          id: clause.identifier("id"), number: clause.text("number"), title: clause.text("title"),
          summary: clause.text("summary"), responsible: clause.words("responsible"),
          ordinance: clause.integer(ifAny: "ordinance", in: 1...99))
      },
      threats: fields.list("threats", keys: entryKeys) { threat in
        Threat(
          id: threat.identifier("id"), number: threat.text("number"), title: threat.text("title"),
          summary: threat.text("summary"))
      },
      assets: fields.list("assets", keys: entryKeys) { asset in
        AssetKind(
          id: asset.identifier("id"), number: asset.text("number"), title: asset.text("title"),
          summary: asset.text("summary"))
      },
      properties: fields.list("properties", keys: entryKeys) { property in
        PropertyText(
          id: property.word("id", default: .confidentiality), number: property.text("number"),
          title: property.text("title"), summary: property.text("summary"))
      },
      ordinance: fields.mapping("ordinance", keys: ["title", "effective", "items"], isRequired: true, ordinance)
        ?? Ordinance(title: "", effective: CalendarDay(daysSinceEpoch: 0), items: []),
      rules: fields.list("rules", keys: ["id", "title", "clause"]) { rule in
        Rule(id: rule.identifier("id"), title: rule.text("title"), clause: rule.identifier("clause"))
      })
  }

  private static func ordinance(_ fields: inout YAMLFields) -> Ordinance {
    Ordinance(
      title: fields.text("title"), effective: fields.day("effective"),
      items: fields.list("items", keys: ["number", "title", "notInPolicy"]) { item in
        Ordinance.Entry(
          number: item.integer("number", in: 1...99), title: item.text("title"),
          notInPolicy: item.text(ifAny: "notInPolicy"))
      })
  }
}
