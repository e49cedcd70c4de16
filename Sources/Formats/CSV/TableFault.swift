/// Something wrong with a line of a table that people saved from Excel; `Detail` is what only this table can have.
public struct TableFault<Detail: Equatable & Sendable>: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// Neither UTF-8 nor CP932.
    case notText
    /// More bytes than a table that people keep by hand has.
    case tooLarge
    /// More headings than could be told one by one.
    case tooManyColumns(found: Int, allowed: [String])
    case openQuote
    case textAfterQuote
    case noHeader(expected: [String])
    case missingColumn(String)
    case unknownColumn(String, allowed: [String])
    case duplicateColumn(String)
    case wrongFieldCount(found: Int, expected: Int)
    case empty(column: String)
    /// A scalar that nobody sees.
    case controlCharacter(Unicode.Scalar, column: String)
    case unknownWord(String, column: String, allowed: [String])
    case notADay(String, column: String)
    /// Stands on an earlier line as well.
    case duplicate(String, column: String)
    case row(Detail)
  }

  /// From 1.
  public var line: Int
  public var kind: Kind

  public init(_ kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }
}

/// All faults of a table, in the order of their lines.
public struct TableError<Detail: Equatable & Sendable>: Error, Equatable, Sendable {
  public var faults: [TableFault<Detail>]
}
