import TextLayout

/// What is said to a person who is asked for what the command line left out.
enum PromptText {
  static let inputEnded = Failure(.noInput, "入力が途中で終わったため、何も作りませんでした。")
  static let notUnderstood = "読み取れませんでした。もう一度入れてください。"

  static func question(_ question: String, fallback: String?) -> String {
    question + (fallback.map { "（Enter だけなら \($0.revealed)）" } ?? "") + "： "
  }

  static let sheetNumber = "回答番号（12けた）： "
}
