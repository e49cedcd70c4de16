public import Inspection

/// What a number is that was typed as the 回答番号 of an earlier sheet.
public enum EarlierNumber: Equatable, Sendable {
  /// Of the person's own sheet, with what it answers.
  case sheet([Answer])
  /// Not a 回答番号 at all, but a slip code: both have twelve digits.
  case slipCode
  case unknown
  /// The box could not be read.
  case notRead(StoreFault)
}

/// Tells somebody who has handed in that it is so, and asks for the 回答番号 before anything is answered again.
public struct Replacement: Conversation, Equatable {
  public enum Effect: Equatable, Sendable {
    case lookUp(CheckedNumber)
  }

  public enum Outcome: Equatable, Sendable {
    /// The sheet that was handed in stands.
    case left
    /// The sheet of this number is to be replaced; `start` are its answers, where they are to be begun from.
    case replacing(CheckedNumber, start: [Answer]?)
  }

  private enum Step: Equatable {
    case standing, number
    case start(CheckedNumber, [Answer])
  }

  public private(set) var outcome: Outcome?
  private let setting: Setting
  /// nil where the submission cannot be read.
  private let receipt: String?
  private let isBegun: Bool
  private var step = Step.standing { didSet { mark = nil } }
  private var mark: Int?
  private var looking: CheckedNumber?
  private var attempt = 0
  private var notice: Page.Notice?

  /// - Parameters:
  ///   - receipt: the 受付番号 of the hand-in; nil where it cannot be read.
  ///   - isBegun: whether a draft is there that goes on, so that nothing is asked about where to begin.
  public init(in setting: Setting, receipt: String?, isBegun: Bool) {
    (self.setting, self.receipt, self.isBegun) = (setting, receipt, isBegun)
  }

  /// Takes one intent, and says what is to be done.
  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    notice = nil
    switch intent {
    case .choose(let digit):
      if let refusal = page.refusal(ofMarking: digit) { refuse(refusal) } else { mark = digit }
    case .next: act()
    case .submit(let text): return submit(text)
    case .numberLookedUp(let number): take(number)
    case .back: goBack()
    case .suspend, .interrupt, .hangUp, .abandon: outcome = .left
    case .keep: break
    default: refuse(.notHere)
    }
    return []
  }

  private mutating func act() {
    guard let digit = mark else { return refuse(.pressANumber) }
    switch step {
    case .standing: if digit == 1 { outcome = .left } else { step = .number }
    case .start(let number, let answers): outcome = .replacing(number, start: digit == 1 ? nil : answers)
    case .number: break
    }
  }

  private mutating func submit(_ text: String) -> [Effect] {
    attempt += 1
    guard let number = CheckedNumber(written: text) else {
      refuse(.numberMistyped)
      return []
    }
    looking = number
    return [.lookUp(number)]
  }

  private mutating func take(_ number: EarlierNumber) {
    guard let looked = looking else { return }
    looking = nil
    switch number {
    case .sheet(let answers):
      if isBegun { outcome = .replacing(looked, start: nil) } else { step = .start(looked, answers) }
    case .slipCode: notice = InterviewText.slipCode
    case .unknown: notice = InterviewText.unknownNumber
    case .notRead(let fault):
      notice = InterviewText.notice(for: fault, while: .lookingUp, contact: setting.round?.contact)
    }
  }

  private mutating func goBack() {
    switch step {
    case .standing: refuse(.notHere)
    case .number: step = .standing
    case .start: step = .number
    }
  }

  private mutating func refuse(_ reason: Refusal) { notice = InterviewText.notice(for: reason) }

  public var page: Page {
    var page = Page(banner: InterviewText.banner(of: setting), notice: notice, prompt: .options, commands: [])
    page.attempt = attempt
    page.commands = [Page.Offer(command: .next, label: InterviewText.decideLabel)]
    let back = Page.Offer(command: .back, label: InterviewText.label(of: .back))
    switch step {
    case .standing:
      page.heading = Page.Heading(section: InterviewText.standingHeading, clause: nil, code: nil)
      page.lead = InterviewText.standingLead(receipt: receipt)
      page.options = .numbered(InterviewText.standingOptions, marked: mark)
    case .number:
      page.heading = Page.Heading(section: InterviewText.standingHeading, clause: nil, code: nil)
      page.lead = InterviewText.replaceLead
      page.prompt = .text(label: InterviewText.replaceLabel, initial: "")
      page.commands = [Page.Offer(command: .next, label: InterviewText.checkLabel), back]
    case .start:
      page.heading = Page.Heading(section: InterviewText.startHeading, clause: nil, code: nil)
      page.lead = InterviewText.startLead
      page.options = .numbered(InterviewText.startOptions, marked: mark)
      page.commands.append(back)
    }
    return page
  }
}
