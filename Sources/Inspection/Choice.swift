/// An answer to an item, with the digit that means it on every item (docs/design.md 6).
public enum Choice: String, CaseIterable, Sendable, Hashable {
  case yes
  case partial
  case no
  case unknown
  case notApplicable = "not_applicable"
  case alternative

  /// The key that chooses it, 1–6; the same on every item.
  public var digit: Int {
    switch self {
    case .yes: 1
    case .partial: 2
    case .no: 3
    case .unknown: 4
    case .notApplicable: 5
    case .alternative: 6
    }
  }

  public init?(digit: Int) {
    guard let match = Self.allCases.first(where: { $0.digit == digit }) else { return nil }
    self = match
  }

  /// Whether it is done as asked or in another way.
  public var isKept: Bool { self == .yes || self == .alternative }

  /// Whether the item applies to whoever answers so.
  public var applies: Bool { self != .notApplicable }

  /// Whether a plan or an explanation is called for (課題): partly, no, or not known.
  public var needsAttention: Bool { self == .partial || self == .no || self == .unknown }

  /// Whether an improvement plan is offered for it (docs/design.md 6: for what is no or partial).
  public var invitesPlan: Bool { self == .partial || self == .no }

  /// Whether something can show it (organisation): what is done, in whole, in part or in another way.
  public var invitesEvidence: Bool { self == .yes || self == .partial || self == .alternative }
}
