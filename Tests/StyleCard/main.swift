import Curses
import Foundation
import Terminal
import TextLayout

// A row in each colour that a style can have, drawn by the driver as tenken draws, until a key comes. It stands for the
// product in the journey about NO_COLOR, for as long as no page of the product has a colour.
let description = TerminalDescription(environment: ProcessInfo.processInfo.environment)
try withCursesScreen(description, ambiguous: .narrow, crashNotice: "") { screen in
  let rows = Style.Colour.allCases.map { Frame.Row("色見本 \($0)", Style(.bold, colour: $0)) }
  screen.draw(Frame(size: screen.size, rows: rows))
  _ = screen.nextEvents(within: nil)
}
