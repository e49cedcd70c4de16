public import Inspection

/// Finds out whose inspection it is before the interview begins: by slip code, by name, or by role alone.
public struct Reception: Conversation, Equatable {
  /// Whom a round or a personal inspection lets in, and how.
  public enum Door: Equatable, Sendable {
    /// A round with slip codes.
    case code
    /// A round whose people trust each other: role, then name.
    case names([Respondent])
    /// A personal inspection: role only.
    case roles([Role])
  }

  public enum Effect: Equatable, Sendable {
    /// Look the code up, but not before so much time has passed.
    case admit(CheckedNumber, after: Duration)
  }

  public enum Outcome: Equatable, Sendable {
    case respondent(RespondentID)
    case role(Role)
    case left
  }

  public private(set) var outcome: Outcome?
  private let door: Door
  private let title: String
  private let occasion: String
  /// On a shared screen nobody gets out without the supervisor's code.
  private let isShared: Bool
  private var role: Role? { didSet { mark = nil } }
  /// Who was chosen from the names and has not said yet that it is so.
  private var chosen: Respondent? { didSet { mark = nil } }
  /// The option that a digit has marked: Enter acts on it.
  private var mark: Int?
  /// How many codes were typed, right or wrong.
  private var attempt = 0
  private var notice: Page.Notice?
  /// How many codes were looked up and not found, since the reception began.
  private var wrongCodes = 0

  public init(_ door: Door, assembly: String, round: Round?, isShared: Bool = false) {
    self.door = door
    self.isShared = isShared
    title = ReceptionText.title(of: assembly)
    occasion = round?.title ?? ReceptionText.personal
  }

  /// Takes one intent, and says what is to be done.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    notice = nil
    switch intent {
    case .hangUp: outcome = .left
    case .abandon: (role, chosen) = (nil, nil)
    case .suspend, .interrupt: leave()
    case .submit(let text):
      attempt += 1
      guard let code = CheckedNumber(written: text) else {
        notice = ReceptionText.notice(for: .mistyped)
        return []
      }
      return [.admit(code, after: pause)]
    case .admitted(let person): chosen = person
    case .dismissed: outcome = .left
    case .admissionRefused(let refusal):
      if refusal == .unknownCode { wrongCodes += 1 }
      notice = ReceptionText.notice(for: refusal, pause: pause)
    case .choose(let digit):
      if page.refusal(ofMarking: digit) == nil { mark = digit } else { notice = ReceptionText.pressANumber }
    case .next: act()
    case .keep: break
    case .select(let row):
      let people = people
      if chosen == nil, people.indices.contains(row) { chosen = people[row] }
    case .back:
      if chosen != nil {
        chosen = nil
      } else if role != nil {
        role = nil
      } else {
        leave()
      }
    default: notice = ReceptionText.pressANumber
    }
    return []
  }

  public var page: Page {
    var page = Page(
      banner: Page.Banner(title: title, occasion: occasion, role: ""), notice: notice, prompt: .options, commands: [])
    page.commands = isShared ? [] : [Page.Offer(command: .suspend, label: ReceptionText.leave)]
    page.attempt = attempt
    let decide = Page.Offer(command: .next, label: ReceptionText.choose)
    switch door {
    case _ where chosen != nil:
      page.heading = Page.Heading(section: ReceptionText.nameCheckHeading, clause: nil, code: nil)
      page.question = chosen.map { ReceptionText.nameCheck(of: $0) }
      page.options = ReceptionText.nameCheckOptions.map {
        Page.Option(digit: $0.digit, label: $1, isChosen: $0.digit == mark)
      }
      page.commands = [decide, Page.Offer(command: .back, label: ReceptionText.back)]
    case .code:
      page.heading = Page.Heading(section: ReceptionText.codeHeading, clause: nil, code: nil)
      page.lead = ReceptionText.codeLead
      page.prompt = .text(label: ReceptionText.codeLabel, initial: "")
      page.commands =
        [Page.Offer(command: .next, label: ReceptionText.enter)]
        + (isShared ? [] : [Page.Offer(command: .back, label: ReceptionText.leave)])
    case .names where role != nil:
      page.heading = Page.Heading(section: ReceptionText.nameHeading, clause: nil, code: nil)
      page.rows = people.map { Page.Row(mark: "", label: $0.name) }
      page.prompt = .rows(anchor: 0)
      page.commands = [decide, Page.Offer(command: .back, label: ReceptionText.back)]
    case .names, .roles:
      page.heading = Page.Heading(section: ReceptionText.roleHeading, clause: nil, code: nil)
      page.lead = ReceptionText.roleLead
      page.options = .numbered(roles.map { ReceptionText.label(of: $0) }, marked: mark)
      page.commands.insert(decide, at: 0)
    }
    return page
  }

  /// Two mistakes are free; then each doubles the time, so that nobody tries codes by the hundred. Check digits catch what
  /// is only mistyped.
  private var pause: Duration {
    wrongCodes < 2 ? .zero : .seconds(min(1 << min(wrongCodes - 1, 4), 15))
  }

  private mutating func leave() {
    if isShared { notice = ReceptionText.supervisorOnly } else { outcome = .left }
  }

  private mutating func act() {
    guard let digit = mark else {
      notice = ReceptionText.pressANumber
      return
    }
    mark = nil
    if let chosen {
      // One wrong row or a neighbour's slip would put answers under another person's name.
      if digit == Choice.yes.digit { outcome = .respondent(chosen.id) } else { self.chosen = nil }
      return
    }
    switch door {
    case .roles: outcome = .role(roles[digit - 1])
    case .names: role = roles[digit - 1]
    case .code: break
    }
  }

  private var roles: [Role] {
    switch door {
    case .code: []
    case .roles(let roles): roles
    case .names(let people): Set(people.map(\.role)).sorted()
    }
  }

  private var people: [Respondent] {
    guard case .names(let everyone) = door else { return [] }
    return everyone.filter { $0.role == role }
  }
}
