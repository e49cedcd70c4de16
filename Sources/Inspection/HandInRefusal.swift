/// Why a sheet was not taken.
public enum HandInRefusal: Error, Equatable, Sendable {
  case roundClosed
  /// The person has handed in before; replacing needs the 控え番号 of that sheet.
  case alreadyHandedIn
  /// No sheet of this role and round has that 控え番号.
  case unknownNumber
  case store(StoreFault)
}
