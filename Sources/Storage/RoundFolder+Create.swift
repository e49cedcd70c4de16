public import Formats
public import Inspection

extension RoundFolder {
  /// Makes the folder of a new round: settings, roster, frozen checklists, hashes of the codes, and the log.
  ///
  /// The folder must not be there yet, so that no round is ever written over.
  public static func create(
    _ path: String, round: Round, roster: [UInt8], library: ChecklistLibrary, codes: [CodeEntry], at now: Timestamp
  ) throws(StorageError) -> RoundFolder {
    guard !Disk.exists(path) else { throw .alreadyExists(path: path) }
    for folder in ["checklists", "sheets", "opinions", "submissions", "summary"] {
      try Disk.makeFolder(path + "/" + folder)
    }
    try Disk.write(library.policyBytes, to: path + "/checklists/" + ChecklistLibrary.policyFile)
    for frozen in round.checklists {
      let entry = try library.checklist(of: frozen.role)
      try Disk.write(entry.bytes, to: path + "/checklists/" + (try SafeName.check(frozen.file)))
    }
    try Disk.write(roster, to: path + "/roster.csv")
    if !codes.isEmpty { try Disk.write(CodesFormat.encode(codes), to: path + "/codes.json") }
    try Disk.append(RoundLogFormat.encode(RoundEvent(.opened, at: now)), to: path + "/round.log")
    try Disk.write(RoundFormat.encode(round), to: path + "/round.yaml")
    return try RoundFolder(path)
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
