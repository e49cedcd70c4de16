/// What the environment says about the terminal.
public struct TerminalDescription: Hashable, Sendable {
  /// `TERM`.
  public var term: String
  /// The locale that decides the encoding: the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is set.
  public var locale: String
  /// False if `NO_COLOR` is set (no-color.org).
  public var allowsColour: Bool
  /// The milliseconds after which a lone escape is the Esc key: `ESCDELAY`, or 100, which holds over a slow line.
  public var escapeDelay: Int

  /// Reads the variables; an empty one counts as not set.
  public init(variable: (String) -> String?) {
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    term = value("TERM") ?? ""
    locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
    allowsColour = value("NO_COLOR") == nil
    escapeDelay = value("ESCDELAY").flatMap { Int($0) }.map { min(max($0, 1), 1000) } ?? 100
  }

  /// Whether this is the console of Linux itself, whose fonts have no kanji.
  public var isLinuxConsole: Bool { term == "linux" }

  /// Why no screen can be drawn with what the environment says, nil if nothing speaks against it.
  public var refusal: ScreenRefusal? {
    if isLinuxConsole { return .linuxConsole }
    if ["", "dumb", "unknown"].contains(term) { return .terminalCannotDraw(term: term) }
    // A locale without an encoding (C, POSIX, ja_JP) says nothing about the terminal, and terminals are UTF-8 today.
    guard let dot = locale.firstIndex(of: ".") else { return nil }
    let encoding = locale[locale.index(after: dot)...].prefix { $0 != "@" }
    let plain = encoding.lowercased().filter { $0 != "-" }
    return plain == "utf8" ? nil : .notUTF8(encoding: String(encoding))
  }
}

/// Why no screen can be drawn. The caller can still talk line by line.
public enum ScreenRefusal: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// `TERM` is empty, `dumb`, `unknown`, has no description, or names a terminal whose cursor cannot be moved.
  case terminalCannotDraw(term: String)
  /// The console of Linux: neither a screen nor lines can be read there by eye.
  case linuxConsole
  /// The terminal's locale names another encoding, such as eucJP.
  case notUTF8(encoding: String)
  /// The C library has no UTF-8 locale at all.
  case noUnicodeLocale
  /// The system gave no signal descriptor, descriptor or memory; `code` is errno.
  case systemFailure(code: Int32)
}
