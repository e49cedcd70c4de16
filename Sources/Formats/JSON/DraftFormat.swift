public import Inspection

/// `tenken.draft/1`: a person's answers while they are being given.
public enum DraftFormat {
  public static let name = "tenken.draft/1"

  private static let keys: [StaticString] = [
    "round", "checklist", "role", "respondent", "entry", "profile", "answers", "notes", "plans", "opinion", "position",
    "started", "updated", "replacing", "consent", "opened",
  ]

  /// Reads a draft; throws its first fault of syntax, or the first value that is wrong.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> Draft
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(keys, format: name)
      var draft = Draft(
        round: try object.optional("round").read { value throws(DocumentError) in try value.identifier(RoundID.self) },
        checklist: try ChecklistShape.read(try object.required("checklist")),
        role: try object.required("role").word(Role.self),
        respondent: try object.optional("respondent").read { value throws(DocumentError) in
          try value.identifier(RespondentID.self)
        },
        entry: try EntryShape.read(try object.required("entry")),
        started: try object.required("started").timestamp())
      draft.consent = try object.boolean(ifAny: "consent")
      draft.updated = try object.required("updated").timestamp()
      for (key, value) in try object.required("profile").pairs() {
        draft.profile[ProfileQuestionID(key)] = try value.boolean()
      }
      draft.responses = try responses(try object.required("answers"))
      draft.notes = try NoteShape.read(try object.required("notes"))
      draft.plans = try PlanShape.read(try object.required("plans"))
      draft.opinion = try object.string(ifAny: "opinion")
      draft.position = try position(try object.required("position"))
      draft.replacing = try object.optional("replacing")?.integer(from: 0)
      draft.opened = try object.string(ifAny: "opened")
      return draft
    }
  }

  /// The draft as a file.
  public static func encode(_ draft: Draft) -> [UInt8] { JSONWriter.file(Shape(draft)) }

  private static func responses(_ value: JSONValue) throws(DocumentError) -> [ItemID: Draft.Response] {
    var responses: [ItemID: Draft.Response] = [:]
    for entry in try value.list({ $0 }) {
      let object = try entry.object(["item", "choice", "reason", "evidence"])
      let item = try object.required("item").identifier(ItemID.self)
      guard responses[item] == nil else { throw entry.fault(.duplicateID(item.rawValue)) }
      responses[item] = Draft.Response(
        choice: try object.required("choice").word(Choice.self),
        reason: try object.string(ifAny: "reason"),
        evidence: try object.string(ifAny: "evidence"))
    }
    return responses
  }

  // MARK: Position

  /// `preface`, `profile:<id>`, `item:<id>`, `review`, `plan:<id>`, `opinion` or `handIn`.
  private static func text(of position: Draft.Position) -> String {
    switch position {
    case .preface: "preface"
    case .profile(let id): "profile:\(id)"
    case .item(let id): "item:\(id)"
    case .review: "review"
    case .plan(let id): "plan:\(id)"
    case .opinion: "opinion"
    case .handIn: "handIn"
    }
  }

  private static func position(_ value: JSONValue) throws(DocumentError) -> Draft.Position {
    let text = try value.string()
    let parts = text.unicodeScalars.split(separator: ":", maxSplits: 1).map { String($0) }
    switch (parts.first, parts.count) {
    case ("preface", 1): return .preface
    case ("review", 1): return .review
    case ("opinion", 1): return .opinion
    case ("handIn", 1): return .handIn
    case ("profile", 2): return .profile(ProfileQuestionID(parts[1]))
    case ("item", 2): return .item(ItemID(parts[1]))
    case ("plan", 2): return .plan(ItemID(parts[1]))
    default:
      let allowed = ["preface", "profile:…", "item:…", "review", "plan:…", "opinion", "handIn"]
      throw value.fault(.unknownValue(found: text, allowed: allowed))
    }
  }

  private struct Shape: Encodable {
    struct Response: Encodable {
      var item: String
      var choice: String
      var reason: String?
      var evidence: String?
    }

    var format = DraftFormat.name
    var round: String?
    var checklist: ChecklistShape
    var role: String
    var respondent: String?
    var entry: EntryShape
    var consent: Bool?
    var profile: [String: Bool]
    var answers: [Response]
    var notes: [NoteShape]
    var plans: [PlanShape]
    var opinion: String?
    var position: String
    var started: String
    var updated: String
    var replacing: Int?
    var opened: String?

    init(_ draft: Draft) {
      round = draft.round?.rawValue
      checklist = ChecklistShape(draft.checklist)
      role = draft.role.rawValue
      respondent = draft.respondent?.rawValue
      entry = EntryShape(draft.entry)
      consent = draft.consent
      profile = Dictionary(draft.profile.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
      answers = draft.responses.sorted { $0.key < $1.key }.map {
        Response(
          item: $0.key.rawValue, choice: $0.value.choice.rawValue, reason: $0.value.reason, evidence: $0.value.evidence)
      }
      notes = NoteShape.list(draft.notes)
      plans = PlanShape.list(draft.plans)
      opinion = draft.opinion
      position = DraftFormat.text(of: draft.position)
      started = draft.started.rfc3339
      updated = draft.updated.rfc3339
      replacing = draft.replacing
      opened = draft.opened
    }
  }
}
