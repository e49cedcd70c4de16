import Formats
import Inspection
public import Practice
public import Storage

/// Writes a made-up round the way real ones are written: `tenken round practice`.
public struct PracticeWriter {
  private let practice: PracticeRound
  private let library: ChecklistLibrary
  private let path: String

  /// Makes the round up, named after the folder that it will have.
  ///
  /// - Parameter settings: with any id.
  public init(_ settings: PracticeRound.Settings, library: ChecklistLibrary, at path: String) throws(StorageError) {
    var sources: [PracticeRound.Source] = []
    for role in library.roles {
      let entry = try library.checklist(of: role)
      sources.append(
        PracticeRound.Source(
          checklist: entry.checklist, file: ChecklistLibrary.file(of: role), digest: entry.reference.digest))
    }
    var settings = settings
    settings.id = RoundID(folder: path)
    practice = PracticeRound(settings, policy: library.policy, sources: sources)
    (self.library, self.path) = (library, path)
  }

  /// Throws `StorageError.alreadyExists` where something is at the path.
  public func write() throws(StorageError) {
    let folder = try RoundFolder.create(
      path, round: practice.round, roster: RosterFormat.encode(practice.roster), library: library, codes: [],
      at: practice.opened)
    for event in practice.events.dropFirst() { try folder.append(event) }
    let deadline = practice.round.deadline
    for sheet in practice.sheets {
      try folder.put(SheetFormat.encode(sheet), as: "\(sheet.id.digits).json", in: .sheets, dated: deadline)
    }
    for broken in practice.brokenFiles {
      try folder.put(bytes(of: broken), as: broken.file, in: .sheets, dated: deadline)
    }
    for submission in practice.submissions {
      try folder.put(SubmissionFormat.encode(submission), as: "\(submission.respondent).json", in: .submissions)
    }
    for opinion in practice.opinions {
      try folder.put(
        OpinionFormat.encode(opinion.text), as: "\(opinion.number.digits).json", in: .opinions, dated: deadline)
    }
    for draft in practice.drafts {
      try folder.put(DraftFormat.encode(draft), as: "\(draft.respondent?.rawValue ?? "draft").json", in: .drafts)
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
