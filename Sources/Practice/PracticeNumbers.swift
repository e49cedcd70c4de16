import Inspection

/// Chance, and the numbers it has given out: each only once in a round.
struct PracticeNumbers {
  var random: SplitMix64
  private var receipts: Set<String> = []
  private var numbers: Set<CheckedNumber> = []

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A 回答番号.
  mutating func number() -> CheckedNumber {
    while true {
      if let number = CheckedNumber(payload: random.digits(CheckedNumber.length - 1)), numbers.insert(number).inserted {
        return number
      }
    }
  }

  /// A 受付番号: six digits.
  mutating func receipt() -> String {
    while true {
      let receipt = random.digits(6)
      if receipts.insert(receipt).inserted { return receipt }
    }
  }
}
