import Aggregation
import Formats
import Inspection
import Storage

/// Counts what is plain in a box while it is read: unsigned sheets that count, and submissions of who answered alone.
///
/// What else there is stays in the box, for those who look closer.
struct BoxCount: BoxPart {
  /// What every part of a box is held against.
  private struct Patterns: Sendable {
    let sheets: [SheetPattern]
    let submissions = SubmissionPattern()
    let deadline: CalendarDay
  }

  /// A sheet that was counted.
  private struct Listed: Sendable {
    var role: Role
    var number: CheckedNumber
    var digest: Digest.Value
  }

  private let patterns: Patterns
  private var forms: [FormCount]
  /// nil where nobody asked for it: of many sheets it would take more memory than all else.
  private var list: [Listed]?
  private var handIns: [HandIns.Entry] = []

  /// - Parameters:
  ///   - deadline: the one in force.
  ///   - isListing: that the sheets are to be listed, too.
  init(of round: Round, answering checklists: [Checklist], deadline: CalendarDay, isListing: Bool) {
    // Of an unsigned sheet no roster tells whether it counts.
    let forms = SheetRules(of: round, answering: checklists, by: Standings()).forms
    patterns = Patterns(sheets: forms.map(SheetPattern.init), deadline: deadline)
    self.forms = forms.map(FormCount.init)
    if isListing { list = [] }
  }

  mutating func take(_ line: BoxLineView) -> Bool {
    switch line.kind {
    case .sheet: takeSheet(line)
    case .submission: takeSubmission(line)
    case .opinion: false
    }
  }

  private mutating func takeSheet(_ line: BoxLineView) -> Bool {
    for (place, pattern) in patterns.sheets.enumerated() {
      guard let row = pattern.row(of: line) else { continue }
      forms[place].count(row)
      list?.append(Listed(role: forms[place].form.role, number: row.number, digest: line.digest))
      return true
    }
    return false
  }

  private mutating func takeSubmission(_ line: BoxLineView) -> Bool {
    guard let row = patterns.submissions.row(of: line), let id = line.name, !id.isEmpty else { return false }
    handIns.append(HandIns.Entry(RespondentID(id), as: row.role, isLate: patterns.deadline < row.day))
    return true
  }

  mutating func append(_ next: BoxCount) {
    for place in forms.indices { forms[place] += next.forms[place] }
    list? += next.list ?? []
    handIns += next.handIns
  }

  /// The counted sheets and the digests of their lines; nil where they were not listed.
  var sheets: [RoundManifest.Entry]? {
    list?.map { .init(name: "\($0.role.rawValue)/\($0.number.digits)", digest: $0.digest.hexadecimal) }
  }

  /// For a summary of a round with this roster.
  func lines(by roster: Standings) -> CountedLines {
    CountedLines(forms: forms, handIns: HandIns(handIns, by: roster))
  }
}
