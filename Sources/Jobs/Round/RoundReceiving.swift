import Characters
public import Formats
public import Inspection
public import Storage

/// Takes in the forms that came back from Excel, as many as there are, with one write: `tenken round receive`.
///
/// What is wrong with one file keeps none of the others out, and nothing of a faulty one is written.
public struct RoundReceiving {
  /// What became of one file.
  public struct Outcome: Equatable, Sendable {
    public var file: String
    public var verdict: Verdict
  }

  /// What became of one form.
  public enum Verdict: Equatable, Sendable {
    case taken(Respondent)
    /// The same person says the same in another file of the batch, which counts.
    case copy(of: String)
    /// Of these people there is a sheet already, which a form cannot replace.
    case alreadyHandedIn(Respondent)
    case refused(PlacedRefusal)
    /// With what is wrong beside the answers, so that all is told at once.
    case faulty([FormFault], PlacedRefusal?)
    case foreign(ForeignFile)
    case unreadable(StorageError)

    fileprivate var refusal: Refusal? {
      switch self {
      case .refused(let placed), .faulty(_, let placed?): placed.refusal
      default: nil
      }
    }

    /// Whether the person's answers are in the box by this batch.
    public var isTaken: Bool {
      switch self {
      case .taken, .copy: true
      default: false
      }
    }
  }

  /// Why a form that can be read is not this person's form of this round.
  public enum Refusal: Error, Equatable, Sendable {
    /// It does not say which form it is.
    case noIdentity
    /// Of that round; nil for a form that was made for none.
    case otherRound(RoundID?)
    /// Its checklist is not, or no more, one that the round asks.
    case otherChecklist(ChecklistID)
    case personMissing(label: String)
    /// What is written there is no slip code: a digit too few, or a slip of the finger.
    case malformedCode
    /// A slip code of nobody who is asked.
    case unknownCode
    /// Neither a number on the roster nor the name of exactly one who is asked.
    case unknownPerson(String)
    /// The code is that of somebody who answers another checklist.
    case otherRole(Respondent)
    /// These files say different things for one person.
    case several(Respondent, files: [String])
  }

  /// Why it is refused, and the cell that shows it; the file where none does.
  public struct PlacedRefusal: Equatable, Sendable {
    public var refusal: Refusal
    public var place: FormFault.Place

    public init(_ refusal: Refusal, at place: FormFault.Place = .file) { (self.refusal, self.place) = (refusal, place) }
  }

  /// No file stands where the forms should be.
  public struct Nothing: Error, Equatable, Sendable { public init() {} }

  private let folder: RoundFolder
  private let surroundings: Surroundings
  private let people: [Respondent]
  private let codes: [CodeEntry]
  private let submitted: Set<RespondentID>
  private let questionnaires: [Role: Questionnaire]

  /// - Throws: `VisitRefusal.roundClosed` or a `StorageError`.
  public init(_ path: String, in surroundings: Surroundings) throws {
    folder = try RoundFolder(path)
    self.surroundings = surroundings
    if folder.status.closed != nil { throw VisitRefusal.roundClosed(folder.round.contact) }
    people = try folder.roster().invited(to: folder.round)
    codes = try folder.codes()
    submitted = try folder.box().submitted
    var questionnaires: [Role: Questionnaire] = [:]
    for frozen in folder.round.checklists where folder.round.asks(frozen.role) {
      questionnaires[frozen.role] = Questionnaire(
        checklist: try folder.checklist(of: frozen.role).checklist, round: folder.round)
    }
    self.questionnaires = questionnaires
  }

  /// Reads all files and, unless it is a rehearsal, writes once what is in order.
  ///
  /// - Parameter paths: files, and folders of which every file is meant but those that Excel keeps beside an open one.
  /// - Throws: `Nothing`, `StorageError` or `HandInRefusal`; nothing is then written.
  public func receive(_ paths: [String], isRehearsal: Bool, tell: Tell) throws -> [Outcome] {
    let files = try Self.files(at: paths)
    if files.isEmpty { throw Nothing() }
    var read: [(file: String, result: Result<Received, Refused>)] = []
    for (index, file) in files.enumerated() {
      tell(.progress(.readingForms, done: index, total: files.count))
      read.append((file, result(of: file)))
    }
    tell(.progress(.readingForms, done: files.count, total: files.count))
    var outcomes = Self.settled(read)
    guard !isRehearsal else { return outcomes.map(\.outcome) }
    writeDownWrongCodes(in: outcomes)
    let taken = outcomes.compactMap(\.received)
    guard !taken.isEmpty else { return outcomes.map(\.outcome) }
    var generator = surroundings.generator()
    let late = try HandIn.performTogether(
      taken.map { form in
        (HandIn(to: folder, by: form.person, of: form.questionnaire, drafts: surroundings.drafts), draft(of: form))
      }, in: folder.path, using: &generator, at: surroundings.clock())
    for index in outcomes.indices {
      guard let person = outcomes[index].received?.person, late.contains(person.id) else { continue }
      let file = outcomes[index].outcome.file
      for other in outcomes.indices where other == index || outcomes[other].outcome.verdict == .copy(of: file) {
        outcomes[other].outcome.verdict = .alreadyHandedIn(person)
      }
    }
    return outcomes.map(\.outcome)
  }

  // MARK: Files

