import Terminal
import Testing

@Suite struct RunLoopTests {
  private func counted(_ script: [Event]) -> (screen: InMemoryScreen, count: Int) {
    let screen = InMemoryScreen(size: Size(columns: 20, rows: 3), script: script)
    var count = 0
    screen.run(&count) { count, size in
      Frame(size: size, rows: [Frame.Row("\(count)回 \(size.columns)桁")])
    } update: { count, event in
      switch event {
      case .key(.character): count += 1
      case .key(.escape), .disconnected: return .finish
      default: break
      }
      return .goOn
    }
    return (screen, count)
  }

  @Test func `each event is applied and drawn`() {
    let (screen, count) = counted(.typing("ab") + [.key(.escape)] + .typing("c"))
    #expect(count == 2)
    #expect(screen.frames.map(\.lines) == [["0回 20桁"], ["1回 20桁"], ["2回 20桁"]])
  }

  @Test func `a frame that is the same is not drawn again`() {
    let (screen, _) = counted([.key(.up), .resumed, .key(.down)])
    #expect(screen.frames.count == 1)
  }

  @Test func `another size is drawn at once`() {
    let (screen, _) = counted([.resized(Size(columns: 40, rows: 12))])
    #expect(screen.lines == ["0回 40桁"])
    #expect(screen.faults.isEmpty)
  }

  @Test func `a screen that goes away ends the loop`() {
    #expect(counted([]).count == 0)
  }
}
