public import Inspection

/// `tenken.review/1`: `review.yaml`, what was decided about the policy; everything but the format may be left blank.
public enum ReviewFormat {
  public static let name = "tenken.review/1"

  /// Reads a review; throws the first fault of syntax, or all faults of meaning.
  public static func decode(_ bytes: some Collection<UInt8>) throws(YAMLError) -> Review {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: review) { _ in [] }
  }

  private static let keys: Set<String> = ["format", "lookedAt", "results", "circumstances", "day", "decidedBy"]

  private static func review(_ fields: inout YAMLFields) -> Review {
    var review = Review(
      lookedAt: fields.texts(ifFilled: "lookedAt"), day: fields.day(ifFilled: "day"),
      decidedBy: fields.text(ifFilled: "decidedBy"))
    review.results =
      fields.mapping("results", keys: ["needed", "reason"], isRequired: false, judgement) ?? Review.Judgement()
    _ = fields.mapping("circumstances", keys: ["needed", "reason", "what"], isRequired: false) { circumstances in
      review.circumstances = judgement(&circumstances)
      review.changes = circumstances.texts(ifFilled: "what")
    }
    return review
  }

  private static func judgement(_ fields: inout YAMLFields) -> Review.Judgement {
    Review.Judgement(needed: fields.word(ifFilled: "needed"), reason: fields.text(ifFilled: "reason"))
  }

  /// The form to fill in, with explanations in Japanese and no decision.
  ///
  /// - Parameter questions: what the result puts before the review, a line each without line ends; only comments.
  public static func blank(for round: Round, questions: [String]) -> [UInt8] {
    let lines =
      [
        YAMLFile.schemaLine(of: "review"),
        "# 方針の見直しの検討の記録（基本方針8）。要否を決めるのは議会です。tenken は決定を書きません。",
        "# 書いた後は tenken round review で確かめてください。空のところは「まだ記録されていない」と示します。", "#", "# 点検の結果から挙がった、検討することの候補：",
      ]
      + (questions.isEmpty ? ["#   （特にありません）"] : questions.map { "#   - \($0)" }) + [
        "format: \(name)", "", "# 何を見て検討したか。書くときは [] を消し、次のように並べます。", "#   - \"点検結果の報告（\(round.id)）\"",
        "lookedAt: []", "", "# 点検の結果による見直し。needed は 要 か 否", "results:", "  needed:", "  reason:", "",
        "# 状況の変化による見直し。what には、変わったことを lookedAt と同じように並べます。", "circumstances:", "  needed:", "  reason:",
        "  what: []", "", "# 決めた日（例：\"2027-04-20\"。引用符で囲みます。）", "day:", "", "# 決めた人や会議（例：\"議会運営委員会\"）", "decidedBy:",
      ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
