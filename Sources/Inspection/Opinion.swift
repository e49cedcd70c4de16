/// A free opinion that was handed in, and what the office decided after reading it (`opinions.csv`).
public struct Opinion: Equatable, Sendable {
  /// Whether it goes into the internal edition; an opinion can tell who wrote it by how it is written (docs/design.md 7).
  public enum Decision: String, CaseIterable, Sendable { case shown, kept }

  /// Of its file in `opinions/`; leads to no sheet.
  public var number: CheckedNumber
  /// As it was written, or as the office reworded it.
  public var text: String
  /// nil: nobody has decided yet.
  public var decision: Decision?

  public init(number: CheckedNumber, text: String, decision: Decision? = nil) {
    (self.number, self.text, self.decision) = (number, text, decision)
  }
}

extension [Opinion] {
  /// Those to be shown, in the order of their random numbers, which is not that of the hand-ins.
  public var shown: [String] { filter { $0.decision == .shown }.sorted { $0.number < $1.number }.map(\.text) }

  public func count(_ decision: Opinion.Decision?) -> Int { count { $0.decision == decision } }
}
