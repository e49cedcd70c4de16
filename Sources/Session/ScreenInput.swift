import Interview
import Terminal

/// Turns a key into what the person wants, or into a change of the screen alone.
enum ScreenInput {
  static func intents(for key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    screen.hint = nil
    if screen.showsHelp { return closeHelp(key, on: page, &screen) }
    if case .text = page.prompt { return write(key, on: page, &screen) }
    guard case .character(let character) = key else { return act(key, on: page, &screen) }
    switch screen.words.read(character) {
    case .held: return []
    case .digit(let digit): return choose(digit, &screen)
    case .keys(let characters): return characters.flatMap { act(.character($0), on: page, &screen) }
    }
  }

  /// A click chooses the option or the row it hits, and nothing anywhere else.
  static func intents(forClickOn row: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    guard !screen.showsHelp, screen.items.indices.contains(row), let item = screen.items[row] else { return [] }
    screen.hint = nil
    if case .rows = page.prompt {
      screen.list.select(item)
      return [.select(row: item)]
    }
    return page.options.indices.contains(item) ? choose(page.options[item].digit, &screen) : []
  }

  // MARK: Text

  private static func write(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch (key, PageBindings.table(for: page).lookup(key)) {
    case (.enter, _): return [.submit(text: screen.field.text)]
    case (.escape, _): return [.cancel]
    // Letters and digits are text here, whatever they mean elsewhere.
    case (.character, _): _ = screen.field.handle(.key(key), width: screen.fieldWidth)
    case (_, .command(.intent(let intent))): return [.keep(text: screen.field.text), intent]
    case (_, .command(.help)): screen.showsHelp = true
    default: _ = screen.field.handle(.key(key), width: screen.fieldWidth)
    }
    return []
  }

  // MARK: Keys

  private static func act(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if case .rows = page.prompt, let digit = key.digit { return type(digit, on: page, &screen) }
    switch PageBindings.table(for: page).lookup(key) {
    case .command(let action):
      screen.wrongKeys = 0
      return perform(action, on: page, &screen)
    case .disabled(let reason): screen.hint = reason
    case .unbound(let isKana):
      // A digit that is not offered is answered by the conversation, which knows why.
      if let digit = key.digit, !page.options.isEmpty { return [.choose(digit: digit)] }
      screen.wrongKeys += 1
      if isKana {
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
    case .intent(let intent): return [intent]
    case .confirm: return confirm(on: page, &screen)
    case .help: screen.showsHelp = true
    case .chooseFocused:
      guard let focus = screen.focus, page.options.indices.contains(focus) else { return [.next] }
      return [.choose(digit: page.options[focus].digit)]
    case .move(let step): move(step, on: page, &screen)
    case .scroll(let pages):
      if case .rows = page.prompt {
        screen.list.select(screen.list.selection + pages * max(screen.bodyHeight - 1, 1))
      } else {
        screen.top += pages * max(screen.bodyHeight - 1, 1)
      }
    case .edit: break
    case .first: jump(to: 0, on: page, &screen)
    case .last: jump(to: Int.max / 2, on: page, &screen)
    }
    return []
  }

  private static func choose(_ digit: Int, _ screen: inout ScreenState) -> [Intent] {
    screen.wrongKeys = 0
    return [.choose(digit: digit)]
  }

  /// Enter shows the rest of a long text first, so that nobody passes over it unread.
  private static func confirm(on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch page.prompt {
    case .rows: return [.select(row: screen.list.selection)]
    case .enter where screen.rowsBelow > 0:
      screen.top += max(screen.bodyHeight - 1, 1)
      return []
    case .options, .text, .enter: return [.next]
    }
  }

  private static func move(_ step: Int, on page: Page, _ screen: inout ScreenState) {
    if case .rows = page.prompt {
      screen.number = ""
      screen.list.select(screen.list.selection + step)
    } else if page.options.isEmpty {
      screen.top += step
    } else {
      let start = screen.focus ?? (step > 0 ? -1 : page.options.count)
      screen.focus = min(max(start + step, 0), page.options.count - 1)
    }
  }

  private static func jump(to place: Int, on page: Page, _ screen: inout ScreenState) {
    if case .rows = page.prompt {
      screen.list.select(place)
    } else if page.options.isEmpty {
      screen.top = place
    } else {
      screen.focus = place == 0 ? 0 : page.options.count - 1
    }
  }

  /// Digits on a list gather into a row's number; 0 alone goes back.
  private static func type(_ digit: Int, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    if screen.number.isEmpty, digit == 0 { return [.back] }
    let typed = screen.number + String(digit)
    let number = Int(typed).flatMap { $0 <= page.rows.count ? typed : nil } ?? String(digit)
    screen.number = number == "0" ? "" : number
    if let row = Int(screen.number) { screen.list.select(row - 1) }
    return []
  }

  private static func closeHelp(_ key: Key, on page: Page, _ screen: inout ScreenState) -> [Intent] {
    switch key {
    case .down: screen.top += 1
    case .up: screen.top -= 1
    case .pageDown: screen.top += max(screen.bodyHeight - 1, 1)
    case .pageUp: screen.top -= max(screen.bodyHeight - 1, 1)
    case .control("c"):
      if case .text = page.prompt { return [.keep(text: screen.field.text), .interrupt] }
      return [.interrupt]
    default:
      screen.showsHelp = false
      screen.top = 0
    }
    return []
  }
}

extension Key {
  /// The digit that the key means, in any width or left-on kana; nil for all others.
  var digit: Int? {
    for case .character(let character) in readings {
      if character.isASCII, let digit = character.wholeNumberValue { return digit }
    }
    return nil
  }
}
