import Inspection

/// How the answers come in; by default the person types them in the interview.
struct EntryWay {
  /// The id of the person who enters them.
  var assistedBy: String?
  /// A paper form is keyed in.
  var isPaper = false
  var isTwice = false
  /// A form filled in with Excel.
  var answers: String?

  /// Whether the answers stand on a form rather than being told.
  var hasForm: Bool { isPaper || answers != nil }

  /// What cannot go together, in the order in which it is told; nil when all is well.
  func conflict(round: String?, kiosk: Bool) -> String? {
    let isUsed = assistedBy != nil || isPaper || answers != nil
    if isUsed, kiosk { return "共用の端末（--kiosk）では、--assisted-by、--paper、--answers は使えません。" }
    if assistedBy != nil || isPaper, round == nil { return "代理入力は、点検回（--round）でだけ使えます。" }
    if isPaper, assistedBy == nil { return "--paper には、入力する人を --assisted-by で指定してください。" }
    if isPaper, answers != nil { return "--paper と --answers は、どちらか一つを指定してください。" }
    if isTwice, !isPaper { return "--twice は、--paper と一緒に使います。" }
    return nil
  }

  /// Who enters the answers: staff or the organisation's respondent; nil where people enter their own.
  func helper(on roster: Roster) throws -> Respondent? {
    guard let assistedBy else { return nil }
    guard let helper = roster[RespondentID(assistedBy)] else {
      throw Failure(.usage, "名簿に「\(assistedBy)」という番号の人はいません。roster.csv の番号を確かめてください。")
    }
    guard helper.role != .member else {
      throw Failure(.usage, "\(helper.name)さんは議員です。代わりに入力できるのは、名簿の職員か組織の人です。")
    }
    return helper
  }
}
