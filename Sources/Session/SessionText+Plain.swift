import Interview
import TextLayout

/// The Japanese that plain mode adds to a page.
extension SessionText {
  /// What leaves a text field, and what empties it, when nothing else is on the line.
  static let backWord = "戻る"
  static let clearWord = "消す"

  /// What stands before what is typed, with what Enter alone would mean.
  static func plainPrompt(of page: Page) -> String {
    switch page.prompt {
    case .text(let label, ""): "\(label)： "
    case .text(let label, let initial): "\(label)（今は「\(initial.printable)」）： "
    case .options: "番号： "
    case .rows(let selected): "番号（Enter だけなら \(selected + 1)）： "
    case .enter: "Enter を押してください： "
    }
  }

  /// The words of plain mode for what a page allows.
  static func plainKeys(of page: Page) -> [String] {
    var keys = page.commands.compactMap { plainKey(of: $0, prompt: page.prompt) }
    if !page.options.isEmpty { keys.insert("\(digits(of: page)) \(answerLabel(on: page))", at: 0) }
    if case .text(_, let initial) = page.prompt, !initial.isEmpty { keys.append("「\(clearWord)」 空にする") }
    return keys
  }

  /// nil where the word would be taken for text.
  private static func plainKey(of offer: Page.Offer, prompt: Page.Prompt) -> String? {
    switch (offer.command, prompt) {
    case (.help, .text): nil
    case (.next, .rows): "番号 \(offer.label)"
    case (.next, _): "Enter \(offer.label)"
    case (.back, .text): "「\(backWord)」 \(offer.label)"
    case (.back, _): "0 \(offer.label)"
    case (.note, _): "7 \(offer.label)"
    case (.list, _): "8 \(offer.label)"
    case (.suspend, _): "9 \(offer.label)"
    case (.undo, _): "u \(offer.label)"
    case (.help, _): "? \(offer.label)"
    }
  }
}
