import Characters
import Inspection
import Jobs
import TextLayout

/// The Japanese of what became of the forms that came back.
enum ReceivingText {
  /// The table at the end: group by group, a file a line, then what to do with the files.
  static func table(of outcomes: [RoundReceiving.Outcome], isRehearsal: Bool) -> String {
    var lines: [String] = []
    for group in Group.allCases {
      let files = outcomes.filter { Group(of: $0.verdict) == group }
      guard !files.isEmpty else { continue }
      lines.append("【\(group.heading(isRehearsal: isRehearsal))】\(files.count)件")
      for outcome in files {
        lines += self.lines(of: outcome.verdict).enumerated().map { index, line in
          index == 0 ? "  \(outcome.file)  \(line)" : "    \(line)"
        }
      }
      lines.append("")
    }
    return (lines + advice(on: outcomes, isRehearsal: isRehearsal)).map { $0.revealed + "\n" }.joined()
  }

  /// Something was not taken; nil where everything was.
  static func failure(for outcomes: [RoundReceiving.Outcome]) -> Failure? {
    let left = outcomes.count { !$0.verdict.isTaken }
    return left == 0 ? nil : Failure(.badData, "\(left)件は受領していません。直したファイルだけを、もう一度指定してください。")
  }

  private enum Group: CaseIterable {
    case taken, alreadyHandedIn, faulty, noForm

    init(of verdict: RoundReceiving.Verdict) {
      self =
        switch verdict {
        case .taken, .copy: .taken
        case .alreadyHandedIn: .alreadyHandedIn
        case .faulty, .refused: .faulty
        case .foreign, .unreadable: .noForm
        }
    }

    func heading(isRehearsal: Bool) -> String {
      switch self {
      case .taken: isRehearsal ? "受領できます" : "受領しました"
      case .alreadyHandedIn: "提出済みのため、受領していません"
      case .faulty: "誤りがあり、受領していません"
      case .noForm: "点検票ではないため、受領していません"
      }
    }
  }

  private static func lines(of verdict: RoundReceiving.Verdict) -> [String] {
    switch verdict {
    case .taken(let person): [name(of: person)]
    case .copy(let file): ["\(file) と同じ内容です。一度だけ数えました。"]
    case .alreadyHandedIn(let person): ["\(name(of: person)) は提出済みです。用紙では差し替えられません。"]
    case .faulty(let faults, let refusal):
      ["誤り \(faults.count + (refusal == nil ? 0 : 1))件"] + [refusal.map(line)].compactMap { $0 }
        + FormFaultText.lines(of: faults)
    case .foreign(let foreign): [FormFaultText.sentence(for: foreign)]
    case .unreadable(let error): [FailureText.storage(error).lines.joined()]
    case .refused(let refusal): [line(for: refusal)]
    }
  }

  private static func name(of person: Respondent) -> String { "\(person.id) \(person.name)" }

  private static func line(for placed: RoundReceiving.PlacedRefusal) -> String {
    FormFaultText.line(sentence(for: placed.refusal), at: placed.place).trimmed()
  }

  private static func sentence(for refusal: RoundReceiving.Refusal) -> String {
    switch refusal {
    case .noIdentity: "どの点検回の用紙か分かりません。この点検回で作った用紙に書き直すか、tenken inspect --answers で入力してください。"
    case .otherRound(let round):
      round.map { "別の点検回（\($0)）の用紙です。" } ?? "点検回を決めずに作った用紙です。この点検回の用紙に書き直してください。"
    case .otherChecklist(let id): "この点検回では使わない点検票（\(id)）です。この点検回の用紙に書き直してください。"
    case .personMissing(let label): "「\(label)」が書かれていません。ご本人に確かめてください。"
    case .malformedCode: "点検コードが正しくありません（書き間違い）。ご本人に確かめてください。"
    case .unknownCode: "この点検コードの方は、対象の中にいません。前の点検コードではないかを確かめてください。"
    case .unknownPerson(let written): "\(written.quoted)という番号や氏名の方は、対象の中に一人に決まりません。"
    case .otherRole(let person): "\(name(of: person)) は、この点検票の対象ではありません。ほかの方の点検コードではないかを確かめてください。"
    case .several(let person, let files):
      "\(name(of: person)) の、答えの違う用紙が\(files.count)件あります（\(files.joined(separator: "、"))）。どれか一つだけにしてください。"
    }
  }

  private static func advice(on outcomes: [RoundReceiving.Outcome], isRehearsal: Bool) -> [String] {
    let taken = outcomes.filter(\.verdict.isTaken)
    if isRehearsal { return ["確かめただけで、何も書いていません。--dry-run を外すと、\(taken.count)件を受領します。"] }
    guard !taken.isEmpty else { return ["何も書いていません。"] }
    return ["次の\(taken.count)件は、だれの回答かが分かるので、確かに消してください（受信したメール、控え、ごみ箱も）。"]
      + taken.map { "  \($0.file)" }
  }
}
