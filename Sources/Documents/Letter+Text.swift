import TextLayout

extension Letter {
  /// The letter as plain text of at most 80 cells a line, for the terminal, mail and print.
  public var text: String {
    let parts =
      [head, titleLines, signOffLines, paragraphs.flatMap { $0.wrapped(to: PlainText.width) }, entryLines]
      + tables.map { PlainText.lines(of: $0) } + [ending.map { [PlainText.right($0)] } ?? [], contactLines]
      + slips.map(\.lines) + (slips.isEmpty ? [] : [[Slip.cut]])
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    marks.map { PlainText.right("［\($0)］") } + [number, date].compactMap { $0 }.map { PlainText.right($0) }
      + addressees.flatMap { $0.wrapped(to: PlainText.width) } + (sender.map { [PlainText.right($0)] } ?? [])
  }

  private var titleLines: [String] { title.wrapped(to: PlainText.width - 8).map(PlainText.centred) }

  private var signOffLines: [String] {
    guard !signOff.isEmpty else { return [] }
    let room = String(repeating: "　", count: 6)
    return Table(columns: signOff.map { Table.Column($0) }, rows: [signOff.map { _ in room }]).lines(
      width: PlainText.width) + [""]
  }

  private var entryLines: [String] {
    (entriesHeading.map { [PlainText.centred($0), ""] } ?? [])
      + entries.enumerated().flatMap { index, entry in
        ["\(index + 1) \(entry.label)".printable] + entry.texts.flatMap(PlainText.indented)
      }
  }

  private var contactLines: [String] {
    contact.flatMap { $0.wrapped(to: PlainText.width - 40).map { String(repeating: " ", count: 40) + $0 } }
  }
}

extension Letter.Slip {
  fileprivate var lines: [String] {
    let label = rows.map { $0.label.displayWidth }.max() ?? 0
    let hanging = label + 4
    return [Self.cut, ""] + title.wrapped(to: PlainText.width) + [""]
      + rows.flatMap {
        "  \($0.label.padded(to: label))  \($0.value)".wrapped(to: PlainText.width, hanging: hanging)
      } + [""] + notes.flatMap(PlainText.indented)
  }

  /// Where scissors go.
  fileprivate static let cut = String(repeating: "- ", count: PlainText.width / 2).droppingTrailingSpaces()
}
