import Aggregation
import Documents
import Formats
import Inspection
import Reporting
import Storage

/// Makes the letters of a round from its folder; reads sheets only for the figures of a closed one.
struct LetterMaker {
  let folder: RoundFolder
  let source: LetterSource
  /// The list of slip codes.
  let codesFile: String?

  init(_ path: String, codesFile: String?) throws {
    folder = try RoundFolder(path)
    self.codesFile = codesFile
    let inbox = try RoundInbox(folder)
    for line in inbox.unreadableSubmissions { Output.complain(["読めない提出の記録を除きました：\(line)"]) }
    source = LetterSource(
      round: folder.round, policy: folder.policy, events: folder.events, roster: try folder.roster(),
      submissions: inbox.submissions, hasCodes: !(try folder.codes()).isEmpty,
      start: "tenken inspect --round \(ShellWord.quoted(path))",
      today: ProcessEnvironment.now().day)
  }

  /// What can be made now; says what is left out for want of a file or an approval.
  func due() throws -> [(kind: LetterKind, letter: Letter)] {
    try LetterKind.allCases.filter { $0.isDue(in: source) }.compactMap { kind in
      if kind == .slips, codesFile == nil {
        LetterRefusalText.codesNeeded(round: folder.path).lines.forEach(Output.say)
        return nil
      }
      do { return (kind, try letter(kind)) } catch let failure as Failure where failure.status == .notYet {
        failure.lines.forEach(Output.say)
        return nil
      }
    }
  }

  func letter(_ kind: LetterKind) throws -> Letter {
    if let refusal = kind.refusal(of: source) {
      throw LetterRefusalText.failure(for: refusal, of: kind, round: folder.path)
    }
    switch kind {
    case .request: return .request(source)
    case .outline: return .outline(source)
    case .slips: return .slips(source, codes: try codes())
    case .reminder: return .reminder(source)
    case .memo: return .memo(source)
    case .extension:
      guard let letter = Letter.extended(source) else {
        throw LetterRefusalText.failure(for: .notExtended, of: kind, round: folder.path)
      }
      return letter
    case .receipts: return .receipts(source)
    case .report: return .report(source, of: try figures(for: .office))
    case .notice: return .notice(source, of: try figures(for: .everyone))
    }
  }

  /// A letter gives figures out as `aggregate` does: as an edition, which is written down.
  private func figures(for audience: Audience) throws -> DisclosedSummary {
    let result = try RoundResult(folder.path, previous: [])
    guard let manifest = result.manifest else { return try result.disclosed(to: audience) }
    let edition = try RoundEdition(of: result, madeOf: manifest, to: audience, because: nil)
    let summary = try result.disclosed(to: audience, as: edition.edition)
    try edition.record()
    return summary
  }

  /// Each code is tried against the round's hashes, for a slip with the code of another round lets nobody in.
  private func codes() throws -> [RespondentID: CheckedNumber] {
    guard let file = codesFile else { throw LetterRefusalText.codesNeeded(round: folder.path) }
    let bytes = try Disk.read(file)
    let codes: [RespondentID: CheckedNumber]
    do throws(TableError<SlipDetail>) { codes = try SlipsFormat.decode(bytes) } catch {
      throw LetterRefusalText.failure(for: error, in: file)
    }
    let entries = try folder.codes()
    let progress = ProgressBar("点検コードを確かめています", total: codes.count)
    for (index, (id, code)) in codes.sorted(by: { $0.key < $1.key }).enumerated() {
      guard SlipCodes.respondent(with: code, in: entries) == id else { throw LetterRefusalText.strange(id, in: file) }
      progress.show(index + 1)
    }
    return codes
  }
}
