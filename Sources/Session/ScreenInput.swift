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

  /// A click chooses the option or the row it hits, and nothing anywhere else.
  static func intents(forClickOn row: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    guard !screen.showsHelp, screen.items.indices.contains(row), let item = screen.items[row] else { return [] }
    screen.hint = nil
    screen.isReadingOn = false
    if page.isList {
      screen.select(row: item)
      return [.select(row: item)]
    }
    return page.options.indices.contains(item) ? choose(page.options[item].digit, &screen) : []
  }

  private static func act(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch PageBindings.table(for: page).command(for: key) {
    case .edit: edit(key, &screen)
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
    case .intent(.interrupt):
      return kept(on: page, screen) + [.interrupt]
    case .intent(.back): return kept(on: page, screen) + [.back]
    case .intent(let intent): return [intent]
    case .confirm: return confirm(on: page, &screen)
    case .chooseFocused: return chooseFocused(on: page, &screen)
    case .digit(let digit): return type(digit, on: page, &screen)
    case .help: screen.openHelp()
    case .closeHelp: screen.closeHelp()
    case .edit: break
    case .move(let step): move(step, on: page, &screen)
    case .scroll(let pages): scroll(pages, on: page, &screen)
    case .first: jump(to: 0, on: page, &screen)
    case .last: jump(to: Int.max / 2, on: page, &screen)
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
    return [.choose(digit: digit)]
  }

  private static func chooseFocused(on page: Page, _ screen: inout ScreenState) -> [Intent] {
    guard let focus = screen.focus, page.options.indices.contains(focus) else { return [.next] }
    return choose(page.options[focus].digit, &screen)
  }

  private static func confirm(on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch page.prompt {
    case .rows: return [.select(row: screen.row)]
    case .text: return [.submit(text: screen.field.text)]
    // Enter shows the rest of a long text first, so that nobody passes over it unread.
    case .enter where screen.rowsBelow > 0:
      screen.top += screen.page
      return []
    case .options:
      // Going on with another answer than the marked one would be a surprise.
      if let focus = screen.focus, page.options.indices.contains(focus), !page.options[focus].isChosen {
        screen.hint = SessionText.markHint
        return []
      }
      return [.next]
    case .enter: return [.next]
    }
  }

  /// Digits on a list gather into a row's number.
  private static func type(_ digit: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if screen.number.isEmpty, digit == 0 { return [.back] }
    let typed = screen.number + String(digit)
    let number = Int(typed).flatMap { $0 <= page.rows.count ? typed : nil } ?? String(digit)
    screen.number = number == "0" ? "" : number
    if let row = Int(screen.number) { screen.select(row: row - 1) }
    return []
  }

  private static func edit(_ key: Key, _ screen: inout ScreenState) {
    screen.field.handle(key, width: screen.fieldWidth)
  }

  // MARK: Moving

  private static func move(_ step: Int, on page: Page, _ screen: inout ScreenState) {
    if screen.showsHelp || page.isOnlyRead {
      screen.top += step
    } else if page.isList {
      screen.number = ""
      screen.select(row: screen.row + step)
    } else {
      let start = screen.focus ?? (step > 0 ? -1 : page.options.count)
      screen.mark(min(max(start + step, 0), page.options.count - 1))
    }
  }

  private static func scroll(_ pages: Int, on page: Page, _ screen: inout ScreenState) {
    if page.isList, !screen.showsHelp {
      move(pages * screen.page, on: page, &screen)
    } else {
      screen.top += pages * screen.page
      screen.isReadingOn = true
    }
  }

  private static func jump(to place: Int, on page: Page, _ screen: inout ScreenState) {
    if screen.showsHelp || page.isOnlyRead {
      screen.top = place
    } else if page.isList {
      screen.number = ""
      screen.select(row: place)
    } else {
      screen.mark(min(place, page.options.count - 1))
    }
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
