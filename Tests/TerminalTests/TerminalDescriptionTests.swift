import Terminal
import Testing

@Suite struct TerminalDescriptionTests {
  private func describe(_ environment: [String: String]) -> TerminalDescription {
    TerminalDescription { ["TERM": "xterm-256color"].merging(environment) { $1 }[$0] }
  }

  @Test(arguments: ["", "dumb", "unknown"])
  func `a terminal that cannot draw is refused`(term: String) {
    #expect(describe(["TERM": term]).refusal == .terminalCannotDraw(term: term))
  }

  @Test func `a missing TERM is refused`() {
    #expect(TerminalDescription { _ in nil }.refusal == .terminalCannotDraw(term: ""))
  }

  @Test(arguments: ["", "C", "POSIX", "C.UTF-8", "ja_JP.UTF-8", "ja_JP.utf8", "ja_JP", "en_US.UTF-8@euro"])
  func `a locale that is UTF-8 or says nothing is accepted`(locale: String) {
    #expect(describe(["LANG": locale]).refusal == nil)
  }

  @Test(arguments: [("ja_JP.eucJP", "eucJP"), ("ja_JP.SJIS", "SJIS"), ("de_DE.ISO-8859-15@euro", "ISO-8859-15")])
  func `a terminal in another encoding is refused`(locale: String, encoding: String) {
    #expect(describe(["LC_ALL": locale, "LANG": "C.UTF-8"]).refusal == .notUTF8(encoding: encoding))
  }

  @Test func `LC_ALL comes before LC_CTYPE and LC_CTYPE before LANG`() {
    #expect(describe(["LC_ALL": "a", "LC_CTYPE": "b", "LANG": "c"]).locale == "a")
    #expect(describe(["LC_ALL": "", "LC_CTYPE": "b", "LANG": "c"]).locale == "b")
  }

  @Test func `NO_COLOR takes the colours away unless it is empty`() {
    #expect(describe([:]).allowsColour)
    #expect(describe(["NO_COLOR": ""]).allowsColour)
    #expect(!describe(["NO_COLOR": "1"]).allowsColour)
  }

  @Test func `the user's ESCDELAY is kept within reason`() {
    #expect(describe([:]).escapeDelay == 100)
    #expect(describe(["ESCDELAY": "25"]).escapeDelay == 25)
    #expect(describe(["ESCDELAY": "99999"]).escapeDelay == 1000)
    #expect(describe(["ESCDELAY": "soon"]).escapeDelay == 100)
  }

  @Test func `exit statuses are those of the shell`() {
    #expect([Termination.hangup, .interrupt, .terminate].map(\.exitStatus) == [129, 130, 143])
  }

  @Test func `the console of Linux has no kanji`() {
    #expect(describe(["TERM": "linux"]).refusal == .linuxConsole)
    #expect(!describe(["TERM": "linux-16color"]).isLinuxConsole)
  }
}
