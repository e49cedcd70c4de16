/// The words of DESIGN 2 as people read them.
extension Role {
  public var japanese: String {
    switch self {
    case .member: "議員"
    case .staff: "議会局職員"
    case .organisation: "組織"
    }
  }
}
extension Choice {
  public var japanese: String {
    switch self {
    case .yes: "はい"
    case .partial: "一部できている"
    case .no: "いいえ"
    case .unknown: "わからない"
    case .notApplicable: "該当なし"
    case .alternative: "別の方法で対応"
    }
  }
}