  private static func files(at paths: [String]) throws(StorageError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard Disk.isFolder(path) else {
        files.append(path)
        continue
      }
      let folder = path.droppingSlashes
      files += try Disk.names(in: path).filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.map { folder + "/" + $0 }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  // MARK: One file

  /// A form in order, and whose it is.
  private struct Received {
    var person: Respondent
    var questionnaire: Questionnaire
    var form: FilledForm
  }

  private struct Refused: Error {
    var verdict: Verdict

    init(_ verdict: Verdict) { self.verdict = verdict }

    init(_ refusal: Refusal, at place: FormFault.Place = .file) {
      verdict = .refused(PlacedRefusal(refusal, at: place))
    }

    init(_ error: FormFileError) {
      switch error {
      case .foreign(let foreign): verdict = .foreign(foreign)
      case .faults(let faults): verdict = .faulty(faults, nil)
      }
    }
  }

  private func result(of file: String) -> Result<Received, Refused> {
    do throws(Refused) { return .success(try received(file)) } catch { return .failure(error) }
  }

  private func received(_ path: String) throws(Refused) -> Received {
    let bytes: [UInt8]
    do throws(StorageError) { bytes = try Disk.read(path, upTo: .table) } catch { throw Refused(.unreadable(error)) }
    let file: FormFile
    do throws(FormFileError) { file = try FormFile(bytes) } catch { throw Refused(error) }
    let questionnaire = try questionnaire(of: file.identity)
    let holder: Result<Respondent, Refused>
    do throws(Refused) {
      holder = .success(try person(file.person, answering: questionnaire.checklist.role))
    } catch { holder = .failure(error) }
    let form: FilledForm
    do throws(FormFileError) {
      form = try file.form(for: FormLines(of: questionnaire), requiringConsent: true)
    } catch {
      guard case .faults(let faults) = error, case .failure(let refused) = holder,
        case .refused(let refusal) = refused.verdict, !faults.contains(where: { $0.place == refusal.place })
      else { throw Refused(error) }
      throw Refused(.faulty(faults, refusal))
    }
    let person = try holder.get()
    if submitted.contains(person.id) { throw Refused(.alreadyHandedIn(person)) }
    return Received(person: person, questionnaire: questionnaire, form: form)
  }

  private func questionnaire(of identity: FormIdentity?) throws(Refused) -> Questionnaire {
    guard let identity else { throw Refused(Refusal.noIdentity) }
    guard identity.round == folder.round.id else { throw Refused(.otherRound(identity.round)) }
    let frozen = folder.round.checklists.first { $0.digests.contains(identity.digest) }
    guard let frozen, let questionnaire = questionnaires[frozen.role], questionnaire.checklist.id == identity.checklist
    else { throw Refused(.otherChecklist(identity.checklist)) }
    return questionnaire
  }

  private func person(_ written: FormFile.Person, answering role: Role) throws(Refused) -> Respondent {
    do throws(Refusal) {
      let label = folder.round.hasCodes ? FormLines.codeLabel : FormLines.nameLabel
      guard let text = written.text else { throw .personMissing(label: label) }
      let person = folder.round.hasCodes ? try holder(of: text) : try named(text)
      guard person.role == role else { throw .otherRole(person) }
      return person
    } catch { throw Refused(error, at: written.place) }
  }

  private func holder(of written: String) throws(Refusal) -> Respondent {
    // A spreadsheet that takes the code for a number drops the naughts that it begins with.
    let padded = String(repeating: "0", count: max(0, CheckedNumber.length - written.unicodeScalars.count)) + written
    guard let code = CheckedNumber(written: written) ?? CheckedNumber(written: padded) else { throw .malformedCode }
    let id = SlipCodes.respondent(with: code, in: codes)
    guard let person = people.first(where: { $0.id == id }) else { throw .unknownCode }
    return person
  }

  private func named(_ written: String) throws(Refusal) -> Respondent {
    if let person = people.first(where: { $0.id.rawValue == written.folded() }) { return person }
    let name = written.withoutWhiteSpace()
    let found = people.filter { $0.name.withoutWhiteSpace() == name }
    guard found.count == 1, let person = found.first else { throw .unknownPerson(written) }
    return person
  }

  /// As at the door: those that could be somebody's, and are nobody's.
  private func writeDownWrongCodes(in outcomes: [Settled]) {
    let wrongCodes = WrongCodes(in: folder.path, clock: surroundings.clock)
    for (outcome, _) in outcomes where outcome.verdict.refusal == .unknownCode { wrongCodes.add() }
    wrongCodes.writeDown()
  }

  // MARK: The batch

  /// What becomes of a file, and what is to be handed in of it; nil where nothing is.
  private typealias Settled = (outcome: Outcome, received: Received?)

  /// Lets each person count once: the first file of those that say the same, and none of those that do not.
  private static func settled(_ read: [(file: String, result: Result<Received, Refused>)]) -> [Settled] {
    var files: [RespondentID: [(file: String, form: FilledForm)]] = [:]
    for case (let file, .success(let received)) in read {
      files[received.person.id, default: []].append((file, received.form))
    }
    return read.map { file, result in
      switch result {
      case .failure(let refused): return (Outcome(file: file, verdict: refused.verdict), nil)
      case .success(let received):
        let own = files[received.person.id] ?? []
        let person = received.person
        if !own.allSatisfy({ $0.form == received.form }) {
          return (Outcome(file: file, verdict: .refused(PlacedRefusal(.several(person, files: own.map(\.file))))), nil)
        }
        if let first = own.first?.file, first != file { return (Outcome(file: file, verdict: .copy(of: first)), nil) }
        return (Outcome(file: file, verdict: .taken(person)), received)
      }
    }
  }

  private func draft(of received: Received) -> Draft {
    let checklist = received.questionnaire.checklist
    var draft = Draft(
      round: folder.round.id,
      checklist: ChecklistReference(
        id: checklist.id, version: checklist.version, digest: received.form.identity?.digest ?? ""),
      role: received.person.role, respondent: received.person.id, entry: Draft.Entry(mode: .paper),
      started: surroundings.clock())
    draft.take(received.form)
    return draft
  }
}
