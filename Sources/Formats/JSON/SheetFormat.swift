public import Inspection

/// `tenken.sheet/1`: one handed-in sheet, a line of the box.
public enum SheetFormat {
  public static let name = BoxLine.Kind.sheet.rawValue

  /// The one decoder of a sheet, for one file and for a hundred thousand.
  ///
  /// Checks the form only; whether it fits its round is decided where sheets are counted.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> Sheet
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(
        ["digest", "id", "round", "checklist", "role", "answers", "respondent", "notes", "plans"], format: name)
      return Sheet(
        id: try object.required("id").checkedNumber(),
        round: try object.required("round").identifier(RoundID.self),
        checklist: try ChecklistShape.read(try object.required("checklist")),
        role: try object.required("role").word(Role.self),
        answers: try answers(try object.required("answers")),
        signature: try signature(object))
    }
  }

  /// The sheet as a line of the box.
  public static func line(of sheet: Sheet) -> BoxLine { BoxLine(.sheet, key: sheet.id.digits, fields: Shape(sheet)) }

  /// What is written of each answer, as it stands among others on a sheet.
  static func texts(of answers: [Answer]) -> [ArraySlice<UInt8>] {
    let all = JSONWriter.line(answers.map(Shape.Answer.init)).dropLast(2)
    var (texts, start) = ([ArraySlice<UInt8>](), 1)
    // An id that holds what parts two answers makes more texts than answers, of which none is used.
    for end in all.indices where all[end] == UInt8(ascii: "}") && all[end...].starts(with: Array("},{".utf8)) {
      texts.append(all[start...end])
      start = end + 2
    }
    texts.append(all[start...])
    return texts.count == answers.count ? texts : []
  }

  /// Made once, for it is asked for with each answer.
  private static let answerKeys: [StaticString] = ["item", "revision", "choice", "source", "reason", "evidence"]

  private static func answers(_ value: JSONValue) throws(DocumentError) -> [Answer] {
    var seen: Set<ItemID> = []
    return try value.list { entry throws(DocumentError) in
      let object = try entry.object(answerKeys)
      let item = try object.required("item").identifier(ItemID.self)
      guard seen.insert(item).inserted else { throw entry.fault(.duplicateID(item.rawValue)) }
      let kind = try object.required("source").word(SourceWord.self)
      let reason = try object.string(ifAny: "reason")
      if kind != .myself, reason == nil { throw entry.fault(.missingKey, at: "reason") }
      return Answer(
        item: item, revision: try object.required("revision").integer(from: 1),
        choice: try object.required("choice").word(Choice.self), source: kind.source(reason ?? ""),
        reason: kind == .myself ? reason : nil,
        evidence: try object.string(ifAny: "evidence"))
    }
  }

  private static func signature(_ object: JSONObject) throws(DocumentError) -> Sheet.Signature? {
    guard let respondent = object.optional("respondent") else {
      for stray in [object.optional("notes"), object.optional("plans")] {
        if let stray { throw stray.fault(.unknownKey) }
      }
      return nil
    }
    return Sheet.Signature(
      respondent: try respondent.identifier(RespondentID.self),
      notes: try object.optional("notes").read(NoteShape.read) ?? [:],
      plans: try object.optional("plans").read(PlanShape.read) ?? [:])
  }

  private enum SourceWord: String, CaseIterable {
    case myself = "self"
    case profile, rule

    func source(_ reason: String) -> Answer.Source {
      switch self {
      case .myself: .respondent
      case .profile: .profile(ProfileQuestionID(reason))
      case .rule: .rule(RuleID(reason))
      }
    }
  }

  private struct Shape: Encodable {
    struct Answer: Encodable {
      var item: String
      var revision: Int
      var choice: String
      var source: String
      var reason: String?
      var evidence: String?

      init(_ answer: Inspection.Answer) {
        item = answer.item.rawValue
        revision = answer.revision
        choice = answer.choice.rawValue
        evidence = answer.evidence
        switch answer.source {
        case .respondent: (source, reason) = (SourceWord.myself.rawValue, answer.reason)
        case .profile(let question): (source, reason) = (SourceWord.profile.rawValue, question.rawValue)
        case .rule(let rule): (source, reason) = (SourceWord.rule.rawValue, rule.rawValue)
        }
      }
    }

    var round: String
    var checklist: ChecklistShape
    var role: String
    var answers: [Answer]
    var respondent: String?
    var notes: [NoteShape]?
    var plans: [PlanShape]?

    init(_ sheet: Sheet) {
      round = sheet.round.rawValue
      checklist = ChecklistShape(sheet.checklist)
      role = sheet.role.rawValue
      answers = sheet.answers.map(Answer.init)
      respondent = sheet.signature?.respondent.rawValue
      notes = sheet.signature.map { NoteShape.list($0.notes) }
      plans = sheet.signature.map { PlanShape.list($0.plans) }
    }
  }
}
