import Interview
import Terminal
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
    var keys = page.commands.compactMap { plainKey(of: $0, on: page) }
    if !page.options.isEmpty { keys.insert("\(digits(of: page)) \(answerLabel(on: page))", at: 0) }
    if case .text(_, let initial) = page.prompt, !initial.isEmpty { keys.append("「\(clearWord)」 空にする") }
    return keys
  }

  /// nil where the word would be taken for text; otherwise the first of the command's keys, as on the key line.
  private static func plainKey(of offer: Page.Offer, on page: Page) -> String? {
    switch (offer.command, page.prompt) {
    case (.help, .text): nil
    case (.next, .rows): "\(rowKeys) \(offer.label)"
    case (.back, .text): "「\(backWord)」 \(offer.label)"
    default: PageBindings.keys(for: offer.command, on: page).first.map { "\($0.key.name) \(offer.label)" }
    }
  }
}
