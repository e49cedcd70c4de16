import Aggregation
import Formats
import Inspection
import Jobs
import Reporting
import Storage
import TextLayout

/// Why something cannot be done to a round, and what to do.
enum RoundRefusalText {
  /// nil for an error that is none of these.
  static func failure(for error: any Error) -> Failure? {
    switch error {
    case let refusal as RoundCreation.Refusal: creation(refusal)
    case let refusal as RoundExtension.Refusal: `extension`(refusal)
    case let refusal as RoundClosing.Refusal: closing(refusal)
    case let refusal as SlipRenewal.Refusal: renewal(refusal)
    case let refusal as RoundWithdrawal.Refusal: withdrawal(refusal)
    case let refusal as RoundNotClosed: notClosed(refusal)
    case let refusal as RoundPurge.Refusal: PurgeText.failure(for: refusal)
    case let missing as RoundActions.NoList:
      Failure(
        .noInput, "\(missing.list) は、まだありません。",
        "締め切った後に tenken round actions \(ShellWord.quoted(missing.round)) --propose で候補を書けます。")
    case is AuditDrawing.NoSheet: Failure(.notYet, "組織の回答票が提出されていないため、引く項目がありません。")
    default: nil
    }
  }

  /// Before closing there are no figures.
  static func noFigures(of round: String) -> Failure {
    Failure(.notYet, "締め切る前なので、提出の状況だけを示しました。", "tenken round close \(ShellWord.quoted(round)) で締め切ると集計できます。")
  }

  /// What a sheet that does not count means for whoever asks; nil for one that does.
  static func failure(for receipt: RoundReceipt) -> Failure? {
    switch receipt {
    case .counted: nil
    case .leftOut(let leftOut, let contact):
      Failure(
        .badData, "この回答票はありますが、集計に入りません（\(line(of: leftOut))）。",
        "お問い合わせ：\(contact.office) 電話 \(contact.telephone)")
    case .unknown: Failure(.noInput, "この回答番号の回答票は見つかりませんでした。番号を確かめてください。")
    }
  }

  /// The box has lines that nobody can read, so that it should not be backed up over a better one; nil for none.
  ///
  /// What was asked for is done all the same.
  static func failure(unreadable lines: [LeftOut]) -> Failure? {
    guard !lines.isEmpty else { return nil }
    return Failure(
      .badData,
      lines: FaultText.told(lines, line)
        + ["読めない行は、数えずにそのまま残してあります。ほかは済みました。バックアップがあれば、比べて戻してください。上書きはしないでください。"])
  }

  /// A line of the box that cannot be read: which, what it is and why.
  static func line(of unreadable: LeftOut) -> String {
    "\(RoundFolder.File.box):\(unreadable.line): \(LeftOutTable.sentence(for: unreadable))"
  }

  private static func creation(_ refusal: RoundCreation.Refusal) -> Failure {
    switch refusal {
    case .faults(let faults):
      Failure(.usage, lines: FaultText.told(faults) { RoundQuestionText.sentence(for: $0, naming: .options) })
    }
  }

  private static func `extension`(_ refusal: RoundExtension.Refusal) -> Failure {
    switch refusal {
    case .reasonMissing: UsageText.wrong("延ばす理由を、--why で書いてください。理由は記録に残ります。")
    case .closed: Failure(.notYet, "締め切った点検回の期限は延ばせません。")
    case .notLater(let deadline): Failure(.usage, "新しい期限は、今の期限（\(deadline.japanese)）より後の日にしてください。")
    }
  }

  private static func closing(_ refusal: RoundClosing.Refusal) -> Failure {
    switch refusal {
    case .alreadyClosed(let day): Failure(.notYet, "この点検回は\(day.japanese)に締め切られています。")
    case .deadlineAhead(let deadline):
      Failure(.notYet, "期限（\(deadline.japanese)）がまだ過ぎていません。", "今すぐ締め切るときは --early を付けてください。")
    case .notClosed: Failure(.notYet, "この点検回は締め切られていないので、再開は要りません。今も受け付けています。")
    case .reasonMissing: UsageText.wrong("再開する理由を、--why で書いてください。理由は記録に残ります。")
    }
  }

  private static func renewal(_ refusal: SlipRenewal.Refusal) -> Failure {
    switch refusal {
    case .noCodes: Failure(.usage, "この点検回には点検コードがありません。名前を選んで始めます。")
    case .closed: Failure(.notYet, "締め切った点検回の点検コードは作れません。")
    case .notOnRoster(let number, let roster):
      Failure(.usage, "番号「\(number)」は名簿にありません。", "途中から加わった方は、先に \(roster) に書いてください。")
    case .exempt(let number, let reason): Failure(.usage, "番号「\(number)」の方は対象外です（\(reason)）。")
    }
  }

  private static func withdrawal(_ refusal: RoundWithdrawal.Refusal) -> Failure {
    switch refusal {
    case .closed: Failure(.notYet, "締め切った点検回の提出は取り消せません。")
    case .notOnRoster(let number, let roster): Failure(.usage, "番号「\(number)」は名簿（\(roster)）にありません。何も変えていません。")
    case .notHandedIn(let number): Failure(.usage, "番号「\(number)」の方は、まだ提出していません。何も変えていません。")
    case .unknownNumber:
      Failure(
        .noInput, "この回答番号の回答票は見つかりませんでした。何も変えていません。", "番号を確かめてください。番号がだれにも分からないときは、取り消せません。")
    }
  }

  private static func notClosed(_ refusal: RoundNotClosed) -> Failure {
    let (fact, remedy) =
      switch refusal.asked {
      case .opinions: ("締め切る前なので、ご意見はまだ読めません。", "読めます")
      case .actions: ("締め切る前なので、候補はまだありません。", "書けます")
      case .review: ("締め切る前なので、まだ検討できません。", "、用紙を作れます")
      case .audit: ("締め切る前は、組織の回答を示しません。", "引けます")
      }
    return Failure(.notYet, fact, "tenken round close \(ShellWord.quoted(refusal.round)) で締め切ると\(remedy)。")
  }
}

/// The Japanese of taking back and mending.
enum RepairText {
  static let nothing = "直すところはありません。"

  static func withdrawn(_ respondent: String) -> String {
    "番号「\(respondent)」の方の提出を取り消しました。もう一度提出できます。".printable
  }

  /// What would be done; nothing is changed yet.
  static func failure(for repair: RoundRepair) -> Failure {
    Failure(.badData, lines: facts(of: repair) + ["--write を付けて実行すると直します。前のファイルは別の名前で残します。何も変えていません。"])
  }

  static func lines(for repair: RoundRepair, kept: String) -> [String] {
    facts(of: repair) + ["直しました。前のファイルは \(kept) です。tenken round status で確かめてください。"]
  }

  private static func facts(of repair: RoundRepair) -> [String] {
    switch repair {
    case .log(let lines, _, let faults):
      (lines.isEmpty ? [] : ["round.log の\(lines.map(String.init).joined(separator: "、"))行目が読めません。読める行だけを残します。"])
        + faults.map(VerifyText.line)
        + (faults.isEmpty ? [] : ["抜けた行は戻りません。抜けたことを記録に残します。"])
    case .box(_, let box):
      ["box.ndjson の件数を、今ある行（\(FailureText.words(for: box.counts))）に合わせます。"]
    }
  }
}
