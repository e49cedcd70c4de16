import Foundation
import Inspection

/// JSON as people may read and compare it: sorted keys, two spaces, slashes as they are, a line end at the end.
enum JSONText {
  static func render(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      // Only numbers that are not finite cannot be encoded, and a percentage is always finite.
      preconditionFailure("a value of text and finite numbers is always encodable: \(error)")
    }
  }
}

struct PlanDocument: Encodable {
  var action: String
  var due: String?

  init(_ plan: ImprovementPlan) { (action, due) = (plan.action, plan.due?.iso) }
}

struct ChecklistDocument: Encodable {
  var id: String
  var version: String
  var digest: String

  init(_ reference: ChecklistReference) {
    (id, version, digest) = (reference.id.rawValue, reference.version, reference.digest)
  }
}
