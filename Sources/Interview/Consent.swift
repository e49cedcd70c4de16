public import Inspection

/// Asks a person to agree that somebody else will know the answers, before anything is entered or kept.
public struct Consent: Conversation, Equatable {
  /// It asks nothing of the outside.
  public typealias Effect = Void

  public enum Outcome: Equatable, Sendable {
    case agreed
    /// Nothing is entered; an own draft from before stays as it was.
    case declined
    case left
  }

  public private(set) var outcome: Outcome?
  private let setting: Setting
  private let assistance: Assistance
  private var choice: Choice?
  private var notice: Page.Notice?

  public init(to assistance: Assistance, in setting: Setting) {
    self.assistance = assistance
    self.setting = setting
  }

  /// Like a question's page: a digit chooses, Enter goes on, and Enter alone answers nothing.
  public var page: Page {
    var page = Page(banner: InterviewText.banner(of: setting), notice: notice, prompt: .options, commands: [])
    page.heading = Page.Heading(section: AssistanceText.consentHeading, clause: nil, code: nil)
    page.lead = AssistanceText.consentLead(assistance)
    page.options = [Choice.yes, .no].map { choice in
      Page.Option(
        digit: choice.digit, label: FormLines.label(of: choice, on: .consent), isChosen: choice == self.choice)
    }
    page.status = InterviewText.status(of: page.options.first(where: \.isChosen))
    page.commands = [
      Page.Offer(command: .next, label: InterviewText.label(of: .next)),
      Page.Offer(command: .suspend, label: ReceptionText.leave),
    ]
    return page
  }

  /// Takes one intent, and says what is to be done.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    notice = nil
    switch intent {
    case .choose(let digit):
      let chosen = Choice(digit: digit)
      if chosen == .yes || chosen == .no { choice = chosen } else { refuse(.notOffered(digit)) }
    case .next:
      switch choice {
      case .yes: outcome = .agreed
      case .no: outcome = .declined
      default: refuse(.pressANumber)
      }
    case .suspend, .interrupt, .hangUp, .abandon, .back: outcome = .left
    default: refuse(.pressANumber)
    }
    return []
  }

  private mutating func refuse(_ reason: Refusal) { notice = InterviewText.notice(for: reason) }
}
