extension Sheet {
  /// The sheet that a draft becomes when it is handed in.
  ///
  /// An unsigned sheet keeps the answers only: no name, time, profile, note, plan or opinion (DESIGN 4). The
  /// organisation's sheet is always signed.
  public init(
    _ draft: Draft, of questionnaire: Questionnaire, as id: CheckedNumber, respondent: RespondentID, in round: Round
  ) {
    let isSigned = round.handIn == .signed || draft.role == .organisation
    self.init(
      id: id, round: round.id, checklist: draft.checklist, role: draft.role,
      answers: questionnaire.answers(of: draft),
      signature: isSigned ? Signature(respondent: respondent, notes: draft.notes, plans: draft.plans) : nil)
  }
}
