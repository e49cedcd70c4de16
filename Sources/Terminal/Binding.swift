/// Keys that do one thing, and how that is said.
public struct Binding<Command: Sendable>: Sendable {
  public enum Availability: Hashable, Sendable {
    case enabled
    /// The keys do nothing now and say why.
    case disabled(reason: String)
  }

  /// The keys in the order in which help lists them, each with what it does.
  public var keys: [(key: Key, command: Command)]
  /// The keys as the key line names them, such as `1-5`.
  public var keyLabel: String
  /// What the keys do, in a word or two: 次へ.
  public var label: String
  /// What the keys do, in a sentence for help and manual.
  public var help: String
  public var availability: Availability
  /// False for aliases and rare keys that only help lists.
  public var isOnKeyLine: Bool

  /// Binds each key to its own command, as digits to choices.
  public init(
    _ keys: [(key: Key, command: Command)], keyLabel: String? = nil, label: String, help: String,
    availability: Availability = .enabled, isOnKeyLine: Bool = true
  ) {
    self.keys = keys
    self.keyLabel = keyLabel ?? keys.first?.key.name ?? ""
    self.label = label
    self.help = help
    self.availability = availability
    self.isOnKeyLine = isOnKeyLine
  }

  /// Binds all the keys to one command.
  public init(
    _ keys: [Key], _ command: Command, keyLabel: String? = nil, label: String, help: String,
    availability: Availability = .enabled, isOnKeyLine: Bool = true
  ) {
    self.init(
      keys.map { ($0, command) }, keyLabel: keyLabel, label: label, help: help, availability: availability,
      isOnKeyLine: isOnKeyLine)
  }
}
