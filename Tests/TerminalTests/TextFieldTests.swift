import Terminal
import Testing
import TextLayout

@Suite struct TextFieldTests {
  private func field(_ text: String, at insertion: Int? = nil, _ keys: Key...) -> TextField {
    var field = TextField(text)
    if let insertion {
      for _ in insertion..<field.characters.count { field.handle(.left, width: 80) }
    }
    for key in keys { field.handle(key, width: 80) }
    return field
  }

  @Test func `typing goes in at the insertion point`() {
    let field = field("山田", at: 1, .character("本"))
    #expect(field.text == "山本田")
    #expect(field.insertion == 2)
  }

  @Test func `deleting takes whole characters with their selectors`() {
    #expect(field("葛\u{E0100}城", at: 1, .backspace).text == "城")
    #expect(field("葛\u{E0100}城", at: 0, .delete).text == "城")
    #expect(field("", .backspace, .delete).text == "")
  }

  @Test func `a mark typed after its base joins it`() {
    let field = field("か", .character("\u{3099}"))
    #expect(field.characters == ["か\u{3099}"])
    #expect(field.insertion == 1)
  }

  @Test func `a deletion that lets two scalars join keeps the insertion point inside`() {
    // か a ゛ — removing a joins the mark to か.
    var field = TextField("かa\u{3099}")
    field.handle(.home, width: 80)
    field.handle(.right, width: 80)
    field.handle(.delete, width: 80)
    #expect(field.insertion <= field.characters.count)
  }

  @Test func `the editing keys of the shell work`() {
    #expect(field("一二三", .control("a")).insertion == 0)
    #expect(field("一二三", .control("a"), .control("e")).insertion == 3)
    #expect(field("一二三", at: 2, .control("u")).text == "三")
    #expect(field("一二三", at: 1, .control("k")).text == "一")
    #expect(field("端末、画面", .control("w")).text == "端末、")
    #expect(field("lock the screen ", .control("w")).text == "lock the ")
  }

  @Test func `lines are edited one by one`() {
    #expect(field("一\n二三", .home).insertion == 2)
    #expect(field("一\n二三", .control("u")).text == "一\n")
    #expect(field("一\n二", at: 1, .control("k")).text == "一二")
    #expect(field("一", .control("j"), .character("二")).text == "一\n二")
  }

  @Test func `a text that is put in keeps its lines and loses its controls`() {
    var field = TextField("一")
    field.insert("\n二\u{1B}[2J")
    #expect(field.text == "一\n二[2J")
  }

  @Test func `what is typed is stored as typed`() {
    #expect(TextField("①㈱１\u{378}").text == "①㈱１\u{378}")
  }

  @Test func `an edit that is taken back puts the insertion point back, too`() {
    var field = field("山本田", at: 2, .backspace, .end)
    #expect(field.text == "山田" && field.insertion == 2)
    field.undo()
    #expect(field.text == "山本田" && field.insertion == 2)
    field.handle(.end, width: 80)
    field.handle(.backspace, width: 80)
    field.undo()
    #expect(field.insertion == 3)
  }

  @Test func `what a full field refuses is no edit that could be taken back`() {
    var field = TextField("一二", limit: 3)
    for character in ["三", "四", "五"] { field.insert(character) }
    field.undo()
    #expect(field.text == "一二")
  }

  @Test func `flags and families typed piece by piece come together wherever they stand`() {
    for text in ["🇯🇵🇨🇳", "👨\u{200D}👩\u{200D}👧", "か\u{3099}き\u{3099}", "葛\u{E0100}城"] {
      for (before, after) in [("", ""), ("日本", "語"), ("🇫🇷", "a")] {
        var field = field(before + after, at: before.count)
        for scalar in text.unicodeScalars { field.insert(String(scalar)) }
        #expect(field.characters == Array(before + text + after), "\(text)")
        #expect(field.insertion == (before + text).count)
      }
    }
  }

