/// Which of a list's items is selected, and how keys move it. It stops at both ends.
public struct ListView: Hashable, Sendable {
  public private(set) var count: Int
  /// 0..<count, or 0 for an empty list.
  public private(set) var selection: Int

  public init(count: Int, selection: Int = 0) {
    self.count = max(count, 0)
    self.selection = 0
    select(selection)
  }

  /// Selects the item, or the nearest there is.
  public mutating func select(_ index: Int) { selection = min(max(index, 0), max(count - 1, 0)) }

  /// Takes another number of items and keeps the selection where it can.
  public mutating func resize(to count: Int) {
    self.count = max(count, 0)
    select(selection)
  }

  /// Moves by an arrow, Page Up or Down, Home or End; false for any other key.
  ///
  /// - Parameter page: the items that are in sight at once.
  public mutating func handle(_ key: Key, page: Int = 10) -> Bool {
    switch key {
    case .up: select(selection - 1)
    case .down: select(selection + 1)
    case .pageUp: select(selection - max(page, 1))
    case .pageDown: select(selection + max(page, 1))
    case .home: select(0)
    case .end: select(count - 1)
    default: return false
    }
    return true
  }
}
