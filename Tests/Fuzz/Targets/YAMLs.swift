import Characters
import Formats
import Inspection

extension FuzzTarget {
  static let yamls = [checklist, policy, round, review]

  private static let checklist = FuzzTarget("checklist", dictionary: "yaml") { bytes throws(BrokenPromise) in
    let checklist: Checklist
    do throws(YAMLError) { checklist = try ChecklistFormat.decode(bytes, policy: Material.policy) } catch {
      try promisePlaces(error, in: bytes)
      return false
    }
    let lines = FormLines(of: Questionnaire(personal: checklist, policy: Material.policy))
    for line in lines.all {
      try promise(lines.line(written: lines.code(of: line)) != nil, "the code \(lines.code(of: line)) leads to no line")
    }
    return true
  }

  private static let policy = FuzzTarget("policy", dictionary: "yaml") { bytes throws(BrokenPromise) in
    do throws(YAMLError) {
      _ = try PolicyFormat.decode(bytes)
      return true
    } catch { try promisePlaces(error, in: bytes) }
    return false
  }

  /// A round is also written, with its texts in quotes; what is read of that is the same round.
  private static let round = FuzzTarget("round", dictionary: "yaml") { bytes throws(BrokenPromise) in
    let round: Round
    do throws(YAMLError) { round = try RoundFormat.decode(bytes, policy: Material.policy) } catch {
      try promisePlaces(error, in: bytes)
      return false
    }
    let written = RoundFormat.encode(round, known: Material.policy.rules)
    let again = try? RoundFormat.decode(written, policy: Material.policy)
    try promise(again == round, "a round comes back as another: \(written.text)")
    return true
  }

  private static let review = FuzzTarget("review", dictionary: "yaml") { bytes throws(BrokenPromise) in
    do throws(YAMLError) {
      _ = try ReviewFormat.decode(bytes)
      return true
    } catch { try promisePlaces(error, in: bytes) }
    return false
  }

  /// Each fault stands at a place of the file.
  private static func promisePlaces(_ error: YAMLError, in bytes: [UInt8]) throws(BrokenPromise) {
    let places: [TextPosition] =
      switch error {
      case .notUTF8: []
      case .syntax(let place, _): place.map { [$0] } ?? []
      case .duplicateKey(_, let place), .alias(_, let place): [place]
      case .faults(let faults): faults.map(\.position)
      }
    // YAML 1.1 (5.4) ends lines at these too.
    let lines = bytes.text.replacingScalars { ["\u{85}", "\u{2028}", "\u{2029}", "\r"].contains($0) ? "\n" : nil }
      .splitByScalars(keepingEmpty: true) { $0 == "\n" }
    for place in places {
      // A parser that misses something stands behind the last line.
      try promise(
        (1...lines.count + 1).contains(place.line) && place.column >= 1, "a fault at \(place) of \(lines.count) lines")
    }
  }
}
