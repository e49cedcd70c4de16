import Formats
import Inspection
import Practice
import Storage

/// Writes a made-up round the way real ones are written.
struct PracticeWriter {
  private let practice: PracticeRound
  private let library: ChecklistLibrary

  init(_ practice: PracticeRound, library: ChecklistLibrary) {
    (self.practice, self.library) = (practice, library)
  }

  func write(to path: String) throws {
    let opened = practice.events.first?.at ?? ProcessEnvironment.now()
    let folder = try RoundFolder.create(
      path, round: practice.round, roster: RosterFormat.encode(practice.roster), library: library, codes: [],
      at: opened)
    for event in practice.events.dropFirst() { try folder.append(event) }
    let deadline = practice.round.deadline
    for sheet in practice.sheets {
      try Disk.write(SheetFormat.encode(sheet), to: "\(path)/sheets/\(sheet.id.digits).json", dated: deadline)
    }
    for broken in practice.brokenFiles {
      try Disk.write(bytes(of: broken), to: "\(path)/sheets/\(broken.file)", dated: deadline)
    }
    for submission in practice.submissions {
      try Disk.write(SubmissionFormat.encode(submission), to: "\(path)/submissions/\(submission.respondent).json")
    }
    for opinion in practice.opinions {
      let file = "\(path)/opinions/\(opinion.number.digits).json"
      try Disk.write(OpinionFormat.encode(opinion.text), to: file, dated: deadline)
    }
    for draft in practice.drafts {
      try Disk.makeFolder(path + "/drafts")
      try Disk.write(DraftFormat.encode(draft), to: "\(path)/drafts/\(draft.respondent?.rawValue ?? "draft").json")
    }
  }

  private func bytes(of broken: PracticeRound.BrokenFile) -> [UInt8] {
    let bytes = SheetFormat.encode(broken.sheet)
    switch broken.damage {
    case .none: return bytes
    case .truncated: return Array(bytes.prefix(bytes.count / 2))
    case .format(let format):
      return Array(String(decoding: bytes, as: UTF8.self).replacing(SheetFormat.name, with: format).utf8)
    }
  }
}
