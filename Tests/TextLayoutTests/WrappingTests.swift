import Testing
import TextLayout

/// Break places by JIS X 4051 and UAX #14; `|` stands where a row of the narrowest width may end.
@Suite struct WrappingTests {
  @Test(arguments: [
    ("はい、そう", 4, ["は", "い、", "そう"]),
    ("終わり。次", 6, ["終わ", "り。次"]),
    ("「はい」と", 4, ["「は", "い」", "と"]),
    ("サーバー", 6, ["サー", "バー"]),
    ("もっと", 4, ["もっ", "と"]),
    ("人々の声", 4, ["人々", "の声"]),
    ("ｱｲ､ｳ", 2, ["ｱ", "ｲ､", "ｳ"]),
  ])
  func `no row begins or ends with what may not stand there`(text: String, width: Int, rows: [String]) {
    #expect(text.wrapped(to: width) == rows)
  }

  @Test(arguments: [
    ("その1～5", 6, ["その", "1～5"]),
    ("提出／未提出", 5, ["提", "出／", "未提", "出"]),
    ("項目M-PHY-01", 9, ["項目", "M-PHY-01"]),
    ("令和2026年に", 8, ["令和", "2026年に"]),
    ("次の第1回", 6, ["次の", "第1回"]),
    ("約3か月", 5, ["約", "3か月"]),
    ("赤いＵＳＢ", 8, ["赤い", "ＵＳＢ"]),
    ("そう――か", 5, ["そう", "――か"]),
  ])
  func `our exceptions keep together what belongs together`(text: String, width: Int, rows: [String]) {
    #expect(text.wrapped(to: width) == rows)
  }

  @Test(arguments: [
    ("はい、そう", ["は", "い、", "そ", "う"]),
    ("項目M-PHY-01です", ["項", "目", "M-PHY-01", "で", "す"]),
    ("run the tool", ["run the tool"]),
    ("", []),
  ])
  func `the pieces of a line may not be broken, and are the line`(text: String, pieces: [String]) {
    #expect(text.unbreakablePieces == pieces)
  }

  @Test func `words stay whole and the space at the break goes`() {
    #expect("run the tenken tool".wrapped(to: 10) == ["run the", "tenken", "tool"])
  }

  @Test func `where nothing may break the row is cut at a character`() {
    #expect("abcdefghij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
    #expect("葛\u{E0100}葛\u{E0100}".wrapped(to: 3) == ["葛\u{E0100}", "葛\u{E0100}"])
  }

  @Test func `line ends are kept`() {
    #expect("一\n\n二\n".wrapped(to: 10) == ["一", "", "二", ""])
    #expect("".wrapped(to: 10) == [""])
  }

  @Test func `later rows hang`() {
    #expect("1  はいといいえ".wrapped(to: 9, hanging: 3) == ["1  はいと", "   いいえ"])
  }

  @Test func `a row narrower than a kanji is taken as one kanji wide`() {
    #expect("漢字".wrapped(to: 0, hanging: 5) == ["漢", "字"])
  }

  @Test func `a character wider than the row is replaced`() {
    #expect("あ👨‍👩‍👧‍👦い".wrapped(to: 4) == ["あ", "〓", "い"])
  }

  @Test func `escapes cannot hide in a wrapped text`() {
    #expect("あ\u{1B}[2Jい".wrapped(to: 20) == ["あ[2Jい"])
  }

  @Test(arguments: 2...40)
  func `no row is wider than asked and no character is lost`(width: Int) {
    let text = "会議中に席を離れるときは、会議用の端末（ｶﾞ・葛\u{E0100}城・①）の画面をM-PHY-01のとおり2026年からロックしていますか。"
    let rows = text.wrapped(to: width)
    #expect(rows.allSatisfy { $0.displayWidth <= width })
    #expect(rows.joined() == text)
  }
}
