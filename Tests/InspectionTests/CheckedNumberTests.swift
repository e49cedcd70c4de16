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

  @Test(arguments: [
    ("00000000000", "2"), ("12345678901", "4"), ("99999999999", "0"), ("00738475521", "9"), ("20261124001", "8"),
    ("50505050505", "0"),
  ])
  func `The check digit is the one that python-stdnum computes (iso7064.mod_11_10)`(
    payload: String, check: String
  ) throws {
    #expect(try #require(CheckedNumber(payload: payload)).digits == payload + check)
  }

  @Test func `All but a few swaps of neighbours are found`() throws {
    // By the standard's definition, over 20,000 random numbers, 2.2 % pass.
    var swaps = 0
    var passed = 0
    for seed in 0..<2_000 {
      let digits = Array(try #require(CheckedNumber(payload: String(10_000_000_019 + seed * 43_112_609))).digits)
      for index in 0..<digits.count - 1 where digits[index] != digits[index + 1] {
        var swapped = digits
        swapped.swapAt(index, index + 1)
        swaps += 1
        if CheckedNumber(written: String(swapped)) != nil { passed += 1 }
      }
    }
    #expect(passed * 100 < swaps * 4)
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
    let strokes = [" ", "　", "ー", "ｰ", "－", "―", "‐", "−"].map { grouped.replacing("-", with: $0) }
    for text in [grouped, fullWidth] + strokes {
      #expect(CheckedNumber(written: text) == number, "\(text)")
    }
  }

  @Test(arguments: ["", "12345", "1234567890123", "abcdefghijkl", "12345678901x", "00738475521９９", "0073847552①9"])
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
