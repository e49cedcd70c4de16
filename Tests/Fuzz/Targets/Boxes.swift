import Aggregation
import Formats
import Inspection
import Jobs
import ReportSamples
import Storage

extension FuzzTarget {
  static let boxes = [box, boxLines, aggregate, manifest]

  /// The file as it is; a fuzzer cannot make digests, and so comes no further than the damaged lines.
  private static let box = FuzzTarget("box", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader() else { return false }
    try promiseSalvage(of: bytes, with: reader)
    guard let box = try? BoxFormat.decode(bytes, of: round, with: reader) else { return false }
    try promiseSame(box, with: reader)
    return true
  }

  /// Every line with the digest that fits it and the counts that fit them all.
  private static let boxLines = FuzzTarget("box-lines", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader() else { return false }
    let box = BoxFormat.salvage(sealed(bytes), of: round)
    try promiseSame(box, with: reader)
    for line in box.lines {
      let content = [UInt8(ascii: "{")] + line.content
      // The key is read twice, by the box and by the reader of the line.
      let key: String? =
        switch line.kind {
        case .submission: (try? SubmissionFormat.decode(content, with: reader))?.respondent.rawValue
        case .sheet: (try? SheetFormat.decode(content, with: reader))?.id.digits
        case .opinion: (try? OpinionFormat.decode(content, with: reader))?.number.digits
        }
      try promise(key == nil || key == line.name, "the line of \(line.name) is one of \(key ?? "")")
    }
    return !box.lines.isEmpty
  }

  /// From such a box to a summary that may be shown; the order of the lines changes nothing.
  private static let aggregate = FuzzTarget("aggregate", dictionary: "json") { bytes throws(BrokenPromise) in
    let box = BoxFormat.salvage(sealed(bytes), of: round)
    guard let reader = JSONReader(), let inbox = try? RoundInbox(box, includingSheets: true) else { return false }
    let admission = SheetAdmission(
      of: inbox.sheets, unreadable: inbox.unreadable, in: Example.round(),
      answering: Example.checklists(approved: true),
      by: Standings())
    try promise(
      inbox.submissions.count + inbox.opinions.count + admission.counted.count + admission.leftOut.count
        == box.counts.total,
      "of \(box.counts) \(admission.counted.count) sheets count and \(admission.leftOut.count) are left out")
    let summary = summary(of: inbox.sheets, inbox)
    var turned = FuzzTarget.summary(of: inbox.sheets.reversed(), inbox)
    turned.leftOut = summary.leftOut
    try promise(turned == summary, "the order of the lines makes another summary")
    try promiseRecognised(sealed(bytes), with: reader)
    if let disclosed = try? Disclosure.disclosed(summary, to: .office) {
      let stated = try? SummaryFormat.decode(SummaryFormat.encode(disclosed), with: reader)
      try promise(stated?.round == round, "a summary cannot be read")
    }
    return !admission.counted.isEmpty
  }

  /// What was written down of an edition.
  private static let manifest = FuzzTarget("manifest", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let manifest = try? RoundManifest(listing: bytes) else { return false }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    try promise(manifest.entries.count == lines.count, "\(lines.count) lines make \(manifest.entries.count) files")
    try promise((try? RoundManifest(listing: manifest.listing)) == manifest, "a manifest comes back as another")
    return true
  }

  // MARK: Inside

