public import Aggregation
import Inspection

/// Recognises the sheets of a form that count, by holding a line against what `SheetFormat` writes of them.
///
/// Nothing is parsed: a line that is made of these texts alone is the sheet that they were written for. Whatever else may
/// be such a sheet, in another order or with escapes, is left to the decoder.
public struct SheetPattern: Sendable {
  /// What is written of one answer.
  private struct Piece: Sendable {
    /// Where its text begins and ends among all texts.
    var text: Range<Int>
    /// Where what follows the person's own words stands; nil without such words.
    var afterWords: Range<Int>?
    /// The place among the answers to the item.
    var answer: UInt8
    /// The bytes of the text from `mark` on, which tell most of them apart at once.
    var mark: UInt64 = 0
  }

  /// All texts, one behind the other.
  private var texts: [UInt8] = []
  /// What stands between the number and the answers, and behind them.
  private var (head, tail) = (0..<0, 0..<0)
  private var pieces: [Piece] = []
  /// Where the texts of all answers begin to differ.
  private var mark = 0
  /// Of each item, its pieces.
  private var items: [Range<Int>] = []

  public init(of form: SheetForm) {
    guard let number = CheckedNumber(payload: String(repeating: "0", count: CheckedNumber.length - 1)) else { return }
    let sheet = Sheet(
      id: number, round: form.round, checklist: form.checklist, role: form.role, answers: [], signature: nil)
    let line = SheetFormat.line(of: sheet).bytes
    let parts = ["\"id\":\"\(number.digits)", "["].map { Self.place(of: Array($0.utf8), in: line)?.upperBound }
    guard let id = parts[0], let opening = parts[1] else { return }
    (head, tail) = (add(line[id..<opening]), add(line[opening...]))
    let found = pieces(of: form)
    for item in form.answers.indices {
      let start = pieces.count
      pieces += found.filter { $0.item == item }.map(\.piece)
      items.append(start..<pieces.count)
    }
    let first = pieces.first.map { texts[$0.text] } ?? []
    mark = pieces.map { zip(first, texts[$0.text]).prefix { $0 == $1 }.count }.min() ?? 0
    // A form of hardly any answers may have none that differ.
    mark = min(mark, (pieces.map(\.text.count).min() ?? 8) - 8)
    for place in pieces.indices { pieces[place].mark = Self.mark(at: mark, in: Array(texts[pieces[place].text])) }
  }

  /// Of every answer without words, and behind them, for they are rare, with words of one's own.
  private mutating func pieces(of form: SheetForm) -> [(item: Int, piece: Piece)] {
    let plain = form.answers.enumerated().flatMap { item, answers in
      answers.enumerated().map { (item: item, place: UInt8($0.offset), answer: $0.element) }
    }
    let worded = plain.filter { $0.answer.source == .respondent }.map { entry in
      var entry = entry
      entry.answer.reason = Self.words
      return entry
    }
    return zip(plain + worded, SheetFormat.texts(of: (plain + worded).map(\.answer))).map { entry, text in
      guard entry.answer.reason != nil else { return (entry.item, Piece(text: add(text), answer: entry.place)) }
      let (before, after) = Self.split(text)
      return (entry.item, Piece(text: add(before), afterWords: add(after), answer: entry.place))
    }
  }

  private static func mark(at place: Int, in text: [UInt8]) -> UInt64 {
    text.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
  }

  private static let words = "words"

  private static func split(_ piece: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let words = place(of: Array("\"\(words)\"".utf8), in: piece) ?? piece.startIndex..<(piece.startIndex + 1)
    return (piece[...words.lowerBound], piece[(words.upperBound - 1)...])
  }

  private static func place(of text: [UInt8], in line: ArraySlice<UInt8>) -> Range<Int>? {
    line.indices.first { line[$0] == text[0] && line[$0...].starts(with: text) }.map { $0..<($0 + text.count) }
  }

  private mutating func add(_ text: ArraySlice<UInt8>) -> Range<Int> {
    texts += text
    return (texts.count - text.count)..<texts.count
  }

  /// The row that a line of the kind is; nil where that takes a decoder to tell.
  public func row(of line: BoxLineView) -> SheetRow? {
    guard let number = CheckedNumber(ascii: line.key) else { return nil }
    return texts.withUnsafeBytes { texts in
      var rest = Rest(line.rest, texts)
      guard rest.takes(head), rest.ends(with: tail) else { return nil }
      var answers = [UInt8](repeating: SheetRow.open, count: items.count)
      var isAwaited = false
      for item in items.indices {
        guard let answer = answer(to: item, in: &rest) else { continue }
        answers[item] = answer
        isAwaited = rest.takesComma()
        if !isAwaited { break }
      }
      return !isAwaited && rest.isExactly(tail) ? SheetRow(number: number, answers: answers) : nil
    }
  }

  private func answer(to item: Int, in rest: inout Rest) -> UInt8? {
    guard let found = rest.word(at: mark) else { return nil }
    for place in items[item] where pieces[place].mark == found {
      let piece = pieces[place]
      let before = rest
      guard rest.takes(piece.text) else { continue }
      guard let after = piece.afterWords else { return piece.answer }
      if rest.takesWords(), rest.takes(after) { return piece.answer }
      rest = before
    }
    return nil
  }
}
