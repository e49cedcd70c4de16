import TextLayout

/// Lays a letter out as plain text of at most 80 cells a line, for the terminal, mail and print.
public enum LetterText {
  private static let width = ReportText.width

  public static func render(_ letter: Letter) -> String {
    let parts =
      [
        head(of: letter), title(of: letter), signOff(of: letter), letter.paragraphs.flatMap { $0.wrapped(to: width) },
        entries(of: letter),
      ]
      + letter.tables.map { ReportText.lines(of: $0) }
      + [letter.ending.map { [ReportText.right($0)] } ?? [], contact(of: letter)]
      + letter.slips.map { lines(of: $0) } + (letter.slips.isEmpty ? [] : [[cut]])
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func head(of letter: Letter) -> [String] {
    letter.marks.map { ReportText.right("［\($0)］") }
      + [letter.number, letter.date].compactMap { $0 }.map { ReportText.right($0) }
      + letter.addressees.flatMap { $0.wrapped(to: width) } + (letter.sender.map { [ReportText.right($0)] } ?? [])
  }

  private static func title(of letter: Letter) -> [String] {
    letter.title.wrapped(to: width - 8).map { $0.padded(to: width, .centre).droppingTrailingSpaces() }
  }

  private static func signOff(of letter: Letter) -> [String] {
    guard !letter.signOff.isEmpty else { return [] }
    let room = String(repeating: "　", count: 6)
    return Table(columns: letter.signOff.map { Table.Column($0) }, rows: [letter.signOff.map { _ in room }]).lines(
      width: width) + [""]
  }

  private static func entries(of letter: Letter) -> [String] {
    let heading = letter.entriesHeading.map { [$0.padded(to: width, .centre).droppingTrailingSpaces(), ""] } ?? []
    return heading
      + letter.entries.enumerated().flatMap { index, entry in
        ["\(index + 1) \(entry.label)".printable] + entry.texts.flatMap { indented($0) }
      }
  }

  private static func contact(of letter: Letter) -> [String] {
    letter.contact.flatMap { $0.wrapped(to: width - 40).map { String(repeating: " ", count: 40) + $0 } }
  }

  private static func lines(of slip: Letter.Slip) -> [String] {
    let label = slip.rows.map { $0.label.displayWidth }.max() ?? 0
    let hanging = label + 4
    return [cut, ""] + slip.title.wrapped(to: width) + [""]
      + slip.rows.flatMap { "  \($0.label.padded(to: label))  \($0.value)".wrapped(to: width, hanging: hanging) } + [""]
      + slip.notes.flatMap { indented($0) }
  }

  private static func indented(_ text: String) -> [String] { text.wrapped(to: width - 2).map { "  \($0)" } }

  /// Where scissors go.
  private static var cut: String { String(repeating: "- ", count: width / 2).droppingTrailingSpaces() }
}