  @Test func `no more goes in than the limit allows`() {
    var field = TextField("一二", limit: 3)
    field.insert("三四")
    #expect(field.text == "一二三")
  }

  @Test func `keys that are not the field's are left to the screen`() {
    var field = TextField("一")
    let keys: [Key] = [.enter, .escape, .up, .down, .tab, .function(1), .pageUp, .control("c")]
    let handled = keys.filter { field.handle($0, width: 80) }
    #expect(handled == [Key]())
    #expect(field.text == "一")
  }
}

@Suite struct TextFieldWindowTests {
  @Test func `a short text stands still with the cursor behind it`() {
    let window = TextField("漢字").window(width: 10, height: 1)
    #expect(window.lines == ["漢字"])
    #expect((window.cursorRow, window.cursorColumn) == (0, 4))
  }

  @Test func `lines are cut at a character and leave a cell to the cursor`() {
    let field = TextField("漢字漢字\n仮名")
    let window = field.window(width: 7, height: 5)
    #expect(window.lines == ["漢字漢", "字", "仮名"])
    #expect((window.cursorRow, window.cursorColumn) == (2, 4))
  }

  @Test func `many lines scroll down to the cursor, and it is known what is hidden`() {
    var field = TextField("一\n二\n三\n四")
    let window = field.window(width: 10, height: 2)
    #expect(window.lines == ["三", "四"])
    #expect(window.cursorRow == 1)
    #expect((window.above, window.below) == (2, 0))
    for _ in 1...3 { field.handle(.up, width: 10) }
    #expect((field.window(width: 10, height: 2).above, field.window(width: 10, height: 2).below) == (0, 2))
  }

  /// JIS X 4051: no row begins with 、。」 or a small kana, nor ends with 「.
  @Test(arguments: 3...30) func `rows are broken as on any page, and nothing of the text is lost`(width: Int) {
    let text = "「会議」では、資料を「持ち帰り」ません。ちょっと待って、no word is cut  here。"
    let lines = TextField(text).window(width: width, height: 99).lines
    #expect(lines.joined() == text)
    #expect(lines.allSatisfy { $0.displayWidth < width })
    guard width >= 12 else { return }
    for line in lines.dropFirst() { #expect(!"、。」ょっ".contains(line.first ?? " "), "\(lines)") }
    for line in lines.dropLast() { #expect(line.last != "「", "\(lines)") }
    #expect(lines.contains { $0.contains("word") } && lines.contains { $0.contains("here") })
  }

  @Test func `up and down keep the column and stop at the ends`() {
    let field = TextField("一二三四\n五\n六七八九")
    #expect(insertions(field, width: 20, .up, .up, .up, .down) == [6, 1, nil, 6])
  }

  @Test func `up and down go through rows that were cut`() {
    let field = TextField("一二三四五六")
    #expect(field.window(width: 5, height: 9).lines == ["一二", "三四", "五六"])
    #expect(insertions(field, width: 5, .up, .up) == [3, 1])
  }

  /// The insertion point after each key, nil where the key was not the field's.
  private func insertions(_ field: TextField, width: Int, _ keys: Key...) -> [Int?] {
    var field = field
    return keys.map { field.handle($0, width: width) ? field.insertion : nil }
  }

  @Test func `Ctrl-Z and Ctrl-/ take edits back one by one, down to what was there at first`() {
    var field = TextField("会議")
    for character in "の資料" { field.handle(.character(character), width: 40) }
    for key in [Key.backspace, .control("u")] { field.handle(key, width: 40) }
    #expect(field.text == "")
    var texts: [String] = []
    for key in [Key.control("_"), .control("z"), .control("z"), .control("_"), .control("z"), .control("z")] {
      field.handle(key, width: 40)
      texts.append(field.text)
    }
    #expect(texts == ["会議の資", "会議の資料", "会議の資", "会議の", "会議", "会議"])
  }
}
