public import Inspection

/// One page that tells something and waits for Enter, such as why a visit to a shared screen could not begin.
public struct Announcement: Conversation, Equatable {
  /// It asks nothing of the outside.
  public typealias Effect = Void
  public enum Outcome: Equatable, Sendable { case read }

  public private(set) var outcome: Outcome?
  private let title: String
  private let lines: [String]

  public init(_ lines: [String], assembly: String) {
    title = ReceptionText.title(of: assembly)
    self.lines = lines
  }

  public var page: Page {
    var page = Page(
      banner: Page.Banner(title: title, occasion: "", role: ""), notice: nil, prompt: .enter,
      commands: [Page.Offer(command: .next, label: ReceptionText.back)])
    page.heading = Page.Heading(section: ReceptionText.announcement, clause: nil, code: nil)
    page.lead = lines
    return page
  }

  public mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect] {
    switch intent {
    case .next, .back, .hangUp, .abandon, .suspend, .interrupt: outcome = .read
    default: break
    }
    return []
  }
}
