import Interview
import Session
import Terminal

/// A terminal that gives everything that was typed ahead at once, one burst after another.
final class BurstScreen: Screen {
  var size = Size(columns: 80, rows: 24)
  private var bursts: ArraySlice<[Event]>
  private(set) var frames: [Frame] = []
  /// Called when a frame is drawn.
  var onDraw: () -> Void = {}

  init(_ bursts: [[Event]]) { self.bursts = bursts[...] }

  var faults: [Frame.Fault] { frames.flatMap(\.faults) }

  func draw(_ frame: Frame) {
    frames.append(frame)
    onDraw()
  }

  func suspend() {}

  func nextEvents(within limit: Duration?) -> [Event] {
    // What comes later was typed by somebody who saw the frame: it is quiet before.
    if limit != nil { return [.idle] }
    guard let burst = bursts.popFirst() else { return [.disconnected] }
    for case .resized(let size) in burst { self.size = size }
    return burst
  }
}

/// A terminal in lines, typed one at a time or pasted as a block.
final class PastedConsole: LineConsole {
  private var blocks: ArraySlice<[String]>
  private var lines: ArraySlice<String> = []
  private(set) var transcript = ""
  let columns: Int? = nil

  init(_ blocks: [[String]]) { self.blocks = blocks[...] }

  func write(_ text: String) { transcript += text }

  func readLine() -> LineInput {
    if lines.isEmpty { lines = (blocks.popFirst() ?? [])[...] }
    return lines.popFirst().map { .line($0) } ?? .endOfInput
  }

  func dropTyped() { lines = [] }
}
