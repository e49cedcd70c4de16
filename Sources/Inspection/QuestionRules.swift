/// What makes a question fit to be asked: one fact, at most 42 characters, ending in か。, without double negatives.
///
/// The rules are those of the secretariat's review (docs/design.md 4) and hold for items and profile questions alike.
enum QuestionRules {
  /// Characters, so that a question fits two rows at 80 columns and four at 40.
  static let limit = 42

  static let conjunctions = ["及び", "又は", "かつ"]

  /// Forms of negation; two of them in one question make it hard to answer.
  static let negations = ["ない", "なく", "なけれ", "なかっ", "ません", "ずに", "ず、"]

  static func faults(of question: String) -> [Fault.Kind] {
    var found: [Fault.Kind] = []
    if question.count > limit { found.append(.tooLong(length: question.count, limit: limit)) }
    if !question.hasSuffix("か。") { found.append(.notAQuestion) }
    found += conjunctions.filter { occurrences(of: $0, in: question) > 0 }.map { .doubleBarrelled($0) }
    if negations.map({ occurrences(of: $0, in: question) }).reduce(0, +) >= 2 { found.append(.doubleNegative) }
    return found
  }

  private static func occurrences(of needle: String, in text: String) -> Int {
    var count = 0
    var rest = Substring(text)
    while let range = rest.firstRange(of: needle) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
