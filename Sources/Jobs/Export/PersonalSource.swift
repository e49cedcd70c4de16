import Characters
import Formats
public import Inspection
import Reporting
import Storage

/// A draft, or a handed-in sheet by its 回答番号, together with the checklist it answers.
public struct PersonalSource {
  /// What is to be exported.
  public enum Subject: Equatable, Sendable {
    /// The path of a draft; `round` is its round's folder, nil for a personal inspection.
    case draft(file: String, round: String?)
    /// A sheet in the box of the round at `round`.
    case sheet(CheckedNumber, round: String)
  }

  private let subject: Subject
  private let checklists: String?

  /// Why nothing can be said of it; nothing is changed.
  public enum Refusal: Error, Equatable, Sendable {
    /// The checklist that it answers is not the one at hand.
    case otherChecklist(ChecklistReference)
    /// A draft of a round, and nothing tells where that is.
    case unknownRound(file: String)
    /// No sheet has that number.
    case unknownNumber
  }

  /// - Parameter checklists: the folder of the checklists of a personal inspection; nil for the built-in ones.
  public init(_ subject: Subject, checklists: String?) {
    self.subject = subject
    self.checklists = checklists
  }

  /// The answers with their questions and remedies.
  ///
  /// - Throws: `Refusal` or `StorageError`.
  public func result() throws -> PersonalResult {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    switch subject {
    case .draft(let file, let round):
      let bytes = try Disk.read(file, upTo: .json)
      let draft: Draft
      do throws(DocumentError) { draft = try DraftFormat.decode(bytes, with: reader) } catch {
        throw StorageError.json(path: file, error)
      }
      return try result(of: draft, file: file, round: round)
    case .sheet(let number, let round):
      let folder = try RoundFolder(round)
      guard let line = try folder.box().line(.sheet, number.digits) else { throw Refusal.unknownNumber }
      let sheet: Sheet
      do throws(DocumentError) { sheet = try SheetFormat.decode(line.bytes, with: reader) } catch {
        throw StorageError.json(path: "\(folder.boxPath):\(line.place ?? 0)", error)
      }
      let questionnaire = try questionnaire(of: sheet.role, sheet.checklist, in: folder)
      return PersonalResult(sheet, of: questionnaire, policy: folder.policy, round: folder.round)
    }
  }

  private func result(of draft: Draft, file: String, round: String?) throws -> PersonalResult {
    guard draft.round != nil else {
      let library = try ChecklistLibrary(folder: checklists)
      let entry = try library.checklist(of: draft.role)
      try check(draft.checklist, isOneOf: [entry.reference.digest])
      return PersonalResult(
        draft, of: Questionnaire(personal: entry.checklist, policy: library.policy), policy: library.policy, round: nil)
    }
    guard let round else { throw Refusal.unknownRound(file: file) }
    let folder = try RoundFolder(round)
    let questionnaire = try questionnaire(of: draft.role, draft.checklist, in: folder)
    return PersonalResult(draft, of: questionnaire, policy: folder.policy, round: folder.round)
  }

  private func questionnaire(of role: Role, _ reference: ChecklistReference, in folder: RoundFolder) throws
    -> Questionnaire
  {
    let entry = try folder.checklist(of: role)
    try check(reference, isOneOf: folder.round.checklists.filter { $0.role == role }.flatMap(\.digests))
    return Questionnaire(checklist: entry.checklist, round: folder.round)
  }

  private func check(_ reference: ChecklistReference, isOneOf digests: [String]) throws {
    guard digests.contains(reference.digest) else { throw Refusal.otherChecklist(reference) }
  }
}
