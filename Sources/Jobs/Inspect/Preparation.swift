import Formats
import Inspection
import Interview
import Storage

/// What comes before the interview when the answers are not all typed in it: a file, a paper form, consent.
struct Preparation {
  let setting: Setting
  let method: EntryMethod
  /// Who enters the answers; nil where people enter their own.
  let helper: Respondent?
  let clock: () -> Timestamp

  enum Result {
    case ready(Draft)
    case ended(VisitEnding)
  }

  /// Nothing is kept before the person has agreed, and nothing is changed by a file that has a fault.
  ///
  /// - Throws: `VisitRefusal`, `StorageError` or `Interrupted`.
  func prepare(_ draft: Draft, in store: LiveStore, on display: some Display) throws -> Result {
    var draft = draft
    if let helper {
      draft.goOn(as: Draft.Entry(mode: method.hasForm ? .paper : .assisted, by: helper.id))
    }
    if let file = method.answers {
      var form = try self.form(in: file, of: draft)
      // Who enters their own answers has nobody to agree to.
      if helper == nil { form.answers.consent = nil }
      draft.take(form)
      draft.position = .review
    }
    if method.isPaper {
      let entry = PaperEntry(setting, draft: draft, twice: method.isTwice)
      switch try display.run(Runner(entry, clock: clock) { $0.perform(in: store) }) {
      case .suspended: return .ended(.suspended(isKept: true, isReplacing: draft.isReplacing))
      case .declined: return .ended(.declined)
      case .keyed(let keyed): draft = keyed
      }
    }
    guard let assistance = setting.assistance, draft.consent != true else {
      return .ready(try stored(draft, in: store))
    }
    switch try display.run(Runner(Consent(to: assistance, in: setting), clock: clock) { _ in nil }) {
    case .left: return .ended(.left)
    case .declined: return .ended(.declined)
    case .agreed:
      draft.consent = true
      return .ready(try stored(draft, in: store))
    }
  }

  /// The answers of a file, put where typed ones are before they are shown: whoever leaves then finds them again.
  private func stored(_ draft: Draft, in store: LiveStore) throws(StorageError) -> Draft {
    guard method.answers != nil else { return draft }
    var draft = draft
    draft.updated = clock()
    try store.surroundings.drafts.save(draft)
    return draft
  }

  private func form(in path: String, of draft: Draft) throws -> FilledForm {
    let bytes = try Disk.read(path, upTo: .table)
    do throws(FormFileError) {
      let file = try FormFile(bytes)
      // A form that does not say which it is was written by hand, for these questions.
      if let identity = file.identity, !isMeant(identity, for: draft) {
        throw .faults([FormFault(.otherForm, at: .file)])
      }
      return try file.form(for: FormLines(of: setting.questionnaire))
    } catch { throw VisitRefusal.answers(file: path, error) }
  }

  private func isMeant(_ identity: FormIdentity, for draft: Draft) -> Bool {
    let frozen = setting.round?.checklists.first { $0.role == draft.role }?.digests ?? [draft.checklist.digest]
    return identity.round == draft.round && frozen.contains(identity.digest)
  }
}
