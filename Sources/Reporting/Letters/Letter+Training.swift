public import Aggregation
public import Documents
import Inspection

/// 研修の資料: one page of what many did not know, for those who answered.
extension Letter {
  /// From the office edition: the items that are proposed for training, the most important of each role in turn, as many as
  /// one page holds; nil where there is none.
  ///
  /// It leaves the office, and so names the items without any count of answers; they rest on ten answers and more
  /// (docs/design.md 7.6).
  public static func training(_ source: LetterSource, of summary: DisclosedSummary) -> Letter? {
    var letter = Letter("情報セキュリティ研修の資料" + (summary.isDraft ? "（案）" : ""))
    letter.layout = .handout
    letter.marks = ["取扱注意"] + (summary.isDraft ? ["案"] : [])
    letter.paragraphs = [
      "　\(source.round.title)の自己点検で、「わからない」という答えが多かったことです。分かるようにお知らせするのは、議会の仕事です。議会の中で使う資料ですので、外には出さないでください。"
    ]
    letter.contact = ["問い合わせ先　\(source.office)　電話 \(source.round.contact.telephone)"]
    for topic in topics(of: summary) {
      var longer = letter
      longer.entries.append(
        Entry(
          topic.item.label + (summary.roles.count > 1 ? "（\(source.policy.name(of: topic.role))）" : ""),
          "「\(topic.item.question)」", topic.item.guidance, "次にすること：\(topic.item.remedy)"))
      if longer.fitsOnePage { letter = longer }
    }
    return letter.entries.isEmpty ? nil : letter
  }

  private static func topics(of summary: DisclosedSummary) -> [(role: Role, item: Item)] {
    let ofRoles = summary.roles.map { role in
      summary.proposals.filter { $0.isTraining && $0.role == role.role }.byImportance.flatMap(\.items)
        .map { (role: role.role, item: $0) }
    }
    let longest = ofRoles.map(\.count).max() ?? 0
    return (0..<longest).flatMap { rank in ofRoles.compactMap { rank < $0.count ? $0[rank] : nil } }
  }
}
