import Characters
import Interview
import Terminal

/// Turns a key into what the person wants, or into a change of the screen alone.
enum ScreenInput {
  static func intents(for key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    screen.hint = nil
    screen.isReadingOn = false
    let key = key.meaning(on: page)
    if screen.showsHelp { return inHelp(key, on: page, &screen) }
    guard case .character(let character) = key else {
      screen.words.forget()
      return act(key, on: page, &screen)
    }
    if page.isWritten {
      // Letters and digits are text here, whatever they mean elsewhere.
      edit(key, &screen)
      return []
    }
    guard key.isJapanese else {
      screen.words.forget()
      return act(key, on: page, &screen)
    }
    switch screen.words.read(character, among: PageBindings.words(on: page)) {
    case .word(let word): return intents(forWord: word, on: page, &screen)
    case .piece: return []
    case .key(let beginsWord):
      let intents = act(key, on: page, &screen)
      if beginsWord, screen.hint == SessionText.kanaHint { screen.hint = nil }
      return intents
    }
  }

  /// A word that an input method has committed: text where one writes, and elsewhere a way to press a key.
  static func intents(forCommitted text: String, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    screen.hint = nil
    screen.isReadingOn = false
    screen.words.forget()
    if screen.showsHelp { return [] }
    guard page.isWritten else { return intents(forWord: text.asWord, on: page, &screen) }
    screen.field.insert(text)
    return []
  }

  private static func intents(forWord word: String, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if let key = PageBindings.key(for: word, on: page) ?? Key(word: word) { return act(key, on: page, &screen) }
    screen.hint = page.option(like: word).map { SessionText.similar($0) } ?? SessionText.kanaHint
    return []
  }

  /// A click marks the option or the row it hits, and nothing anywhere else.
  static func intents(forClickOn row: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    guard !screen.showsHelp, screen.items.indices.contains(row), let item = screen.items[row] else { return [] }
    screen.hint = nil
    screen.isReadingOn = false
    if page.isList {
      screen.select(row: item)
      return []
    }
    return page.options.indices.contains(item) ? choose(page.options[item].digit, &screen) : []
  }

  private static func act(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch PageBindings.table(for: page).command(for: key) {
    case .edit: edit(key, &screen)
    case .command(let command)?:
      screen.wrongKeys = 0
      return give(command, by: key, on: page, &screen)
    case let action?:
      screen.wrongKeys = 0
      return perform(action, on: page, &screen)
    case nil:
      // A digit that is not offered is answered by the conversation, which knows why.
      if let digit = key.digit, !page.options.isEmpty { return choose(digit, &screen) }
      screen.wrongKeys += 1
      if key.isJapanese {
        screen.hint = SessionText.kanaHint
      } else if screen.wrongKeys >= 3 {
        screen.hint = SessionText.wrongKeyHint
      }
    }
    return []
  }

  private static func perform(_ action: PageAction, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch action {
    case .intent(.choose(let digit)): return choose(digit, &screen)
    case .intent(.interrupt): return kept(on: page, screen) + [.interrupt]
    case .intent(let intent): return [intent]
    case .command(let command): return command.intent.map { [$0] } ?? []
    case .confirm: return confirm(on: page, &screen)
    case .digit(let digit): return type(digit, on: page, &screen)
    case .help: screen.openHelp()
    case .closeHelp: screen.closeHelp()
    case .edit: break
    case .move(let step): return move(step, on: page, &screen)
    case .scroll(let pages): scroll(pages, on: page, &screen)
    case .first: return jump(to: 0, on: page, &screen)
    case .last: return jump(to: Int.max / 2, on: page, &screen)
    }
    return []
  }

  /// What is written and would go with its page; a field that was emptied is left as it was before.
  private static func kept(on page: Page, _ screen: ScreenState) -> [Intent] {
    guard case .text(_, let initial) = page.prompt, screen.field.text != initial, !screen.field.text.isBlank else {
      return []
    }
    return [.keep(text: screen.field.text)]
  }

