public import Inspection

/// `tenken.checklist/1`: the checklist of one role.
public enum ChecklistFormat {
  public static let name = "tenken.checklist/1"

  /// Reads and judges a checklist; throws all faults of meaning at once, or the first of syntax.
  ///
  /// - Parameter role: whose checklist the file is by its name; nil for a file of any name.
  public static func decode(_ bytes: some Collection<UInt8>, policy: Policy, of role: Role? = nil) throws(YAMLError)
    -> Checklist
  {
    try decode(bytes) { checklist in
      let wrong = role.flatMap { role in
        role == checklist.role
          ? nil : Fault.Kind.unknownValue(found: checklist.role.rawValue, allowed: [role.rawValue])
      }
      return (wrong.map { [Fault($0, at: DocumentPath().key("role"))] } ?? []) + checklist.faults(policy: policy)
    }
  }

  /// Reads a checklist that was judged when it was frozen or bundled; only its form is checked.
  public static func decodeFrozen(_ bytes: some Collection<UInt8>) throws(YAMLError) -> Checklist {
    try decode(bytes, judge: nil)
  }

  private static func decode(_ bytes: some Collection<UInt8>, judge: ((Checklist) -> [Fault])?) throws(YAMLError)
    -> Checklist
  {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: checklist, judge: judge)
  }

  private static let keys: Set<String> = [
    "format", "id", "version", "title", "role", "policy", "approved", "scope", "preface", "choices", "profile",
    "sections",
  ]

  private static let itemKeys: Set<String> = [
    "id", "revision", "label", "question", "guidance", "clauses", "threats", "properties", "assets", "importance",
    "kind",
    "partial", "notApplicable", "requires", "about", "needsPrevious", "standardReference", "evidence", "remedy",
    "contact", "short",
  ]

  private static func checklist(_ fields: inout YAMLFields) -> Checklist {
    Checklist(
      id: fields.identifier("id"), version: fields.text("version"), title: fields.text("title"),
      role: fields.word("role", default: .member), policy: fields.identifier("policy"),
      approved: fields.mapping("approved", keys: ["by", "date", "document"], isRequired: false) { approval in
        Approval(by: approval.text("by"), date: approval.day("date"), document: approval.text("document"))
      },
      scope: fields.text("scope"), preface: fields.paragraphs("preface"), choices: fields.words("choices"),
      profile: fields.list(
        "profile", keys: ["id", "question", "guidance", "assumes", "whenNo"], isRequired: false, profileQuestion),
      sections: fields.list("sections", keys: ["id", "title", "items"]) { section in
        Section(
          id: section.identifier("id"), title: section.text("title"),
          items: section.list("items", keys: itemKeys, item))
      })
  }

  private static func profileQuestion(_ fields: inout YAMLFields) -> ProfileQuestion {
    ProfileQuestion(
      id: fields.identifier("id"), question: fields.text("question"), guidance: fields.text(ifAny: "guidance"),
      assumes: fields.word(ifAny: "assumes"), whenNo: fields.identifiers("whenNo"))
  }

  private static func item(_ fields: inout YAMLFields) -> Item {
    Item(
      id: fields.identifier("id"), revision: fields.integer("revision", in: 1...9_999),
      label: fields.text("label"), question: fields.text("question"), guidance: fields.text("guidance"),
      clauses: fields.identifiers("clauses"),
      threats: fields.identifiers("threats"), properties: fields.words("properties"),
      assets: fields.identifiers("assets"), importance: fields.word("importance", default: .medium),
      kind: fields.word("kind", default: .practice), partial: fields.text(ifAny: "partial"),
      notApplicable: fields.text(ifAny: "notApplicable"), requires: fields.identifier(ifAny: "requires"),
      about: fields.word(ifAny: "about"), needsPrevious: fields.boolean("needsPrevious", default: false),
      standardReference: fields.text(ifAny: "standardReference"), evidence: fields.text(ifAny: "evidence"),
      remedy: fields.text("remedy"), contact: fields.boolean("contact", default: false),
      short: fields.boolean("short", default: false))
  }
}
