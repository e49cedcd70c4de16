import Terminal
import Testing

@Suite struct FrameTests {
  private let size = Size(columns: 10, rows: 2)

  @Test func `a frame that fits has no faults`() {
    let frame = Frame(size: size, rows: [Frame.Row("漢字漢字漢"), Frame.Row()], cursor: Cursor(row: 1, column: 9))
    #expect(frame.faults.isEmpty)
  }

  @Test func `what does not fit is named`() {
    let wide = Frame(
      size: size, rows: [Frame.Row("漢字漢字漢a"), Frame.Row(), Frame.Row()], cursor: Cursor(row: 2, column: 0))
    #expect(
      wide.faults == [
        .tooManyRows(3), .rowTooWide(row: 0, width: 11), .cursorOutside(Cursor(row: 2, column: 0)),
      ])
  }

  @Test func `nothing may stand right of a text field`() {
    let row = Frame.Row([Frame.Span("名前 "), Frame.Span("山", isField: true), Frame.Span("!")])
    #expect(Frame(size: size, rows: [row]).faults == [.textRightOfField(row: 0)])
  }

  @Test func `controls cannot get into a frame`() {
    #expect(Frame.Row("\u{1B}[2J\n消").text == "[2J 消")
  }

  @Test func `clipping leaves out a character that would be cut and all behind it`() {
    let row = Frame.Row([Frame.Span("a漢"), Frame.Span("字", .bold), Frame.Span("b")])
    #expect(row.clipped(to: 4) == Frame.Row([Frame.Span("a漢")]))
    #expect(row.clipped(to: 5) == Frame.Row([Frame.Span("a漢"), Frame.Span("字", .bold)]))
    #expect(row.clipped(to: 6) == row)
  }

  @Test func `a rule reads as underscores and a field as its text`() {
    #expect(Frame.Row("    ", .underline).text == "____")
    #expect(Frame.Row([Frame.Span("氏名 "), Frame.Span("    ", .underline, isField: true)]).text == "氏名")
  }
}