  /// A digit or a letter marks the command, and leaves the answer alone; Esc, which nobody presses by habit, does it.
  ///
  /// What stands in a text field is kept.
  private static func give(
    _ command: Command, by key: Key, on page: Page, _ screen: inout ScreenState
  ) -> [Intent] {
    if case .character = key {
      screen.marked = command
      screen.number = ""
      return []
    }
    guard let intent = command.intent else { return [] }
    return kept(on: page, screen) + [intent]
  }

  /// Anything that is not help's own closes it, so that nobody is caught in it.
  private static func inHelp(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    guard let action = PageBindings.help.command(for: key) else {
      screen.closeHelp()
      return []
    }
    return perform(action, on: page, &screen)
  }

  // MARK: Answering

  private static func choose(_ digit: Int, _ screen: inout ScreenState) -> [Intent] {
    screen.wrongKeys = 0
    screen.marked = nil
    screen.hasMovedFocus = false
    return [.choose(digit: digit)]
  }

  private static func confirm(on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if let command = screen.marked {
      screen.marked = nil
      return command.intent.map { [$0] } ?? []
    }
    switch page.prompt {
    case .rows: return screen.isRowMarked ? [.select(row: screen.row)] : [.next]
    case .text: return [.submit(text: screen.field.text)]
    // Enter shows the rest of a long text first, so that nobody passes over it unread.
    case .enter where screen.rowsBelow > 0:
      screen.top += screen.page
      return []
    case .options, .enter: return [.next]
    }
  }

  /// Digits on a list gather into a row's number.
  private static func type(_ digit: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    let numbers = [screen.number + String(digit), String(digit)]
    guard let number = numbers.first(where: { page.rows.indices.contains((Int($0) ?? 0) - 1) }), let row = Int(number)
    else {
      screen.number = ""
      if digit == 0 { screen.marked = .back } else { screen.hint = SessionText.noRow(digit) }
      return []
    }
    screen.number = number
    screen.select(row: row - 1)
    return []
  }

  private static func edit(_ key: Key, _ screen: inout ScreenState) {
    screen.field.handle(key, width: screen.fieldWidth)
  }

  // MARK: Moving

  private static func move(_ step: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if screen.showsHelp || page.isOnlyRead {
      screen.top += step
      return []
    }
    if page.isList {
      screen.number = ""
      screen.select(row: screen.isRowMarked ? screen.row + step : screen.row)
      return []
    }
    return mark((screen.focus ?? (step > 0 ? -1 : page.options.count)) + step, on: page, &screen)
  }

  /// An arrow marks an option as its digit does.
  private static func mark(_ option: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    let option = min(max(option, 0), page.options.count - 1)
    // At an end there is nothing more to mark, however many arrows come.
    if option == screen.focus { return [] }
    let intents = choose(page.options[option].digit, &screen)
    screen.hasMovedFocus = true
    return intents
  }

  private static func scroll(_ pages: Int, on page: Page, _ screen: inout ScreenState) {
    if page.isList, !screen.showsHelp {
      _ = move(pages * screen.page, on: page, &screen)
    } else {
      screen.top += pages * screen.page
      screen.isReadingOn = true
    }
  }

  private static func jump(to place: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if screen.showsHelp || page.isOnlyRead {
      screen.top = place
      return []
    }
    if page.isList {
      screen.number = ""
      screen.select(row: place)
      return []
    }
    return mark(place, on: page, &screen)
  }
}

extension Page {
  /// Neither options nor rows to move over.
  fileprivate var isOnlyRead: Bool { options.isEmpty && rows.isEmpty }
}

extension Key {
  /// A line feed is Enter wherever no lines are written.
  fileprivate func meaning(on page: Page) -> Key {
    !page.isWritten && self == .control("j") ? .enter : self
  }

  /// The digit that the key means, in any width or left-on kana; nil for all others.
  var digit: Int? {
    for case .character(let character) in readings {
      if let digit = String(character).number(digits: 1...1) { return digit }
    }
    return nil
  }
}
