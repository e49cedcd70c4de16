import Inspection

/// The letters of a round, by the words of `--kind`; each is a file of its own.
public enum LetterKind: String, CaseIterable, Sendable {
  case request, outline, slips, leaflet
  case leafletExcel = "leaflet-excel"
  case leafletPaper = "leaflet-paper"
  case reminder, memo, `extension`, receipts, report, executive, notice, training

  public var japanese: String {
    switch self {
    case .request: "依頼文"
    case .outline: "実施要領"
    case .slips: "配付表"
    case .leaflet: "案内（パソコン）"
    case .leafletExcel: "案内（Excel）"
    case .leafletPaper: "案内（紙）"
    case .reminder: "督促"
    case .memo: "未提出者の一覧"
    case .extension: "期限延長のお知らせ"
    case .receipts: "受領書"
    case .report: "報告の起案"
    case .executive: "執行機関への連絡"
    case .notice: "公表文"
    case .training: "研修の資料"
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
    /// Known only from the figures, which are counted when the letter is made.
    case nothingToTell
    /// What the round says of itself is more than one page holds.
    case tooLong
  }

  /// Whether it is filled from figures, which are given out as an edition: it is made only when asked for by name.
  public var hasFigures: Bool {
    switch self {
    case .report, .executive, .notice, .training: true
    case .request, .outline, .slips, .leaflet, .leafletExcel, .leafletPaper, .reminder, .memo, .extension, .receipts:
      false
    }
  }

  /// nil where it can be made.
  public func refusal(of source: LetterSource) -> Refusal? {
    let isClosed = source.status.closed != nil
    return switch self {
    case .request, .outline: nil
    case .slips: source.hasCodes ? nil : .noCodes
    case .leaflet, .leafletExcel, .leafletPaper: isClosed ? .closed : nil
    case .reminder, .memo:
      isClosed ? .closed : source.roles.allSatisfy { source.turnout(of: $0).missing.isEmpty } ? .nobodyMissing : nil
    case .extension: source.latestExtension == nil ? .notExtended : nil
    case .receipts: source.submissions.isEmpty ? .nothingHandedIn : nil
    case .report, .executive, .notice, .training: isClosed ? nil : .notClosed
    }
  }

  /// Whether it is made without being asked for by name: what invites to a round is of no use after its closing.
  public func isDue(in source: LetterSource) -> Bool {
    guard refusal(of: source) == nil else { return false }
    return switch self {
    case .request, .outline, .slips, .leaflet, .leafletExcel, .leafletPaper, .extension: source.status.closed == nil
    case .reminder, .memo: source.round.opens <= source.today
    case .receipts: true
    case .report, .executive, .notice, .training: false
    }
  }
}
