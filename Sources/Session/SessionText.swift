import Interview

/// The Japanese that the front ends add to a page: keys and what was not understood.
enum SessionText {
  static let noHelp = "画面の案内にある番号か言葉を入れて、Enter を押してください。"

  static func notUnderstood(_ line: String, on page: Page) -> String {
    if line.unicodeScalars.contains(where: { (0x3041...0x30FF).contains($0.value) || (0xFF66...0xFF9F).contains($0.value) }) {
      return "＞ 日本語入力がオンのようです。半角／全角キーを押してから、番号を入れてください。"
    }
    return page.options.isEmpty
      ? "＞ 読み取れませんでした。案内にある言葉を入れてください。"
      : "＞ 読み取れませんでした。\(digits(of: page)) のどれかを入れてください。"
  }

  static func notOffered(_ command: Command) -> String { "＞ この画面では使えません。案内にある番号か言葉を入れてください。" }

  /// The words of plain mode for what a page allows.
  static func plainKeys(of page: Page) -> String {
    var words: [String] = []
    if !page.options.isEmpty { words.append("\(digits(of: page)) 答える") }
    for offer in page.commands {
      switch (offer.command, page.prompt) {
      case (.next, .rows): words.append("番号 \(offer.label)")
      case (.next, _): words.append("Enter \(offer.label)")
      case (.back, .text): words.append("「戻る」 \(offer.label)")
      case (.back, _): words.append("0 \(offer.label)")
      case (.note, _): words.append("7 \(offer.label)")
      case (.list, _): words.append("8 \(offer.label)")
      case (.suspend, _): words.append("9 \(offer.label)")
      case (.undo, _): words.append("u \(offer.label)")
      case (.help, _): words.append("? \(offer.label)")
      }
    }
    return "〔" + words.joined(separator: "　") + "〕"
  }

  /// `1-5` where the digits follow each other, `1・3` where not.
  static func digits(of page: Page) -> String {
    let digits = page.options.map(\.digit)
    guard let first = digits.first, let last = digits.last, digits.count > 2, last - first + 1 == digits.count
    else { return digits.map(String.init).joined(separator: "・") }
    return "\(first)-\(last)"
  }
}
