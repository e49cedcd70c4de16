public import Formats
public import Inspection

extension RoundFolder {
  /// Makes the folder of a new round: settings, roster, frozen checklists, hashes of the codes, and the log; and the
  /// actions that an earlier round left open, and the evidence that its organisation named.
  ///
  /// The folder must not be there yet, so that no round is ever written over. It gets its name when all is in it, so that
  /// there is a whole round or none.
  public static func create(
    _ path: String, round: Round, roster: [UInt8], library: ChecklistLibrary, codes: [CodeEntry],
    actions: [Action] = [], evidence: EarlierEvidence? = nil, at now: Timestamp
  ) throws(StorageError) -> RoundFolder {
    guard try !Disk.exists(path) else { throw .alreadyExists(path: path) }
    _ = try self.roster(roster, at: path + "/" + File.roster, policy: library.policy)
    var round = round
    round.hasCodes = !codes.isEmpty
    let settings = RoundFormat.encode(round, known: library.policy.rules)
    do throws(YAMLError) {
      _ = try RoundFormat.decode(settings, policy: library.policy)
    } catch { throw .yaml(path: path + "/round.yaml", error) }

    let draft = Disk.draftFolder(for: path)
    do throws(StorageError) {
      try fill(draft, round: round, library: library)
      try Disk.write(roster, to: draft + "/" + File.roster)
      if !codes.isEmpty { try Disk.write(CodesFormat.encode(codes), to: draft + "/" + File.codes) }
      if !actions.isEmpty { try Disk.write(ActionsFormat.encode(actions), to: draft + "/" + actionsFile) }
      if let evidence { try Disk.write(EvidenceFormat.encode(evidence), to: draft + "/" + evidenceFile) }
      try Disk.write(BoxFormat.encode(Box(of: round.id)), to: draft + "/" + File.box)
      try Disk.write(RoundLogFormat.encode(RoundEvent(.opened, at: now)), to: draft + "/" + File.log)
      try Disk.write(settings, to: draft + "/" + File.settings)
      try Disk.moveFolder(draft, to: path)
    } catch {
      Disk.discardFolder(draft)
      throw error
    }
    return try RoundFolder(path)
  }

  private static func fill(_ path: String, round: Round, library: ChecklistLibrary) throws(StorageError) {
    for folder in ["checklists", "summary"] {
      try Disk.makeFolder(path + "/" + folder)
    }
    try Disk.write(library.policyBytes, to: path + "/" + File.policy)
    for frozen in round.checklists {
      let entry = try library.checklist(of: frozen.role)
      guard frozen.digests.contains(entry.reference.digest) else { throw .checklistChanged(path: frozen.file) }
      try Disk.write(entry.bytes, to: path + "/" + (try name(of: frozen)))
    }
  }

  /// The checklists of the roles as a round freezes them.
  public static func frozen(_ roles: [Role], from library: ChecklistLibrary) throws(StorageError)
    -> [Round.FrozenChecklist]
  {
    var frozen: [Round.FrozenChecklist] = []
    for role in roles {
      let entry = try library.checklist(of: role)
      frozen.append(
        Round.FrozenChecklist(
          role: role, file: ChecklistLibrary.file(of: role), digests: [entry.reference.digest]))
    }
    return frozen
  }
}
