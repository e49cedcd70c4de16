import Formats
import Inspection
import Reporting
import Storage

/// A sheet or a draft together with the checklist it answers.
struct PersonalSource {
  let file: String
  /// The round's folder, where it was named.
  let round: String?
  let library: LibraryOptions

  private enum Content {
    case draft(Draft)
    case sheet(Sheet)
  }

  func result() throws -> PersonalResult {
    switch try content() {
    case .draft(let draft): try result(of: draft)
    case .sheet(let sheet): try result(of: sheet)
    }
  }

  private func content() throws -> Content {
    let bytes = try bytes()
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    do throws(DocumentError) {
      return try reader.format(of: bytes) == DraftFormat.name
        ? .draft(try DraftFormat.decode(bytes, with: reader)) : .sheet(try SheetFormat.decode(bytes, with: reader))
    } catch { throw StorageError.json(path: file, error) }
  }

  /// A sheet is found under its old name also when the round is closed and its sheets are packed.
  private func bytes() throws -> [UInt8] {
    guard !Disk.exists(file), let folder = try? folder(), let name = file.split(separator: "/").last,
      let sheet = try folder.sheet(named: String(name))
    else { return try Disk.read(file) }
    return try sheet.bytes()
  }

  private func result(of draft: Draft) throws -> PersonalResult {
    guard draft.round != nil else {
      let library = try library.library()
      let entry = try library.checklist(of: draft.role)
      try check(draft.checklist, isOneOf: [entry.reference.digest])
      return PersonalResult(
        draft, of: Questionnaire(personal: entry.checklist, policy: library.policy), policy: library.policy, round: nil)
    }
    let folder = try folder()
    let questionnaire = try questionnaire(of: draft.role, draft.checklist, in: folder)
    return PersonalResult(draft, of: questionnaire, policy: folder.policy, round: folder.round)
  }

  private func result(of sheet: Sheet) throws -> PersonalResult {
    let folder = try folder()
    let questionnaire = try questionnaire(of: sheet.role, sheet.checklist, in: folder)
    return PersonalResult(sheet, of: questionnaire, policy: folder.policy, round: folder.round)
  }

  private func questionnaire(of role: Role, _ reference: ChecklistReference, in folder: RoundFolder) throws
    -> Questionnaire
  {
    let entry = try folder.checklist(of: role)
    try check(reference, isOneOf: folder.round.checklists.filter { $0.role == role }.flatMap(\.digests))
    return Questionnaire(checklist: entry.checklist, round: folder.round)
  }

  private func check(_ reference: ChecklistReference, isOneOf digests: [String]) throws {
    guard digests.contains(reference.digest) else {
      throw Failure(
        .badData, "\(file) は、別の点検票（\(reference.id) 第\(reference.version)版）に答えたものです。",
        "答えたときの点検票を --checklists か --round で指定してください。ファイルは変えていません。")
    }
  }

  /// The folder that was named, or the one that the sheet lies in: `<round>/sheets/<file>`.
  private func folder() throws -> RoundFolder {
    if let round { return try RoundFolder(round) }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let parent = parts.isEmpty ? ".." : parts.joined(separator: "/")
    let path = file.contains("/") ? (parts.isEmpty ? "." : parent) : ".."
    guard Disk.exists(path + "/round.yaml") else {
      throw Failure(.noInput, "どの点検回のものか分かりません。--round で点検回のフォルダを指定してください。")
    }
    return try RoundFolder(path)
  }
}
