/// Where the people of a roster stand on it, found by the bytes of their ids.
public struct RosterPlaces: Sendable {
  private let ids: [RespondentID]
  /// Places on the roster by the hash of the id, -1 where there is none; a power of two.
  private var table: [Int32]

  public init(of roster: Roster) {
    ids = roster.respondents.map(\.id)
    var size = 16
    while size < 2 * ids.count { size *= 2 }
    table = Array(repeating: -1, count: size)
    for (place, id) in ids.enumerated() {
      var text = id.rawValue
      let slot = text.withUTF8 { self.slot(of: UnsafeRawBufferPointer($0)) }
      if table[slot] < 0 { table[slot] = Int32(place) }
    }
  }

  /// From 0; nil for somebody who is not on the roster.
  public subscript(id: UnsafeRawBufferPointer) -> Int? {
    let place = Int(table[slot(of: id)])
    return place < 0 ? nil : place
  }

  /// Where the id is, or would be.
  private func slot(of id: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: id)
    var slot = hasher.finalize() & (table.count - 1)
    while table[slot] >= 0, !ids[Int(table[slot])].rawValue.utf8.elementsEqual(id) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }
}
