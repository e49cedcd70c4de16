import Inspection
import Interview
import Storage

/// How a session ended, for the last line that is printed.
enum VisitEnding {
  case left
  case suspended
  /// The person did not agree to somebody else entering the answers.
  case declined
  case finished(handedIn: Bool, keepsake: String?)
}

/// A personal inspection: a role, a draft of one's own, nothing handed in.
struct PersonalVisit {
  let library: ChecklistLibrary
  let role: Role?
  var way = EntryWay()

  func run(on face: FrontEnd.Face) throws -> VisitEnding {
    guard let role = try role ?? chosenRole(on: face) else { return .left }
    let entry = try library.checklist(of: role)
    let drafts = DraftStore(root: ProcessEnvironment.dataFolder)
    let path = try drafts.path(round: nil, respondent: nil, role: role)
    let lock = try drafts.lock(path)
    defer { withExtendedLifetime(lock) {} }
    let setting = Setting(
      policy: library.policy, questionnaire: Questionnaire(personal: entry.checklist, policy: library.policy),
      round: nil)
    let fresh = Draft(
      round: nil, checklist: entry.reference, role: role, respondent: nil, entry: Draft.Entry(mode: .me),
      started: ProcessEnvironment.now())
    let draft = try drafts.load(path) ?? fresh
    let store = LiveStore(
      drafts: drafts, handIn: nil, keepsake: Keepsake(setting: setting, day: ProcessEnvironment.now().day).write)
    return try interview(Preparation(setting: setting, way: way, helper: nil), draft, store, on: face)
  }

  private func chosenRole(on face: FrontEnd.Face) throws -> Role? {
    let reception = Reception(.roles(library.roles), assembly: library.policy.assembly, round: nil)
    guard case .role(let role) = try face.run(reception, perform: { _ in nil }) else { return nil }
    return role
  }
}

/// A visit to a round: slip code or name, then the interview, then the hand-in.
struct RoundVisit {
  let folder: RoundFolder
  /// Whether the next person comes to the same screen.
  var isShared = false
  var way = EntryWay()

  func run(on face: FrontEnd.Face) throws -> VisitEnding {
    if folder.status.closed != nil {
      throw Failure(
        .notYet, "この点検回は締め切られています。",
        "お問い合わせ：\(folder.round.contact.office) 電話 \(folder.round.contact.telephone)")
    }
    let roster = try folder.roster()
    if isShared, try folder.codes().isEmpty {
      throw Failure(.usage, "点検コードのない点検回は、共用の端末では使えません。")
    }
    let helper = try way.helper(on: roster)
    guard let respondent = try admitted(roster, on: face) else { return .left }
    if helper?.id == respondent.id {
      throw Failure(.usage, "ご自分の点検は、--assisted-by を付けずに始めてください。")
    }
    let entry = try folder.checklist(of: respondent.role)
    let questionnaire = Questionnaire(checklist: entry.checklist, round: folder.round)
    let drafts = DraftStore(root: ProcessEnvironment.dataFolder)
    let handIn = HandIn(to: folder, by: respondent, of: questionnaire, drafts: drafts)
    let setting = Setting(
      policy: folder.policy, questionnaire: questionnaire, round: roundInForce, isShared: isShared,
      hasHandedIn: try handIn.hasHandedIn(), isEarly: ProcessEnvironment.now().day < folder.round.opens,
      assistance: helper.map { Assistance(way.hasForm ? .form : .spoken, of: respondent.name, by: $0.name) })
    let path = try drafts.path(round: folder.round.id, respondent: respondent.id, role: respondent.role)
    let lock = try drafts.lock(path)
    defer { withExtendedLifetime(lock) {} }
    let fresh = Draft(
      round: folder.round.id, checklist: entry.reference, role: respondent.role, respondent: respondent.id,
      entry: Draft.Entry(mode: .me), started: ProcessEnvironment.now())
    let draft = try drafts.load(path) ?? fresh
    let store = LiveStore(
      drafts: drafts, handIn: handIn,
      keepsake: Keepsake(setting: setting, day: ProcessEnvironment.now().day).write)
    return try interview(Preparation(setting: setting, way: way, helper: helper), draft, store, on: face)
  }

  /// The round with the deadline that is in force now.
  private var roundInForce: Round {
    var round = folder.round
    round.deadline = folder.status.deadline
    return round
  }

  private func admitted(_ roster: Roster, on face: FrontEnd.Face) throws -> Respondent? {
    let codes = try folder.codes()
    let people = roster.respondents.filter { person in
      person.exempt == nil && folder.round.checklists.contains { $0.role == person.role }
    }
    let reception = Reception(
      codes.isEmpty ? .names(people) : .code, assembly: folder.policy.assembly, round: folder.round,
      isShared: isShared)
    let outcome = try face.run(reception) { effect in
      switch effect {
      case .admit(let code):
        let id = SlipCodes.respondent(with: code, in: codes)
        if isShared, id == SlipCodes.supervisor.id { return .dismissed }
        guard let id, people.contains(where: { $0.id == id }) else { return .admissionRefused(.unknownCode) }
        return .admitted(id)
      }
    }
    guard case .respondent(let id) = outcome else { return nil }
    return roster[id]
  }
}

/// Runs what comes before the interview, then the interview proper, and says how it ended.
private func interview(
  _ preparation: Preparation, _ stored: Draft, _ store: LiveStore, on face: FrontEnd.Face
) throws -> VisitEnding {
  let setting = preparation.setting
  let draft: Draft
  switch try preparation.prepare(stored, in: store, on: face) {
  case .ended(let ending): return ending
  case .ready(let prepared): draft = prepared
  }
  let outcome = try face.run(Interview(setting, draft: draft)) { $0.perform(in: store) }
  switch outcome {
  case .suspended: return .suspended
  case .finished(let path): return .finished(handedIn: setting.round != nil, keepsake: path)
  }
}
