import Inspection
import Testing

@Suite struct CalendarDayTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test func `Only days that exist are days`() {
    #expect(CalendarDay(year: 2028, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2027, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2100, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2026, month: 4, day: 31) == nil)
    #expect(CalendarDay(year: 2026, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: 2026, month: 0, day: 1) == nil)
    #expect(CalendarDay(year: 2026, month: 1, day: 0) == nil)
  }

  @Test func `Days count from 1970-01-01 (POSIX)`() throws {
    // date -u -d 2026-11-24 +%s ÷ 86400, and the like.
    #expect(try day(1970, 1, 1).daysSinceEpoch == 0)
    #expect(try day(1969, 12, 31).daysSinceEpoch == -1)
    #expect(try day(2000, 3, 1).daysSinceEpoch == 11_017)
    #expect(try day(2026, 11, 24).daysSinceEpoch == 20_781)
    for number in stride(from: -800_000, through: 800_000, by: 397) where number > -700_000 {
      #expect(CalendarDay(daysSinceEpoch: number).daysSinceEpoch == number)
    }
  }

  @Test func `ISO 8601 is read in its extended form only`() throws {
    #expect(try CalendarDay(iso: "2026-11-24") == day(2026, 11, 24))
    for wrong in [
      "2026-1-4", "20261124", "2026/11/24", "2026-11-31", "２０２６-11-24", "+026-11-24", "", "2026-11-24 ", "-2026-11-24",
      "2026--11-24", "2026-11-24-",
    ] {
      #expect(CalendarDay(iso: wrong) == nil, "\(wrong)")
    }
  }

  @Test func `The fiscal year begins in April`() throws {
    #expect(try day(2027, 3, 31).fiscalYear == 2026)
    #expect(try day(2027, 4, 1).fiscalYear == 2027)
    #expect(try day(2026, 4, 1).fiscalYear == 2026)
  }

  @Test func `Days are written in the Japanese era from 2019-05-01 on`() throws {
    #expect(try day(2026, 11, 24).japanese == "令和8年11月24日")
    #expect(try day(2019, 5, 1).japanese == "令和元年5月1日")
    #expect(try day(2019, 12, 31).japanese == "令和元年12月31日")
    #expect(try day(2020, 1, 1).japanese == "令和2年1月1日")
    // Before the era the Western year is said rather than a wrong one.
    #expect(try day(2019, 4, 30).japanese == "2019年4月30日")
    #expect(CalendarDay.japaneseFiscalYear(2026) == "令和8年度")
    #expect(CalendarDay.japaneseFiscalYear(2019) == "令和元年度")
  }

  @Test(arguments: [
    "令和9年3月31日", "R9.3.31", "r9.3.31", "2027-03-31", "2027/3/31", "２０２７年３月３１日", "Ｒ９．３．３１", " 令和 9年 3月 31日 ",
  ])
  func `A day is read as people write it`(text: String) throws {
    #expect(try CalendarDay(written: text) == day(2027, 3, 31))
  }

  @Test(arguments: ["Ｒ９。３。３１", "２０２７・３・３１", "２０２７ー３ー３１", "2027―3―31", "令9.3.31"])
  func `The marks that the keys of . / - give in Japanese input are understood`(text: String) throws {
    #expect(try CalendarDay(written: text) == day(2027, 3, 31))
  }

  @Test func `The first year of the era may be 元年`() throws {
    #expect(try CalendarDay(written: "令和元年5月1日") == day(2019, 5, 1))
  }

  @Test(arguments: [2019, 2117, 2118, 3145, 9999]) func `Every day is read back as it is written`(_ year: Int) throws {
    #expect(try CalendarDay(written: day(year, 12, 31).japanese) == day(year, 12, 31))
  }

  @Test(arguments: ["令和元年4月30日", "R1.1.1", "R0.12.31"])
  func `The era has no days before it began`(text: String) {
    #expect(CalendarDay(written: text) == nil)
  }

  @Test(arguments: ["9.3.31", "9年3月31日", "27/3/31", "027-3-31", "R2027.3.31"])
  func `A year without its era is not taken for one of the first century`(text: String) {
    #expect(CalendarDay(written: text) == nil)
  }

  @Test(arguments: [
    "あした", "令和9年2月30日", "3月31日", "9.3", "令和九年三月三十一日", "", "2027-03-31-01", "2027-+3-31", "令和", "R",
  ])
  func `What is no day is not guessed`(text: String) {
    #expect(CalendarDay(written: text) == nil)
  }
}
