/// What a person is told after handing in.
public struct HandInReceipt: Equatable, Sendable {
  /// 受付番号: proves that this person handed in.
  public var receipt: String
  /// 控え番号: the sheet's own number, shown once.
  public var sheet: CheckedNumber

  public init(receipt: String, sheet: CheckedNumber) { (self.receipt, self.sheet) = (receipt, sheet) }
}
