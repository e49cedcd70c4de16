public import Formats
public import Inspection
import Interview
public import Storage

/// A personal inspection: a role, a draft of one's own, nothing handed in.
public struct PersonalVisit {
  private let library: ChecklistLibrary
  private let role: Role?
  private let method: EntryMethod

  /// - Parameter role: nil asks for it.
  public init(library: ChecklistLibrary, role: Role?, method: EntryMethod = EntryMethod()) {
    self.library = library
    self.role = role
    self.method = method
  }

  /// - Throws: `VisitRefusal`, `StorageError` or `Interrupted`.
  public func run(on display: some Display, in surroundings: Surroundings) throws -> VisitEnding {
    guard let role = try role ?? chosenRole(on: display, in: surroundings) else { return .left }
    let entry = try library.checklist(of: role)
    let setting = Setting(
      policy: library.policy, questionnaire: Questionnaire(personal: entry.checklist, policy: library.policy),
      round: nil, showsCopy: surroundings.showsCopies)
    let fresh = Draft(
      round: nil, checklist: entry.reference, role: role, respondent: nil, entry: Draft.Entry(mode: .me),
      started: surroundings.clock())
    return try Sitting(setting: setting, method: method).run(fresh, on: display, in: surroundings)
  }

  private func chosenRole(on display: some Display, in surroundings: Surroundings) throws -> Role? {
    let reception = Reception(.roles(try library.roles), assembly: library.policy.assembly, round: nil)
    let outcome = try display.run(Runner(reception, clock: surroundings.clock) { _ in nil })
    guard case .role(let role) = outcome else { return nil }
    return role
  }
}

/// A visit to a round: slip code or name, then the interview, then the hand-in.
public struct RoundVisit {
  private let folder: RoundFolder
  private let isShared: Bool
  private let method: EntryMethod

  /// - Parameter isShared: whether the next person comes to the same screen.
  public init(to folder: RoundFolder, isShared: Bool = false, method: EntryMethod = EntryMethod()) {
    self.folder = folder
    self.isShared = isShared
    self.method = method
  }

  /// - Throws: `VisitRefusal`, `StorageError` or `Interrupted`.
  public func run(on display: some Display, in surroundings: Surroundings) throws -> VisitEnding {
    // Whoever starts takes away what somebody else's hand-in that was cut short has left.
    surroundings.drafts.sweep(folder.round.id, timesReplaced: try folder.box().timesReplaced)
    // On a shared screen the supervisor's code is still to be typed: people are refused behind the door.
    if !isShared { try folder.checkOpen() }
    // Before the first question, not after the last.
    try folder.checkHandIns()
    let roster = try folder.roster()
    if isShared, !folder.round.hasCodes { throw VisitRefusal.noCodes }
    let helper = try method.helper(on: roster)
    let wrongCodes = WrongCodes(in: folder.path, clock: surroundings.clock)
    // Again at the end, for somebody may have held the log when the door was passed.
    defer { wrongCodes.writeDown(waiting: true) }
    guard let respondent = try admitted(roster, on: display, in: surroundings, wrongCodes) else { return .left }
    wrongCodes.writeDown()
    // Now, and not when the door was opened: it may have stood open for hours.
    if isShared { try RoundFolder(folder.path).checkOpen() }
    if helper?.id == respondent.id { throw VisitRefusal.ownHelper }
    let entry = try folder.checklist(of: respondent.role)
    let questionnaire = Questionnaire(checklist: entry.checklist, round: folder.round)
    let handIn = HandIn(to: folder, by: respondent, of: questionnaire, drafts: surroundings.drafts)
    let now = surroundings.clock()
    let evidence = try respondent.role == .organisation ? folder.earlierEvidence() : nil
    let setting = Setting(
      policy: folder.policy, questionnaire: questionnaire, round: roundInForce, isShared: isShared,
      showsCopy: isShared || surroundings.showsCopies,
      isEarly: now.day < folder.round.opens, isLate: now.day > folder.status.deadline,
      assistance: helper.map { Assistance(method.hasForm ? .form : .spoken, of: respondent.name, by: $0.name) },
      earlierEvidence: evidence?.texts(for: questionnaire.items) ?? [:])
    var fresh = Draft(
      round: folder.round.id, checklist: entry.reference, role: respondent.role, respondent: respondent.id,
      entry: Draft.Entry(mode: .me), started: now)
    fresh.opened = folder.opened
    let codes = folder.round.hasCodes ? try folder.codes() : []
    return try Sitting(setting: setting, method: method, helper: helper, handIn: handIn, codes: codes).run(
      fresh, on: display, in: surroundings)
  }

  /// The round with the deadline that is in force now.
  private var roundInForce: Round {
    var round = folder.round
    round.deadline = folder.status.deadline
    return round
  }

  /// Who comes in; nil for a person who leaves, and for the supervisor of a shared screen.
  private func admitted(
    _ roster: Roster, on display: some Display, in surroundings: Surroundings, _ wrongCodes: WrongCodes
  ) throws -> Respondent? {
    let codes = try folder.codes()
    let people = roster.invited(to: folder.round)
    let reception = Reception(
      folder.round.hasCodes ? .code : .names(people), assembly: folder.policy.assembly, round: folder.round,
      isShared: isShared)
    let runner = Runner(reception, clock: surroundings.clock) { effect in
      switch effect {
      case .admit(let code, let pause):
        if pause > .zero { surroundings.wait(pause) }
        let id = SlipCodes.respondent(with: code, in: codes)
        if isShared, id == SlipCodes.supervisor.id { return .dismissed }
        guard let id, let person = people.first(where: { $0.id == id }) else {
          wrongCodes.add()
          return .admissionRefused(.unknownCode)
        }
        return .admitted(person)
      }
    }
    guard case .respondent(let id) = try display.run(runner) else { return nil }
    return roster[id]
  }
}

extension RoundFolder {
  /// Refuses people after the round was closed.
  func checkOpen() throws(VisitRefusal) {
    if status.closed != nil { throw .roundClosed(round.contact) }
  }
}

/// How a visit ended.
public enum VisitEnding: Equatable, Sendable {
  case left
  /// Left in between; `isKept` tells whether there were answers to keep, `isReplacing` whether an earlier sheet stands.
  case suspended(isKept: Bool, isReplacing: Bool)
  /// Somebody who has handed in leaves it at that; nil where the 受付番号 cannot be read.
  case unchanged(receipt: String?)
  /// The person did not agree to somebody else entering the answers.
  case declined
  /// Gone through; `copy` is the path of the person's copy, where one was wanted.
  case finished(isHandedIn: Bool, copy: String?)
}

/// Why a visit cannot begin or go on; nothing is changed.
public enum VisitRefusal: Error, Equatable, Sendable {
  case roundClosed(Round.Contact)
  /// A shared screen needs slip codes, or anybody could come in as anybody.
  case noCodes
  /// Nobody on the roster has the id of the one who is to enter the answers.
  case unknownHelper(id: String)
  /// Members do not enter other people's answers.
  case helperIsMember(name: String)
  /// The one who is to enter the answers came in as the one whose answers they are.
  case ownHelper
  /// All faults of a form filled in with Excel, or what it is instead.
  case answers(file: String, FormFileError)
}
