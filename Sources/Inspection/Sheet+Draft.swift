extension Sheet {
  /// The sheet that a draft becomes when it is handed in.
  ///
  /// An unsigned sheet keeps the answers only: no name, time, profile, note, plan or opinion (docs/design.md 4.4).
  public init(
    _ draft: Draft, of questionnaire: Questionnaire, as id: CheckedNumber, respondent: RespondentID, in round: Round
  ) {
    self.init(
      id: id, round: round.id, checklist: draft.checklist, role: draft.role,
      answers: questionnaire.answers(of: draft),
      signature: round.isSigned(for: draft.role)
        ? Signature(
          respondent: respondent, notes: questionnaire.notes(of: draft), plans: questionnaire.plans(of: draft)) : nil)
  }
}
