public import Inspection

/// A decoded sheet and the line of the box it was read from.
public struct PlacedSheet: Equatable, Sendable {
  /// From 1.
  public var line: Int
  public var sheet: Sheet

  public init(line: Int, sheet: Sheet) { (self.line, self.sheet) = (line, sheet) }
}

/// Which of the handed-in sheets count, and which are left out for what reason; the same for any order of the lines.
///
/// The one place that decides whether a sheet counts: it does when it keeps the `SheetRules` of the round and repeats no
/// sheet that counts already.
public struct SheetAdmission: Equatable, Sendable {
  /// In the order of their 回答番号.
  public var counted: [Sheet]
  /// In the order of their lines.
  public var leftOut: [LeftOut]

  /// - Parameters:
  ///   - sheets: every sheet that could be decoded.
  ///   - unreadable: the lines that could not, with the reason.
  ///   - checklists: the frozen checklists of the round, one per role at most.
  ///   - roster: who may have signed.
  public init(
    of sheets: [PlacedSheet], unreadable: [LeftOut] = [], in round: Round, answering checklists: [Checklist],
    by roster: Standings
  ) {
    let rules = SheetRules(of: round, answering: checklists, by: roster)
    var candidates: [PlacedSheet] = []
    leftOut = unreadable
    for placed in sheets {
      if let reason = rules.fault(of: placed.sheet) {
        leftOut.append(LeftOut(line: placed.line, reason: reason, role: placed.sheet.role))
      } else {
        candidates.append(placed)
      }
    }
    counted = []
    var numbers: Set<CheckedNumber> = []
    var signers: Set<RespondentID> = []
    var hasOrganisation = false
    for placed in candidates.sorted(by: { ($0.sheet.id, $0.line) < ($1.sheet.id, $1.line) }) {
      let reason =
        numbers.insert(placed.sheet.id).inserted
        ? Self.repetition(of: placed.sheet, after: &signers, hasOrganisation: &hasOrganisation)
        : .duplicateNumber(placed.sheet.id)
      if let reason {
        leftOut.append(LeftOut(line: placed.line, reason: reason, role: placed.sheet.role))
      } else {
        counted.append(placed.sheet)
      }
    }
    leftOut.sort { $0.line < $1.line }
  }

  private static func repetition(
    of sheet: Sheet, after signers: inout Set<RespondentID>, hasOrganisation: inout Bool
  ) -> LeftOut.Reason? {
    if sheet.role == .organisation {
      defer { hasOrganisation = true }
      return hasOrganisation ? .secondOrganisationSheet : nil
    }
    guard let respondent = sheet.signature?.respondent else { return nil }
    return signers.insert(respondent).inserted ? nil : .duplicateRespondent(respondent)
  }
}
