/// Who answers a checklist: policy 4(1) names members and staff; the organisation answers what no person can.
public enum Role: String, CaseIterable, Sendable, Comparable {
  case member, staff, organisation

  /// The order in which roles are shown: members, staff, organisation.
  public static func < (a: Role, b: Role) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .member: 0
    case .staff: 1
    case .organisation: 2
    }
  }
}
