import Inspection

extension ChecklistLibrary {
  /// Writes the built-in policy and checklists to a new folder, for an assembly to make its own of.
  ///
  /// The folder must not be there yet, so that nobody's changed checklists are ever written over, and gets its name when all
  /// is in it. Returns the names of the files.
  public static func export(to path: String) throws(StorageError) -> [String] {
    guard try !Disk.exists(path) else { throw .alreadyExists(path: path) }
    let files =
      [(name: policyFile, content: Bundled.policy)]
      + Role.allCases.map { (name: file(of: $0), content: Bundled(checklistOf: $0)) }
    let draft = Disk.draftFolder(for: path)
    do throws(StorageError) {
      try Disk.makeFolder(draft)
      for file in files { try Disk.write(file.content.bytes, to: draft + "/" + file.name) }
      try Disk.moveFolder(draft, to: path)
    } catch {
      Disk.discardFolder(draft)
      throw error
    }
    return files.map(\.name)
  }
}
