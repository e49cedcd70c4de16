import Documents

/// What is wrong with a template, and what to do.
enum TemplateText {
  static func failure(for error: TemplateError, in file: String) -> Failure {
    Failure(
      .badData, "\(file):\(error.line):\(error.column): ひな形（Mustache）として読めません。\(words(for: error.reason))",
      "tenken template show で組み込みのひな形と比べてください。何も書き出していません。")
  }

  static func notUTF8(_ file: String) -> Failure {
    Failure(.badData, "\(file) は UTF-8 の文字として読めません。UTF-8 で保存し直してください。")
  }

  private static func words(for reason: TemplateError.Reason) -> String {
    switch reason {
    case .otherSectionClosed: "{{/名前}} が、開いている {{#名前}} と合いません。"
    case .sectionOpen: "{{#名前}} を閉じる {{/名前}} がありません。"
    case .tagUnfinished: "{{ を閉じる }} がないか、名前の書き方が違います。"
    case .sectionInItself: "{{#名前}} の中に、同じ名前の {{#名前}} は置けません。"
    case .nestedTooDeeply: "{{#名前}} が深く重なりすぎています。"
    case .tooLarge: "大きすぎて読めません。"
    case .other(let word): "（\(word)）"
    }
  }
}
