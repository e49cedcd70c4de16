/// Something that was done to a round; `round.log` holds one a line, in order.
public struct RoundEvent: Equatable, Sendable {
  /// What was done, with what has to be known of it later.
  public enum Kind: Equatable, Sendable {
    case opened
    case extended(deadline: CalendarDay, reason: String)
    /// With the digest of the box as it was then.
    case closed(box: String)
    case reopened(reason: String)
    /// A new slip code, instead of a lost one or for somebody who came later.
    case codeIssued(to: RespondentID)
    /// So many slip codes that nobody has were tried in one session, 1 or more; whose session it was is not known.
    case wrongCodes(Int)
    /// So many forms that were filled in elsewhere were taken in at once.
    case received(forms: Int)
    /// The person's submission and sheet were taken out again.
    case withdrawn(RespondentID)
    /// A damaged file of the round was mended; `file` is its name and `kept` that of the file as it was. `lost` are the
    /// editions that the log does not tell of any more, by audience and number.
    case repaired(file: String, kept: String, lost: [Edition] = [])
    /// Figures were given out; with the digest of what they were made of.
    case edition(Edition, digest: String)
    /// What stands beside the figures for an audience, follow-up, opinions and earlier rounds, was given out as it is; with
    /// the digest of it.
    case accompanied(digest: String, to: Audience = .office)
    /// What was handed in and who was asked was destroyed after the day of disposal.
    case purged
  }

  public var at: Timestamp
  public var kind: Kind

  public init(_ kind: Kind, at time: Timestamp) { (self.kind, at) = (kind, time) }

  public var isClosing: Bool { if case .closed = kind { true } else { false } }
}

/// What the log says of a round now: its deadline and whether it is closed.
public struct RoundStatus: Equatable, Sendable {
  /// That a closed round takes sheets again.
  public struct Reopening: Equatable, Sendable {
    public var at: Timestamp
    public var reason: String
    public init(at time: Timestamp, reason: String) { (at, self.reason) = (time, reason) }
  }

  public var deadline: CalendarDay
  public var closed: Timestamp?
  /// The digest of the box when the round was closed; nil for one that is open.
  public var closedBox: String?
  /// nil for a round that was never closed, and for one that is closed now.
  public var reopened: Reopening?
  /// When box, roster, codes and opinions were destroyed; nil while they have to be there.
  public var purged: Timestamp?

  public init(of round: Round, after events: [RoundEvent]) {
    deadline = round.deadline
    for event in events {
      switch event.kind {
      case .opened, .codeIssued, .wrongCodes, .received, .withdrawn, .repaired, .edition, .accompanied: break
      case .purged: purged = event.at
      case .extended(let deadline, _): self.deadline = deadline
      case .closed(let box): (closed, closedBox, reopened) = (event.at, box, nil)
      case .reopened(let reason):
        (closed, closedBox, reopened) = (nil, nil, Reopening(at: event.at, reason: reason))
      }
    }
  }
}

/// Who reads an edition.
public enum Audience: String, CaseIterable, Sendable {
  /// 内部用.
  case office = "internal"
  /// 公表用.
  case everyone = "public"
}

/// One set of a closed round's figures as it was given out: the first, or a correction (訂正版) with its reason.
public struct Edition: Equatable, Sendable {
  public var audience: Audience
  /// From 1, for each audience by itself.
  public var number: Int
  /// Why it corrects the one before; nil for the first.
  public var reason: String?
  /// The numbers of the earlier editions that were taken back from everybody who had one, so that nobody takes one from
  /// the other; of the office's alone.
  public var recalled: [Int]
  /// The version of the program that made it, which it keeps when a later one prints it again.
  public var program: String

  public init(
    to audience: Audience, number: Int, reason: String? = nil, recalled: [Int] = [], program: String = Version.text
  ) {
    (self.audience, self.number, self.reason) = (audience, number, reason)
    (self.recalled, self.program) = (recalled, program)
  }
}

/// The day of what stands beside the figures of an internal edition; docs/figures.md 9.
public struct Accompaniment: Equatable, Sendable {
  /// When it was first given out as it is, from the round's log.
  public var day: CalendarDay
  /// From 1, where it was given out in several states on one day.
  public var number: Int
  public init(day: CalendarDay, number: Int = 1) { (self.day, self.number) = (day, number) }
}

/// This program.
public enum Version {
  public static let text = "0.1.0"
}
