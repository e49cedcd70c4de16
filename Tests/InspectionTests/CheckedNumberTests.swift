import Inspection
import Testing

@Suite struct CheckedNumberTests {
  /// ISO/IEC 7064 MOD 11,10 by the standard's own definition: a number is valid if the sum that runs through all
  /// digits, check digit included, ends at 1.
  private func isValid(_ digits: String) -> Bool {
    var product = 10
    for (index, character) in digits.enumerated() {
      let sum = (product + (character.wholeNumberValue ?? 0)) % 10
      if index == digits.count - 1 { return sum == 1 }
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return false
  }

  @Test func `The check digit is that of ISO 7064, MOD 11,10`() throws {
    // The standard's example: 0794 has the check digit 5.
    #expect(isValid("07945"))
    for payload in ["00000000000", "12345678901", "99999999999", "00738475521"] {
      #expect(isValid(try #require(CheckedNumber(payload: payload)).digits), "\(payload)")
    }
  }

  @Test func `Every single wrong digit is found`() throws {
    let digits = Array(try #require(CheckedNumber(payload: "00738475521")).digits)
    for index in digits.indices {
      for wrong in "0123456789" where wrong != digits[index] {
        var changed = digits
        changed[index] = wrong
        #expect(CheckedNumber(written: String(changed)) == nil)
      }
    }
  }

  @Test func `It is read with hyphens, spaces and full-width digits, as copied from paper`() throws {
    let number = try #require(CheckedNumber(payload: "00738475521"))
    let grouped = number.grouped
    #expect(grouped.count == 14 && grouped.split(separator: "-").map(\.count) == [4, 4, 4])
    let fullWidth = String(
      String.UnicodeScalarView(
        number.digits.unicodeScalars.compactMap {
          Unicode.Scalar($0.value + 0xFEE0)
        }))
    for text in [grouped, grouped.replacing("-", with: " "), grouped.replacing("-", with: "ー"), fullWidth] {
      #expect(CheckedNumber(written: text) == number, "\(text)")
    }
  }

  @Test(arguments: ["", "12345", "1234567890123", "abcdefghijkl", "12345678901x"])
  func `Anything but twelve digits is refused`(text: String) {
    #expect(CheckedNumber(written: text) == nil)
  }

  @Test func `Random numbers are valid and differ`() {
    var generator = SystemRandomNumberGenerator()
    let numbers = (0..<200).map { _ in CheckedNumber.random(using: &generator) }
    #expect(numbers.allSatisfy { isValid($0.digits) })
    #expect(Set(numbers).count == 200)
  }
}
