import Glibc

/// A bar on standard error for work that takes its time; silent where standard error is no terminal.
struct ProgressBar {
  private let title: String
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private static let width = 30

  init(_ title: String, total: Int) {
    self.title = title
    self.total = max(total, 1)
  }

  func show(_ done: Int) {
    guard isShown else { return }
    let filled = done * Self.width / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    Output.toErrors("\r\(title) [\(bar)] \(done)／\(total)" + (done >= total ? "\n" : ""))
  }
}
