import Formats
import Inspection
import Testing

@Suite("opinions.csv") struct OpinionsFormatTests {
  private func number(_ payload: String = "00000000001") throws -> CheckedNumber {
    try #require(CheckedNumber(payload: payload))
  }

  private func faults(_ text: String) -> [OpinionsFault] {
    do throws(OpinionsError) {
      _ = try OpinionsFormat.decode(Array(text.utf8))
      return []
    } catch { return error.faults }
  }

  @Test func `A written list is read back the same, with no formula and no number that Excel would round`() throws {
    let list = [
      Opinion(number: try number(), text: "=1+1\n\"二行\""),
      Opinion(number: try number("00000000002"), text: "研修", decision: .kept),
    ]
    let bytes = OpinionsFormat.encode(list)
    #expect(try OpinionsFormat.decode(bytes).rows == list)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"\(try number().grouped)\",\"'=1+1"))
  }

  @Test func `More are added in the list's own order of columns, and no byte of it changes`() throws {
    let text = "扱い,番号,ご意見\n載せる,\(try number().digits), 研修 "
    let file = try OpinionsFormat.decode(Array(text.utf8))
    #expect(file.rows == [Opinion(number: try number(), text: "研修", decision: .shown)])
    let more = Opinion(number: try number("00000000002"), text: "端末")
    let bytes = try file.appending([more])
    #expect(bytes.starts(with: Array(text.utf8)))
    #expect(try OpinionsFormat.decode(bytes).rows == file.rows + [more])
  }

  @Test func `A number that stands there twice is one number, however it is written`() throws {
    let (grouped, digits) = (try number().grouped, try number().digits)
    #expect(
      faults("番号,ご意見,扱い\n\(grouped),研修,\n\(digits),端末,\n") == [
        OpinionsFault(.duplicate(digits, column: "番号"), line: 3)
      ])
  }

  @Test func `Every fault is told at once, by its line`() throws {
    let good = try number().grouped
    #expect(
      faults("番号,ご意見,扱い\n\(good),研修,載せる\n\(good),研修,\n1,研修,はい\n,\u{1B},\n") == [
        OpinionsFault(.duplicate(good, column: "番号"), line: 3), OpinionsFault(.row(.malformedNumber("1")), line: 4),
        OpinionsFault(.unknownWord("はい", column: "扱い", allowed: ["載せる", "載せない"]), line: 4),
        OpinionsFault(.controlCharacter("\u{1B}", column: "ご意見"), line: 5),
      ])
  }
}