  private static let round: RoundID = "r8-1"

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    return Array(bytes.split(separator: newline).map { BoxLine.sealed(Array($0)) }.joined(separator: [newline]))
  }

  private static func summary(of sheets: [PlacedSheet], _ inbox: RoundInbox) -> Summary {
    let round = Example.round()
    var status = RoundStatus(of: round, after: [])
    status.closed = Material.now
    let roster = Standings(
      of: Roster(respondents: [Respondent(id: "m01", name: "議員01", kana: "", role: .member)]), on: round.referenceDay)
    return Summary(
      round: round, status: status, policy: Example.policy, checklists: Example.checklists(approved: true),
      roster: roster, submissions: inbox.submissions,
      admission: SheetAdmission(
        of: sheets, unreadable: inbox.unreadable, in: round, answering: Example.checklists(approved: true), by: roster))
  }

  /// Whatever is recognised without being parsed is read by the decoder as the same, and counts.
  private static func promiseRecognised(_ bytes: [UInt8], with reader: borrowing JSONReader) throws(BrokenPromise) {
    let round = Example.round()
    let rules = SheetRules(of: round, answering: Example.checklists(approved: true), by: Standings())
    var block = BoxBlock(Recognised(sheets: rules.forms.map { ($0, SheetPattern(of: $0)) }))
    bytes.withUnsafeBytes { block.read($0) }
    for (line, form, row) in block.part.rows {
      let answers = zip(form.answers, row.answers).compactMap { $1 == SheetRow.open ? nil : $0[Int($1)] }
      guard let sheet = try? SheetFormat.decode([UInt8(ascii: "{")] + line, with: reader) else {
        throw BrokenPromise(text: "a line is recognised and cannot be read: \(line.text)")
      }
      let plain = sheet.answers.map { answer in
        Answer(item: answer.item, revision: answer.revision, choice: answer.choice, source: answer.source)
      }
      try promise(
        sheet.id == row.number && (sheet.role, sheet.round, sheet.checklist) == (form.role, form.round, form.checklist)
          && sheet.signature == nil && plain == answers, "a line is recognised as another: \(line.text)")
      let admission = SheetAdmission(
        of: [PlacedSheet(line: 1, sheet: sheet)], in: round, answering: Example.checklists(approved: true),
        by: Standings())
      try promise(admission.leftOut.isEmpty, "a line is recognised and does not count: \(line.text)")
    }
    for (line, row) in block.part.submissions {
      let submission = try? SubmissionFormat.decode([UInt8(ascii: "{")] + line, with: reader)
      try promise(
        submission.map { $0.role == row.role && $0.day == row.day && $0.entry == .init(mode: .me) } ?? false,
        "a submission is recognised as another: \(line.text)")
    }
  }

  /// Remembers what is recognised.
  private struct Recognised: BoxPart {
    let sheets: [(SheetForm, SheetPattern)]
    let submission = SubmissionPattern()
    var rows: [(line: [UInt8], form: SheetForm, row: SheetRow)] = []
    var submissions: [(line: [UInt8], row: SubmissionPattern.Row)] = []

    init(sheets: [(SheetForm, SheetPattern)]) { self.sheets = sheets }

    mutating func take(_ line: BoxLineView) -> Bool {
      let content =
        Array("\"format\":\"\(line.kind.rawValue)\",\"\(line.kind == .sheet ? "id" : "respondent")\":\"".utf8)
        + line.key + line.rest
      for (form, pattern) in sheets where line.kind == .sheet {
        if let row = pattern.row(of: line) { rows.append((content, form, row)) }
      }
      if line.kind == .submission, line.name != nil, line.key.count > 0, let row = submission.row(of: line) {
        submissions.append((content, row))
      }
      return true
    }

    mutating func append(_ next: Recognised) {
      rows += next.rows
      submissions += next.submissions
    }
  }

  private static func promiseSalvage(of bytes: [UInt8], with reader: borrowing JSONReader) throws(BrokenPromise) {
    try promiseSame(BoxFormat.salvage(bytes, of: round), with: reader)
  }

  /// A box comes back line by line, damaged ones to the byte, and once written it is written so again.
  private static func promiseSame(_ box: Box, with reader: borrowing JSONReader) throws(BrokenPromise) {
    let written = BoxFormat.encode(box)
    guard let again = try? BoxFormat.decode(written, of: round, with: reader) else {
      throw BrokenPromise(text: "a written box is refused: \(written.text)")
    }
    try promise(again.counts == box.counts, "\(box.counts) come back as \(again.counts)")
    try promise(
      again.lines.map(\.bytes) == box.lines.map(\.bytes) && again.damaged.map(\.bytes) == box.damaged.map(\.bytes),
      "lines come back as others")
    try promise(BoxFormat.encode(again) == written, "a box is written in two ways")
  }
}
