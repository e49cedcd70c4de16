public import Inspection

/// What a word processor fills letters of the office's own with (差し込み印刷): a row for each person who is asked.
///
/// It tells nothing of any answer, nor who has begun.
public enum MergeData {
  public static let headings = [
    "番号", "氏名", "役割", "敬称", "点検コード", "提出", "点検の名称", "提出の期限", "答え方", "担当", "電話",
  ]

  /// The heading and the rows, in the order of the roster.
  ///
  /// - Parameter codes: the slip codes where the office has them at hand; the field is empty without.
  public static func rows(of source: LetterSource, codes: [RespondentID: CheckedNumber]) -> [[String]] {
    let missing = Set(source.roles.flatMap { source.turnout(of: $0).missing.map(\.id) })
    return [headings]
      + source.asked.map { person in
        [
          person.id.rawValue, person.name, source.policy.name(of: person.role), LetterSource.honorific(of: person),
          codes[person.id]?.grouped ?? "", missing.contains(person.id) ? "未" : "済", source.round.title,
          source.status.deadline.japaneseWithWeekday, source.ways.joined(), source.office,
          source.round.contact.telephone,
        ]
      }
  }
}
