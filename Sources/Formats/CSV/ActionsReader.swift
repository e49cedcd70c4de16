import Inspection

extension TableReader where Column == ActionsFormat.Column, Detail == ActionDetail {
  mutating func action(_ row: Row) -> Action? {
    let id = text(.id, of: row)
    if !id.isEmpty { checkID(id, row) }
    let round = text(.round, of: row)
    _ = text(.kind, of: row)
    let subject = text(.subject, of: row)
    _ = text(.state, of: row)
    let kind: Action.Kind? = word(.kind, of: row) { $0.japanese }
    let due = day(.due, of: row)
    let state: Action.State? = word(.state, of: row) { $0.japanese }
    guard let kind, let state else { return nil }
    let items = row[.items].split { $0.isWhitespace || "、,，".contains($0) }.map { ItemID(String($0)) }
    return Action(
      id: ActionID(id), round: RoundID(round),
      matter: Action.Matter(kind: kind, items: items, subject: subject, ground: row[.ground]),
      cause: row[.cause], measure: row[.measure], owner: row[.owner], due: due, state: state)
  }

  private mutating func checkID(_ id: String, _ row: Row) {
    if ActionID(id).number == nil { note(.row(.malformedID(id)), at: row) } else { requireUnique(.id, of: row) }
  }
}
