import Characters
import Formats
public import Inspection
import Reporting
import Storage

/// A sheet or a draft together with the checklist it answers.
public struct PersonalSource {
  private let file: String
  private let round: String?
  private let checklists: String?

  /// Why nothing can be said of a file, which stays as it is.
  public enum Refusal: Error, Equatable, Sendable {
    /// The checklist that it answers is not the one at hand.
    case otherChecklist(file: String, ChecklistReference)
    /// Nothing tells which round it belongs to.
    case unknownRound
  }

  private enum Content {
    case draft(Draft)
    case sheet(Sheet)
  }

  /// - Parameters:
  ///   - file: the path of a sheet or a draft.
  ///   - round: the round's folder; nil finds the one that the file lies in.
  ///   - checklists: the folder of the checklists of a personal inspection; nil for the built-in ones.
  public init(file: String, round: String?, checklists: String?) {
    self.file = file
    self.round = round
    self.checklists = checklists
  }

  /// The answers with their questions and remedies.
  ///
  /// - Throws: `Refusal` or `StorageError`.
  public func result() throws -> PersonalResult {
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
    guard !Disk.exists(file), let folder = try? folder(),
      let sheet = try folder.sheet(named: file.lastPathComponent)
    else { return try Disk.read(file) }
    return try sheet.bytes()
  }

  private func result(of draft: Draft) throws -> PersonalResult {
    guard draft.round != nil else {
      let library = try ChecklistLibrary(folder: checklists)
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
    guard digests.contains(reference.digest) else { throw Refusal.otherChecklist(file: file, reference) }
  }

  /// The folder that was named, or the one that the sheet lies in.
  private func folder() throws -> RoundFolder {
    if let round { return try RoundFolder(round) }
    guard let folder = try RoundFolder(holding: file) else { throw Refusal.unknownRound }
    return folder
  }
}
