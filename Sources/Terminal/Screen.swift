/// A screen that shows frames and tells what happens at it.
public protocol Screen: AnyObject {
  var size: Size { get }

  /// Shows the frame. The same frame again costs nothing.
  func draw(_ frame: Frame)

  /// Waits for what happens next, and returns all that has happened since, in order; never empty.
  ///
  /// A burst (typed ahead, pasted without marks, a key held down) comes at once, so that it is drawn once.
  ///
  /// - Parameter limit: after which `idle` is returned if nothing happens; nil waits for ever.
  func nextEvents(within limit: Duration?) -> [Event]
}
