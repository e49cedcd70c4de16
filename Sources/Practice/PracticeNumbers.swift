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

/// A small deterministic generator (SplitMix64; Steele, Lea and Flood, OOPSLA 2014, with Vigna's constants).
///
/// The same seed gives the same round on every machine and in every version of Swift, which the standard library's
/// generator and its `random(in:)` do not promise. Not for secrets. The tests walk at random by it.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< `bound`, by the high half of a 128-bit product; the bias is far below what a made-up round could show.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high) }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func digits(_ count: Int) -> String { (0..<count).reduce(into: "") { text, _ in text += "\(below(10))" } }

  /// One of the weighted values; nil only where there are none.
  mutating func pick<Value>(_ weighted: [(Value, weight: Int)]) -> Value? {
    var rest = below(weighted.reduce(0) { $0 + $1.weight })
    for (value, weight) in weighted {
      if rest < weight { return value }
      rest -= weight
    }
    return weighted.last?.0
  }
}
