import Foundation

/// Finds where a document stops being JSON, after the fast parser has refused it.
enum JSONSyntax {
  /// The byte offset of the fault, or nil when the slow parser cannot tell either.
  static func faultOffset(in bytes: some Collection<UInt8>) -> Int? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return nil
    } catch {
      return (error as NSError).userInfo["NSJSONSerializationErrorIndex"] as? Int
    }
  }
}
