/// A place inside a document: the keys and indices that lead to a value, such as `sections[0].items[2].question`.
public struct DocumentPath: Hashable, Sendable, CustomStringConvertible {
  /// A step from a value into what it holds.
  public enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  public var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  /// The path to the value under a key of this one.
  public func key(_ name: String) -> DocumentPath { DocumentPath(steps + [.key(name)]) }

  /// The path to an element of this list, counted from 0.
  public func index(_ number: Int) -> DocumentPath { DocumentPath(steps + [.index(number)]) }

  public var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let number): text += "[\(number)]"
      }
    }
  }
}

/// Something wrong with the meaning of a document, and where.
///
/// Formats turn the path into line and column; the Japanese text is made in one place elsewhere.
public struct Fault: Equatable, Sendable {
  /// What is wrong; facts only.
  public enum Kind: Equatable, Sendable {
    case missingKey
    case unknownKey
    case duplicateKey
    /// `expected` is one of the words that the texts know: string, integer, boolean, list, mapping, day, time.
    case wrongType(expected: String)
    /// A document of more bytes or values than any of ours has.
    case tooLarge
    case emptyText
    case emptyList
    case unknownValue(found: String, allowed: [String])
    case unsupportedFormat(found: String, expected: String)

    case malformedID(String)
    /// A 団体コード whose check digit or length is wrong.
    case malformedCode(String)
    case duplicateID(String)
    case idOutsideSection(id: String, section: String)
    case idOutsideRole(id: String, role: Role)
    case unknownClause(String)
    case unknownThreat(String)
    case unknownAsset(String)
    case unknownRule(String)
    case unknownItem(String)
    case unknownOrdinanceItem(Int)
    case noItems

    /// `length` characters where at most `limit` are allowed.
    case tooLong(length: Int, limit: Int)
    case notAQuestion
    /// The conjunction that joins two facts into one question.
    case doubleBarrelled(String)
    case doubleNegative
    case outsideCP932(Character)
    /// A control character or one that turns the direction of text.
    case controlCharacter(Unicode.Scalar)
    /// A profile question rules an item out that offers no 該当なし.
    case ruledOutButAlwaysApplies(ItemID)
    case daysOutOfOrder(earlier: String, later: String)
    case beforePolicy(CalendarDay)
    /// A fiscal year none of whose days lies between the first day and the deadline.
    case otherFiscalYear(Int, allowed: ClosedRange<Int>)
    /// A day that no roster of the round can be of: after the deadline, or more than a year before the first day.
    case dayOutsideRound(CalendarDay, from: CalendarDay, to: CalendarDay)
    case reasonMissing
  }

  public var path: DocumentPath
  public var kind: Kind

  public init(_ kind: Kind, at path: DocumentPath) {
    self.kind = kind
    self.path = path
  }
}
