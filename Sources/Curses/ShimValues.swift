import CCurses
import Terminal

extension RawInput {
  /// What the shim has read; nil for nothing.
  init?(shim code: Int32) {
    switch code {
    case CC_NONE.rawValue: return nil
    case 0...255: self = .byte(UInt8(code))
    case Int32(CC_PASTE_START.rawValue): self = .pasteStart
    case Int32(CC_PASTE_END.rawValue): self = .pasteEnd
    case Int32(CC_CLICK.rawValue):
      var row: Int32 = 0
      var column: Int32 = 0
      cc_clicked(&row, &column)
      self = .click(row: Int(row), column: Int(column))
    default: self = .key(Key(shim: cc_key(code)))
    }
  }
}

extension Key {
  init(shim key: cc_key) {
    switch key {
    case CC_UP: self = .up
    case CC_DOWN: self = .down
    case CC_LEFT: self = .left
    case CC_RIGHT: self = .right
    case CC_PAGE_UP: self = .pageUp
    case CC_PAGE_DOWN: self = .pageDown
    case CC_HOME: self = .home
    case CC_END: self = .end
    case CC_ENTER: self = .enter
    case CC_BACKTAB: self = .backtab
    case CC_BACKSPACE: self = .backspace
    case CC_DELETE: self = .delete
    case CC_INSERT: self = .insert
    case let key where key.rawValue > CC_F0.rawValue: self = .function(Int(key.rawValue - CC_F0.rawValue))
    default: self = .unknown
    }
  }
}

extension Style.Attributes {
  var shim: UInt32 {
    let pairs: [(Style.Attributes, cc_attribute)] = [
      (.bold, CC_BOLD), (.dim, CC_DIM), (.underline, CC_UNDERLINE), (.reverse, CC_REVERSE),
    ]
    return pairs.reduce(0) { contains($1.0) ? $0 | $1.1.rawValue : $0 }
  }
}

extension Style.Colour? {
  var shim: cc_colour {
    switch self {
    case nil: CC_DEFAULT_COLOUR
    case .blue: CC_BLUE
    case .yellow: CC_YELLOW
    }
  }
}
