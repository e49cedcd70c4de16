/// Something that happened at the terminal.
public enum Event: Hashable, Sendable {
  /// A key was pressed. What an input method commits arrives as one key for each character.
  case key(Key)
  /// Text was pasted: one or more lines, their ends as LF. It is never read as commands.
  case text(String)
  /// The left button of the mouse was pressed on a cell, from 0.
  case click(row: Int, column: Int)
  /// The window has another size.
  case resized(Size)
  /// The program was suspended and has come back; the screen is already drawn again.
  case resumed
  /// Nothing has happened for as long as the loop waits.
  case idle
  /// The system asks the program to end.
  case terminated(Termination)
  /// The terminal is gone: its window was closed or the line was cut. Nothing more can be read or shown.
  case disconnected
}

/// The signals that ask a program to end.
public enum Termination: Hashable, Sendable {
  case hangup, interrupt, terminate

  /// The exit status by the shells' convention: 128 and the number of the signal in POSIX.
  public var exitStatus: Int32 {
    switch self {
    case .hangup: 128 + 1
    case .interrupt: 128 + 2
    case .terminate: 128 + 15
    }
  }
}
