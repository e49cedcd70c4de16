import TextLayout

/// A binding as help and manual list it.
public struct BindingHelp: Hashable, Sendable {
  /// The names of all its keys, such as `1-5` or `9、Ctrl-C`.
  public var keys: String
  public var label: String
  public var help: String
  /// Why the keys do nothing now; nil if they do.
  public var unavailable: String?
}

extension BindingTable {
  /// Every binding, in order: the rows of the help screen and of the manual's table.
  public var help: [BindingHelp] {
    bindings.map { binding in
      let unavailable: String? =
        if case .disabled(let reason) = binding.availability { reason } else { nil }
      return BindingHelp(
        keys: keyNames(binding.keys.map(\.key)), label: binding.label, help: binding.help, unavailable: unavailable)
    }
  }

  /// The help screen's rows, wrapped to the width.
  public func helpBlock(width: Int) -> Block {
    var block = Block(width: width)
    for entry in help {
      block.paragraph("\(entry.keys)  \(entry.label)", indent: 1, style: .bold)
      block.paragraph(entry.help, indent: 4)
      if let reason = entry.unavailable { block.paragraph("（\(reason)）", indent: 4) }
    }
    return block
  }

  /// The names with three or more digits in a row drawn together.
  private func keyNames(_ keys: [Key]) -> String {
    var names: [String] = []
    var index = 0
    while index < keys.count {
      var end = index + 1
      while end < keys.count, let digit = keys[end].digit, digit - 1 == keys[end - 1].digit { end += 1 }
      if end - index >= 3 {
        names.append("\(keys[index].name)-\(keys[end - 1].name)")
      } else {
        names += keys[index..<end].map(\.name)
      }
      index = end
    }
    return names.joined(separator: "、")
  }
}

extension Key {
  fileprivate var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
