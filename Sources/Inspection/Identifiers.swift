/// A name that stands for one `Subject` in files and on screens, such as `M-PHY-01` for an item.
///
/// The subject only keeps identifiers of different things apart; identifiers compare by their UTF-8 bytes, so that
/// sorted output is the same in every locale.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }

  public var description: String { rawValue }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
}

public typealias PolicyID = Identifier<Policy>
public typealias ClauseID = Identifier<Clause>
public typealias ThreatID = Identifier<Threat>
public typealias AssetID = Identifier<AssetKind>
public typealias RuleID = Identifier<Rule>
public typealias ItemID = Identifier<Item>
public typealias SectionID = Identifier<Section>
public typealias ProfileQuestionID = Identifier<ProfileQuestion>
public typealias ChecklistID = Identifier<Checklist>
public typealias RoundID = Identifier<Round>
public typealias ActionID = Identifier<Action>
public typealias RespondentID = Identifier<Respondent>
