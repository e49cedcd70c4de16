import Inspection

/// The objects that more than one file format holds.

struct ChecklistShape: Encodable {
  var id: String
  var version: String
  var digest: String

  init(_ reference: ChecklistReference) {
    (id, version, digest) = (reference.id.rawValue, reference.version, reference.digest)
  }

  static func read(_ value: JSONValue) throws(DocumentError) -> ChecklistReference {
    let object = try value.object(["id", "version", "digest"])
    return ChecklistReference(
      id: try object.required("id").identifier(ChecklistID.self), version: try object.required("version").string(),
      digest: try object.required("digest").string())
  }
}

struct NoteShape: Encodable {
  var item: String
  var text: String

  static func list(_ notes: [ItemID: String]) -> [NoteShape] {
    notes.sorted { $0.key < $1.key }.map { NoteShape(item: $0.key.rawValue, text: $0.value) }
  }

  static func read(_ value: JSONValue) throws(DocumentError) -> [ItemID: String] {
    var notes: [ItemID: String] = [:]
    for entry in try value.list({ $0 }) {
      let object = try entry.object(["item", "text"])
      let item = try object.required("item").identifier(ItemID.self)
      guard notes[item] == nil else { throw entry.fault(.duplicateID(item.rawValue)) }
      notes[item] = try object.required("text").string()
    }
    return notes
  }
}

struct PlanShape: Encodable {
  /// nil where the plan stands with its item.
  var item: String?
  var action: String
  var due: String?

  init(_ plan: ImprovementPlan, of item: ItemID? = nil) {
    (self.item, action, due) = (item?.rawValue, plan.action, plan.due?.iso)
  }

  static func list(_ plans: [ItemID: ImprovementPlan]) -> [PlanShape] {
    plans.sorted { $0.key < $1.key }.map { PlanShape($0.value, of: $0.key) }
  }

  static func read(_ value: JSONValue) throws(DocumentError) -> [ItemID: ImprovementPlan] {
    var plans: [ItemID: ImprovementPlan] = [:]
    for entry in try value.list({ $0 }) {
      let object = try entry.object(["item", "action", "due"])
      let item = try object.required("item").identifier(ItemID.self)
      guard plans[item] == nil else { throw entry.fault(.duplicateID(item.rawValue)) }
      plans[item] = ImprovementPlan(
        action: try object.required("action").string(), due: try object.day(ifAny: "due"))
    }
    return plans
  }
}

struct EntryShape: Encodable {
  var mode: String
  var by: String?

  init(_ entry: Draft.Entry) { (mode, by) = (entry.mode.rawValue, entry.by?.rawValue) }

  static func read(_ value: JSONValue) throws(DocumentError) -> Draft.Entry {
    let object = try value.object(["mode", "by"])
    return Draft.Entry(
      mode: try object.required("mode").word(Draft.EntryMode.self),
      by: try object.optional("by").read { v throws(DocumentError) in try v.identifier(RespondentID.self) })
  }
}

extension Optional where Wrapped == JSONValue {
  /// Reads the value if there is one.
  func read<Value>(_ body: (JSONValue) throws(DocumentError) -> Value) throws(DocumentError) -> Value? {
    guard let self else { return nil }
    return try body(self)
  }
}
