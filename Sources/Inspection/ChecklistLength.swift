/// How much of a checklist a round asks: all its items, or those of the short form.
public enum ChecklistLength: String, CaseIterable, Sendable { case full, short }

extension Checklist {
  /// The items of a length, in the order in which they are asked.
  public func items(in length: ChecklistLength) -> [Item] {
    length == .full ? items : items.filter(\.short)
  }
}
