import Inspection

/// The letters of a round, by the words of `--kind`; each is a file of its own.
public enum LetterKind: String, CaseIterable, Sendable {
  case request, outline, slips, reminder, memo, `extension`, receipts, report, notice

  public var japanese: String {
    switch self {
    case .request: "依頼文"
    case .outline: "実施要領"
    case .slips: "配付表"
    case .reminder: "督促"
    case .memo: "未提出者の控え"
    case .extension: "期限延長のお知らせ"
    case .receipts: "受領書"
    case .report: "報告の起案"
    case .notice: "公表文"
    }
  }

  /// Why a letter cannot be made of a round as it is now.
  public enum Refusal: Error, Equatable, Sendable {
    /// The round has no slip codes.
    case noCodes
    case closed
    case nobodyMissing
    case notExtended
    case nothingHandedIn
    case notClosed
  }

  /// nil where it can be made.
  public func refusal(of source: LetterSource) -> Refusal? {
    let isClosed = source.status.closed != nil
    return switch self {
    case .request, .outline: nil
    case .slips: source.hasCodes ? nil : .noCodes
    case .reminder, .memo:
      isClosed ? .closed : source.roles.allSatisfy { source.turnout(of: $0).missing.isEmpty } ? .nobodyMissing : nil
    case .extension: source.latestExtension == nil ? .notExtended : nil
    case .receipts: source.submissions.isEmpty ? .nothingHandedIn : nil
    case .report, .notice: isClosed ? nil : .notClosed
    }
  }

  /// Whether it is made without being asked for by name: what invites to a round is of no use after its closing.
  public func isDue(in source: LetterSource) -> Bool {
    guard refusal(of: source) == nil else { return false }
    return switch self {
    case .request, .outline, .slips, .extension: source.status.closed == nil
    case .reminder, .memo: source.round.opens <= source.today
    case .receipts, .report, .notice: true
    }
  }
}
