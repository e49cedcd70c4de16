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

  private let patterns: Patterns
  private(set) var forms: [FormCount]
  /// Of the lines of `forms`, in their order.
  private(set) var digests: [[Digest.Value]]
  private var handIns: [HandIns.Entry] = []

  /// - Parameter deadline: the one in force.
  init(of round: Round, answering checklists: [Checklist], deadline: CalendarDay) {
    // Of an unsigned sheet no roster tells whether it counts.
    let forms = SheetRules(of: round, answering: checklists, by: Standings()).forms
    patterns = Patterns(sheets: forms.map(SheetPattern.init), deadline: deadline)
    self.forms = forms.map(FormCount.init)
    digests = forms.map { _ in [] }
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
      digests[place].append(line.digest)
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
    for place in forms.indices {
      forms[place] += next.forms[place]
      digests[place] += next.digests[place]
    }
    handIns += next.handIns
  }

  /// The counted sheets and the digests of their lines.
  var sheets: [RoundManifest.Entry] {
    zip(forms, digests).flatMap { form, digests in
      zip(form.numbers, digests).map { number, digest in
        .init(name: "\(form.form.role.rawValue)/\(number.digits)", digest: digest.hexadecimal)
      }
    }
  }

  /// For a summary of a round with this roster.
  func lines(by roster: Standings) -> CountedLines {
    CountedLines(forms: forms, handIns: HandIns(handIns, by: roster))
  }
}
