import Characters
import TextLayout

extension FuzzTarget {
  static let layouts = [printable, wrapped]

  /// Nothing that acts without being seen is left, by the properties of Unicode itself.
  private static let printable = FuzzTarget("printable", limit: 400) { bytes throws(BrokenPromise) in
    let text = bytes.text
    for (name, shown, isLined) in [
      ("printable", text.printable, false), ("printableLines", text.printableLines, true),
      ("sanitized", text.sanitized, false), ("sanitizedLines", text.sanitizedLines, true),
      ("revealed", text.revealed, false),
    ] {
      let hidden = shown.unicodeScalars.first { isHidden($0) && !($0 == "\n" && isLined) }
      try promise(hidden == nil && shown.firstHidden == nil, "\(name) leaves \(hidden.debugDescription) in \(bytes)")
    }
    let typed = text.typedLines.unicodeScalars.first { isHidden($0) && $0 != "\n" }
    try promise(typed == nil, "a field takes \(typed.debugDescription) of \(bytes)")
    try promise(
      text.printable.printable.unicodeScalars.elementsEqual(text.printable.unicodeScalars), "shown twice: \(bytes)")
    try promise(text.printable.allSatisfy { $0.displayWidth > 0 }, "a character without a cell in \(bytes)")
    // Whoever compares names sees whether there is something that nobody sees.
    try promise(text.isSeen == text.unicodeScalars.elementsEqual(text.sanitized.unicodeScalars), "isSeen of \(bytes)")
    return true
  }

  /// Every row fits, and nothing is lost but spaces; the first byte is the width.
  private static let wrapped = FuzzTarget("wrapped", limit: 400) { bytes throws(BrokenPromise) in
    guard let first = bytes.first else { return false }
    let width = 2 + Int(first % 80)
    let hanging = Int(first) % (width - 1)
    let text = Array(bytes.dropFirst()).text
    for ambiguous in AmbiguousWidth.allCases {
      let found = ambiguous.apply { () -> String? in FuzzTarget.fault(of: text, in: width, hanging: hanging) }
      try promise(found == nil, "\(found ?? ""), \(width) cells: \(bytes)")
    }
    return true
  }

  private static func fault(of text: String, in width: Int, hanging: Int) -> String? {
    let rows = text.wrapped(to: width, hanging: hanging)
    if rows.contains(where: { $0.displayWidth > width }) { return "a row is too wide" }
    if text.padded(to: width).displayWidth != width { return "padded to another width" }
    let shown = text.printableLines
    let fits = shown.allSatisfy { $0.displayWidth <= width - hanging }
    return fits && rows.joined().withoutSpaces != shown.withoutSpaces ? "wrapping loses something" : nil
  }

  /// Joiners and selectors are seen in what they join and select; `firstHidden` judges those.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default:
      scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector && scalar != "\u{200D}"
    }
  }
}

extension String {
  fileprivate var withoutSpaces: [Unicode.Scalar] { unicodeScalars.filter { $0 != " " && $0 != "\n" } }
}
