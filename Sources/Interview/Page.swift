/// What a person sees of a state, as meaning rather than as cells: the screen draws it, plain mode prints it.
///
/// Every text and every rule about what is allowed stands here once; front ends only arrange it.
public struct Page: Equatable, Sendable {
  /// What stands at the top of every page.
  public struct Banner: Equatable, Sendable {
    public var title: String
    public var occasion: String
    public var role: String
    /// The limit of policy 4(1); nil before the role is known.
    public var scope: String?
    /// Progress in words and numbers, such as 13問目（全38問） 未回答 26.
    public var progress: String?
    /// The part that is answered, 0...1, for a bar beside the words; nil where there is no progress.
    public var share: Double?
    /// Whose answers are entered by whom; nil where people enter their own.
    public var entry: String?
  }

  /// Section, clause and code of the question on the page.
  public struct Heading: Equatable, Sendable {
    public var section: String
    public var clause: String?
    public var code: String?
  }

  /// An answer that a digit chooses.
  public struct Option: Equatable, Sendable {
    /// 1–9; the same meaning on every item.
    public var digit: Int
    public var label: String
    /// What the answer means here, such as 忘れることがある.
    public var note: String?
    public var isChosen: Bool

    /// The label with its note.
    public var text: String { label + (note.map { "（\($0)）" } ?? "") }
  }

  /// A line of a list that can be gone to.
  public struct Row: Equatable, Sendable {
    /// A word of fixed meaning such as はい or 未回答, never colour alone; empty where there is no state.
    public var mark: String
    public var label: String
  }

  /// Something to be told once, about what has just happened.
  public struct Notice: Equatable, Sendable {
    /// How a notice is meant.
    public enum Kind: Equatable, Sendable { case hint, done, trouble }
    public var kind: Kind
    public var text: String
  }

  /// What is waited for.
  public enum Prompt: Equatable, Sendable {
    /// One of `options` by its digit, or Enter.
    case options
    /// One of `rows`, by its number; `anchor` is the one to show first, which is not chosen by that.
    case rows(anchor: Int)
    /// A line of text; `initial` is what is already there.
    case text(label: String, initial: String)
    /// Enter only.
    case enter
  }

  public var banner: Banner
  public var heading: Heading?
  public var question: String?
  /// Paragraphs before the options.
  public var lead: [String] = []
  public var options: [Option] = []
  public var rows: [Row] = []
  /// Paragraphs after the options.
  public var guidance: [String] = []
  /// What is chosen now, such as 回答： 1 はい.
  public var status: String?
  public var notice: Notice?
  public var prompt: Prompt
  /// What can be done here, in the order of the key line, each with the word it has on this page.
  public var commands: [Offer]
  /// More about this page in everyday words, for the help screen.
  public var explanation: [String] = []
  /// Whether what is done here cannot be undone: nothing counts that was typed before the page was in sight.
  public var isGuarded = false
  /// Where the person's answers are when the page is covered because nobody touches it; nil where nothing has to be said.
  public var idleNote: String?
  /// Another one means that what was written was refused and the field is empty again.
  public var attempt = 0

  /// A command with the word it has on a page.
  public struct Offer: Equatable, Sendable {
    public var command: Command
    public var label: String
  }

  /// Whether a command can be given on the page.
  public func offers(_ command: Command) -> Bool { commands.contains { $0.command == command } }

  /// Why a digit marks nothing here; nil where an option has it.
  func refusal(ofMarking digit: Int) -> Refusal? {
    if options.contains(where: { $0.digit == digit }) { return nil }
    return options.isEmpty ? .notHere : .notOffered(digit)
  }
}

/// What a person can do on a page besides choosing, writing and going to a row.
public enum Command: CaseIterable, Hashable, Sendable {
  case next, back, note, list, suspend, undo, help

  /// What the conversation is told; nil for help, which is the front end's own.
  public var intent: Intent? {
    switch self {
    case .next: .next
    case .back: .back
    case .note: .note
    case .list: .list
    case .suspend: .suspend
    case .undo: .undo
    case .help: nil
    }
  }
}

extension [Page.Option] {
  /// Options 1, 2, 3 … of a page that is no question.
  static func numbered(_ labels: [String], marked: Int?) -> [Page.Option] {
    labels.enumerated().map { index, label in
      Page.Option(digit: index + 1, label: label, isChosen: index + 1 == marked)
    }
  }
}
