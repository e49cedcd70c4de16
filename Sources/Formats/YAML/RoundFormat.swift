public import Inspection

/// `tenken.round/2`: `round.yaml`, what an inspection is.
public enum RoundFormat {
  public static let name = "tenken.round/2"

  /// What earlier versions wrote, whose rounds have a folder for each kind of file in place of the box.
  static let earlier: Set<String> = ["tenken.round/1"]

  public static func decode(_ bytes: some Collection<UInt8>, policy: Policy) throws(YAMLError) -> Round {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: round) { $0.faults(policy: policy) }
  }

  private static let keys: Set<String> = [
    "format", "id", "title", "kind", "reason", "fiscalYear", "opens", "deadline", "referenceDay", "meetings",
    "contact", "addressee", "retention", "electionBetween", "rules", "lentDevices", "staffMode", "cityInspection",
    "form", "handIn", "codes", "checklists", "thresholds",
  ]

  enum KindWord: String, CaseIterable { case regular, extraordinary }

  private static func round(_ fields: inout YAMLFields) -> Round {
    Round(
      id: fields.identifier("id"), title: fields.text("title"), kind: kind(&fields),
      fiscalYear: fields.integer("fiscalYear", in: 2019...9_999), opens: fields.day("opens"),
      deadline: fields.day("deadline"),
      referenceDay: fields.day("referenceDay"), meetings: fields.texts("meetings"),
      contact: fields.mapping("contact", keys: ["office", "telephone"], isRequired: true) { contact in
        Round.Contact(office: contact.text("office"), telephone: contact.text("telephone"))
      } ?? Round.Contact(office: "", telephone: ""),
      addressee: fields.text("addressee"), retention: fields.text("retention"),
      electionBetween: fields.boolean("electionBetween", default: false), rules: fields.identifiers("rules"),
      lentDevices: fields.word("lentDevices", default: .council), staffMode: fields.word("staffMode", default: .own),
      cityInspection: fields.mapping("cityInspection", keys: ["date", "form"], isRequired: false) { inspection in
        Round.CityInspection(date: inspection.day("date"), form: inspection.text("form"))
      },
      length: fields.word("form", default: .full), handIn: fields.word("handIn", default: .unsigned),
      hasCodes: fields.boolean(required: "codes"),
      checklists: fields.list("checklists", keys: ["role", "file", "digests"]) { checklist in
        Round.FrozenChecklist(
          role: checklist.word("role", default: .member), file: checklist.text("file"),
          digests: checklist.texts("digests"))
      },
      thresholds: fields.mapping(
        "thresholds", keys: ["support", "training", "revision"], isRequired: false, thresholds) ?? Round.Thresholds())
  }

  private static func kind(_ fields: inout YAMLFields) -> Round.Kind {
    let reason = fields.text(ifAny: "reason") ?? ""
    switch fields.word("kind", default: KindWord.regular) {
    case .regular: return .regular
    case .extraordinary: return .extraordinary(reason: reason)
    }
  }

  private static func thresholds(_ fields: inout YAMLFields) -> Round.Thresholds {
    let fallback = Round.Thresholds()
    return Round.Thresholds(
      support: fields.integer(ifAny: "support", in: 0...100) ?? fallback.support,
      training: fields.integer(ifAny: "training", in: 0...100) ?? fallback.training,
      revision: fields.integer(ifAny: "revision", in: 0...100) ?? fallback.revision)
  }
}

extension YAMLError {
  /// The format of a round that an earlier version made, if that is why `round.yaml` was refused.
  public var earlierRoundFormat: String? {
    guard case .faults(let faults) = self, case .unsupportedFormat(let found, _)? = faults.first?.fault.kind,
      RoundFormat.earlier.contains(found)
    else { return nil }
    return found
  }
}
