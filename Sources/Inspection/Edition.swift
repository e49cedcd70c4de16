/// Who reads an edition.
public enum Audience: String, CaseIterable, Sendable {
  /// 内部用.
  case office = "internal"
  /// 公表用.
  case everyone = "public"
}

/// One set of a closed round's figures as it was given out: the first, or a correction (訂正版) with its reason.
public struct Edition: Equatable, Sendable {
  public var audience: Audience
  /// From 1, for each audience by itself.
  public var number: Int
  /// Why it corrects the one before; nil for the first.
  public var reason: String?

  public init(to audience: Audience, number: Int, reason: String? = nil) {
    (self.audience, self.number, self.reason) = (audience, number, reason)
  }
}
