extension Key {
  /// What is printed on a Japanese keyboard for the key, without a glyph of ambiguous width (arrows are such).
  public var name: String {
    switch self {
    case .character(" "): "スペース"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backtab: "Shift-Tab"
    case .backspace: "BackSpace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "上矢印"
    case .down: "下矢印"
    case .left: "左矢印"
    case .right: "右矢印"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .home: "Home"
    case .end: "End"
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .unknown: "不明なキー"
    }
  }
}
