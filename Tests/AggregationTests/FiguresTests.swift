import Aggregation
import Inspection
import Testing

@Suite("The formulas of section 7")
struct FiguresTests {
  // 15 sheets: a 5, v 1, b 2, c 1, d 1, e 3, f 2.
  let figures = Figures(
    tally: Tally(yes: 5, alternative: 1, partial: 2, no: 1, unknown: 1, notApplicable: 3, unanswered: 2))

  @Test func `実施率 = (5+1) ÷ (5+1+2+1+1)`() { #expect(figures.implementation == Rate(6, of: 10)) }

  @Test func `未回答を含めた率 = (5+1) ÷ (5+1+2+1+1+2)`() { #expect(figures.withUnanswered == Rate(6, of: 12)) }

  @Test func `一部を含む率 = (5+1+2) ÷ (5+1+2+1+1)`() { #expect(figures.atLeastPartly == Rate(8, of: 10)) }

  @Test func `わからない率 = 1 ÷ (5+1+2+1+1)`() { #expect(figures.notKnown == Rate(1, of: 10)) }

  @Test func `該当なし率 = 3 ÷ (5+1+2+1+1+3)`() {
    #expect(figures.notApplicable == Rate(3, of: 13))
    #expect(figures.notApplicable.percent?.description == "23.1%")
  }

  @Test func `A tally counts each kind of answer once, and nil as unanswered`() {
    var tally = Tally()
    for choice in Choice.allCases { tally.count(choice) }
    tally.count(nil)
    #expect(tally == Tally(yes: 1, alternative: 1, partial: 1, no: 1, unknown: 1, notApplicable: 1, unanswered: 1))
    #expect(tally.total == 7)
  }

  @Test func `Figures of items are added before a rate is taken: 1/1 and 1/3 make 2/4`() {
    let sum = Figures(tally: Tally(yes: 1)) + Figures(tally: Tally(yes: 1, no: 2))
    #expect(sum.implementation == Rate(2, of: 4))
  }
}
