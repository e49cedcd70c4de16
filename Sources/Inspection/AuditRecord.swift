/// One line of `audit.csv`: what the organisation claimed of an item, and what an auditor saw and found of it (policy 7).
public struct AuditRecord: Equatable, Sendable {
  /// Whether what was claimed could be seen.
  public enum Judgement: String, CaseIterable, Sendable {
    case confirmed, partly, notConfirmed

    /// Whether the review of policy 8 is told of it.
    public var isFinding: Bool { self != .confirmed }
  }

  /// Of the organisation's checklist.
  public var item: ItemID
  public var question: String
  /// The answer in words, and what was named to show it, as they stood when the item was drawn.
  public var claim: String
  public var evidence: String
  /// 確認したこと, 所見 and 確認者, which people fill in.
  public var seen: String
  public var finding: String
  public var auditor: String
  /// nil: not looked at yet.
  public var judgement: Judgement?
  public var day: CalendarDay?

  public init(
    item: ItemID, question: String, claim: String, evidence: String, seen: String = "", judgement: Judgement? = nil,
    finding: String = "", day: CalendarDay? = nil, auditor: String = ""
  ) {
    (self.item, self.question, self.claim, self.evidence) = (item, question, claim, evidence)
    (self.seen, self.judgement, self.finding) = (seen, judgement, finding)
    (self.day, self.auditor) = (day, auditor)
  }

  /// What was claimed of an item that is drawn now; nothing is seen of it yet.
  public init(drawn row: AnsweredItem) {
    self.init(
      item: row.item.id, question: row.item.question, claim: row.choice?.japanese ?? "",
      evidence: [row.reason, row.evidence].compactMap { $0 }.joined(separator: "、"))
  }
}

extension [AuditRecord] {
  /// How many items were judged so; nil counts those not judged yet.
  public func count(_ judgement: AuditRecord.Judgement?) -> Int { count { $0.judgement == judgement } }
}
