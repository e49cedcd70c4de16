import Formats
import Inspection
import Storage
import Testing

/// What is built in is judged by `BundledTests`; what an assembly writes itself, each time it is read.
@Suite("Checklists from a folder") struct ChecklistLibraryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Disk.write(Bundled.policy.bytes, to: folder.path("policy.yaml"))
    try Disk.write(Bundled.members.bytes, to: folder.path("members.yaml"))
  }

  private func replace(_ words: String, with others: String, in name: String) throws {
    let text = String(decoding: try Disk.read(folder.path(name), upTo: .yaml), as: UTF8.self)
    try #require(text.contains(words))
    try Disk.write(Array(text.replacing(words, with: others).utf8), to: folder.path(name))
  }

  /// How many faults of meaning the reading finds in the file.
  private func faults(in name: String, _ read: () throws(StorageError) -> Void) -> Int {
    do { try read() } catch {
      if case .yaml(folder.path(name), .faults(let faults)) = error { return faults.count }
      Issue.record("\(error)")
    }
    return 0
  }

  @Test func `Has the roles whose files are there, and reads them as they are`() throws {
    let library = try ChecklistLibrary(folder: folder.path)
    #expect(try library.roles == [.member])
    #expect(try library.checklist(of: .member) == ChecklistLibrary().checklist(of: .member))
    #expect(throws: StorageError.notFound(path: folder.path("staff.yaml"))) { try library.checklist(of: .staff) }
  }

  @Test func `A fault of meaning is found in the policy, and in a checklist beside it`() throws {
    try replace("clauses: [c5]", with: "clauses: [c99]", in: "members.yaml")
    let library = try ChecklistLibrary(folder: folder.path)
    #expect(faults(in: "members.yaml") { () throws(StorageError) in _ = try library.checklist(of: .member) } > 0)
    try replace("- id: c4-1\n", with: "- id: c5\n", in: "policy.yaml")
    #expect(
      faults(in: "policy.yaml") { () throws(StorageError) in _ = try ChecklistLibrary(folder: folder.path) } > 0)
  }
}
