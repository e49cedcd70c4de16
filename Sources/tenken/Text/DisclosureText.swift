import Aggregation
import Inspection

/// Why there is no such edition or comparison, and what to do.
enum DisclosureText {
  static func failure(for refusal: Disclosure.Refusal) -> Failure {
    switch refusal {
    case .notApproved(let checklists):
      Failure(
        .notYet, "公表用は作れません。点検票が決裁されていないためです（\(checklists.map(\.rawValue).joined(separator: "、"))）。",
        "点検票の approved に決裁を書いてから点検回を作ると、公表用を作れます。")
    }
  }

  static func failure(for refusal: PreviousRounds.Refusal) -> Failure {
    switch refusal {
    case .otherKind(let id):
      Failure(.usage, "\(id) とは比べられません。定期の点検と臨時の点検は、比べないことになっています。", "同じ種類の点検回を --previous に指定してください。")
    case .otherPolicy(let id): Failure(.usage, "\(id) とは比べられません。別の方針による点検回です。")
    case .notClosed(let id): Failure(.notYet, "\(id) とは、まだ比べられません。締め切られていません。")
    case .notEarlier(let id): Failure(.usage, "\(id) とは比べられません。この点検回より前に始まった点検回を指定してください。")
    case .namedTwice(let id): Failure(.usage, "\(id) が --previous に二度指定されています。")
    }
  }
}
