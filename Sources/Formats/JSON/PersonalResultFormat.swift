public import Inspection

/// `tenken.personal/1`: a person's own result, every item with its answer; text as it was typed.
public enum PersonalResultFormat {
  public static let name = "tenken.personal/1"

  /// The result as a file.
  public static func encode(_ result: PersonalResult) -> [UInt8] { JSONWriter.file(PersonalShape(result)) }
}

private struct PersonalShape: Encodable {
  struct Domain: Encodable {
    var title: String
    var kept: Int
    var applicable: Int
    var unanswered: Int
    var items: [Row]
  }

  struct Row: Encodable {
    var id: String
    var revision: Int
    var question: String
    var clause: String
    var choice: String?
    var reason: String?
    var evidence: String?
    var remedy: String?
    var note: String?
    var plan: PlanShape?
    var referenceOnly: Bool
  }

  struct Contact: Encodable {
    var office: String
    var telephone: String
  }

  var format = PersonalResultFormat.name
  var role: String
  var assembly: String
  var round: String?
  var day: String?
  var checklist: ChecklistShape
  var draft: Bool
  var domains: [Domain]
  var contact: Contact?

  init(_ result: PersonalResult) {
    role = result.role.rawValue
    assembly = result.assembly
    round = result.roundTitle
    day = result.day?.iso
    checklist = ChecklistShape(result.checklist)
    draft = result.isDraft
    domains = result.sections.map { section in
      Domain(
        title: section.title, kept: section.tally.kept, applicable: section.tally.applicable,
        unanswered: section.tally.unanswered,
        items: section.rows.map { Row($0, clause: result.clauses[$0.item.id] ?? "") })
    }
    contact = result.contact.map { Contact(office: $0.office, telephone: $0.telephone) }
  }
}

extension PersonalShape.Row {
  fileprivate init(_ row: AnsweredItem, clause: String) {
    self.init(
      id: row.item.id.rawValue, revision: row.item.revision, question: row.item.question, clause: clause,
      choice: row.choice?.rawValue, reason: row.reason, evidence: row.evidence,
      remedy: row.choice?.needsAttention == true ? row.item.remedy : nil, note: row.note,
      plan: row.plan.map { PlanShape($0) }, referenceOnly: row.isReferenceOnly)
  }
}
