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
    for role in try library.roles {
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

  /// Throws `StorageError`, which is `alreadyExists` where something is at the path.
  public func write() throws {
    let folder = try RoundFolder.create(
      path, round: practice.round, roster: RosterFormat.encode(practice.roster), library: library, codes: [],
      at: practice.opened)
    let box = box
    try folder.write(box)
    let digest = Digest.hexadecimal(of: BoxFormat.encode(box))
    for event in practice.events.dropFirst() { try record(event, with: digest) }
    for draft in practice.drafts { try folder.keep(draft) }
    if !practice.audit.isEmpty { try folder.add(practice.audit, to: nil) }
  }

  /// The log is read anew each time, since every event is written behind those that are there.
  private func record(_ event: RoundEvent, with box: String) throws(StorageError) {
    let folder = try RoundFolder(path)
    try folder.record(event.isClosing ? RoundEvent(.closed(box: box), at: event.at) : event)
  }

  private var box: Box {
    var box = Box(of: practice.round.id)
    practice.submissions.forEach { box.add(SubmissionFormat.line(of: $0)) }
    practice.sheets.forEach { box.add(SheetFormat.line(of: $0)) }
    practice.opinions.forEach { box.add(OpinionFormat.line(of: $0)) }
    for broken in practice.brokenSheets {
      let line = SheetFormat.line(of: broken.sheet)
      switch broken.damage {
      case .none: box.add(line)
      case .truncated: box.addDamaged(Array(line.bytes.prefix(line.bytes.count / 2)))
      case .format(let format):
        let content = String(decoding: line.content, as: UTF8.self).replacing(SheetFormat.name, with: format)
        box.addDamaged(BoxLine.sealed(Array(content.utf8)))
      }
    }
    return box
  }
}
