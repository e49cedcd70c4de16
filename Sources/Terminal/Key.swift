/// A key as a person knows it, whatever bytes the terminal sends for it.
public enum Key: Hashable, Sendable {
  /// A printable character, the space among them; full-width and kana as they came from the input method.
  case character(Character)
  case enter, escape, tab, backtab, backspace, delete, insert
  case up, down, left, right
  case pageUp, pageDown, home, end
  /// F1 is `function(1)`.
  case function(Int)
  /// A letter with Ctrl held, in lower case: Ctrl-C is `control("c")`. Ctrl-H, I and M are backspace, tab and enter.
  case control(Character)
  /// A key that the terminal names and tenken has no use for.
  case unknown
}
