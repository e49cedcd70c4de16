import TextLayout

/// Keys and typed words that do one thing, and how that is said.
public struct Binding<Command: Sendable>: Sendable {
  /// The keys in the order in which help lists them, each with what it does.
  public var keys: [(key: Key, command: Command)]
  /// The words that do it where whole lines are typed, beside the characters among `keys`; half-width, lower case.
  public var words: [(word: String, command: Command)]
  /// How the key line names the keys, such as `1-5`; nil for aliases and rare keys, which only help lists.
  public var keyLabel: String?
  /// How the list of what can be typed names the keys or words; nil where it leaves them out.
  public var typedLabel: String?
  /// What the keys do, in a word or two: 次へ.
  public var label: String
  /// What the keys do, in a sentence for help and manual; empty for words alone.
  public var help: String

  /// Binds each key and word to its own command, as digits to choices.
  public init(
    keys: [(key: Key, command: Command)], words: [(word: String, command: Command)] = [], keyLabel: String? = nil,
    typedLabel: String? = nil, label: String, help: String
  ) {
    self.keys = keys
    self.words = words
    self.keyLabel = keyLabel
    self.typedLabel = typedLabel
    self.label = label
    self.help = help
  }

  /// Binds all the keys and words to one command.
  public init(
    _ keys: [Key], words: [String] = [], to command: Command, keyLabel: String? = nil, typedLabel: String? = nil,
    label: String, help: String
  ) {
    self.init(
      keys: keys.map { ($0, command) }, words: words.map { ($0, command) }, keyLabel: keyLabel, typedLabel: typedLabel,
      label: label, help: help)
  }
}

/// The keys and words that are live on a page: the one source of dispatch, key line, typed lines, help and manual.
public struct BindingTable<Command: Sendable>: Sendable {
  public var bindings: [Binding<Command>]

  public init(_ bindings: [Binding<Command>]) { self.bindings = bindings }

  /// What the key does here, by the most literal of its readings that is bound; nil if none is.
  public func command(for key: Key) -> Command? {
    for reading in key.readings {
      for binding in bindings {
        if let bound = binding.keys.first(where: { $0.key == reading }) { return bound.command }
      }
    }
    return nil
  }

  /// What a line does here that holds this word alone: one of a binding's words, or the character of one of its keys.
  ///
  /// - Parameter word: half-width and lower case, without white space around it.
  /// - Returns: nil if nothing has the word.
  public func command(for word: String) -> Command? {
    for binding in bindings {
      if let bound = binding.words.first(where: { $0.word == word }) { return bound.command }
    }
    return Key(word: word).flatMap { command(for: $0) }
  }

  /// The bindings of the key line in rows such as `1-5 答える  Enter 次へ`, at most `width` cells each.
  ///
  /// A row never ends inside a binding unless that is wider than the row.
  public func keyLine(width: Int) -> [String] {
    var rows: [String] = []
    for text in bindings.compactMap({ binding in binding.keyLabel.map { "\($0) \(binding.label)" } }) {
      if let last = rows.last, last.displayWidth + 2 + text.displayWidth <= width {
        rows[rows.count - 1] = last + "  " + text
      } else {
        rows.append(text)
      }
    }
    return rows.map { $0.clipped(to: width) }
  }

  /// What can be typed in a line, each with what it does: `7 メモ`, `「戻る」 戻る`.
  public var typedKeys: [String] {
    bindings.compactMap { binding in binding.typedLabel.map { "\($0) \(binding.label)" } }
  }
}

// MARK: Help

extension BindingTable {
  /// A binding as help and manual list it.
  public struct HelpEntry: Hashable, Sendable {
    /// The names of all its keys, such as `1-5` or `9、Ctrl-C`.
    public var keys: String
    public var label: String
    public var help: String
  }

  /// Every binding that has keys, in order: the rows of the help screen and of the manual's table.
  public var help: [HelpEntry] {
    bindings.filter { !$0.keys.isEmpty }.map { binding in
      HelpEntry(keys: names(of: binding.keys.map(\.key)), label: binding.label, help: binding.help)
    }
  }

  /// The help screen's rows, wrapped to the width.
  public func helpBlock(width: Int) -> Block {
    var block = Block(width: width)
    for entry in help {
      block.paragraph("\(entry.keys)  \(entry.label)", indent: 1, style: .bold)
      block.paragraph(entry.help, indent: 4)
    }
    return block
  }

  /// The names with three or more digits in a row drawn together.
  private func names(of keys: [Key]) -> String {
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
