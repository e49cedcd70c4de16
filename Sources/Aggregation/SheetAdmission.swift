public import Inspection

/// A decoded sheet and the file in `sheets/` it was read from.
public struct SheetFile: Equatable, Sendable {
  /// The file's name without its folder.
  public var file: String
  public var sheet: Sheet

  public init(file: String, sheet: Sheet) { (self.file, self.sheet) = (file, sheet) }

  var isNamedAfterSheet: Bool { file == "\(sheet.id.digits).json" }
}

/// Which of the handed-in sheets count, and which are left out for what reason; the same for any order of the files.
///
/// The one place that decides whether a sheet counts: it does when it keeps the `SheetRules` of the round, lies in the
/// file of its own number, and repeats no sheet that counts already.
public struct SheetAdmission: Equatable, Sendable {
  /// In the order of their 控え番号.
  public var counted: [Sheet]
  /// In the order of their file names.
  public var leftOut: [LeftOut]

  /// - Parameters:
  ///   - files: every sheet that could be decoded.
  ///   - unreadable: the files in `sheets/` that could not, with the reason.
  ///   - checklists: the frozen checklists of the round, one per role at most.
  public init(
    of files: [SheetFile], unreadable: [LeftOut] = [], in round: Round, answering checklists: [Checklist]
  ) {
    let rules = SheetRules(of: round, answering: checklists)
    let named = Set(files.filter(\.isNamedAfterSheet).map(\.sheet.id))
    var candidates: [SheetFile] = []
    leftOut = unreadable
    for file in files {
      let reason: LeftOut.Reason? =
        if let fault = rules.fault(of: file.sheet) {
          fault
        } else if file.isNamedAfterSheet {
          nil
        } else {
          named.contains(file.sheet.id) ? .duplicateNumber(file.sheet.id) : .misnamed(file.sheet.id)
        }
      if let reason {
        leftOut.append(LeftOut(file: file.file, reason: reason, role: file.sheet.role))
      } else {
        candidates.append(file)
      }
    }
    counted = []
    var numbers: Set<CheckedNumber> = []
    var signers: Set<RespondentID> = []
    var hasOrganisation = false
    for file in candidates.sorted(by: { $0.sheet.id < $1.sheet.id }) {
      let reason =
        // Two of one name: one of them is packed.
        numbers.insert(file.sheet.id).inserted
        ? Self.repetition(of: file.sheet, after: &signers, hasOrganisation: &hasOrganisation)
        : .duplicateNumber(file.sheet.id)
      if let reason {
        leftOut.append(LeftOut(file: file.file, reason: reason, role: file.sheet.role))
      } else {
        counted.append(file.sheet)
      }
    }
    leftOut.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
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
