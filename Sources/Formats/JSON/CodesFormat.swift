import CDigest
public import Inspection

/// Who may come in by which slip code: the person's number and the Argon2id hash of the whole code.
public struct CodeEntry: Equatable, Sendable {
  /// Three digits, the first ones of the code.
  public var number: String
  public var respondent: RespondentID
  /// As libsodium writes it (PHC string format).
  public var hash: String

  public init(number: String, respondent: RespondentID, hash: String) {
    (self.number, self.respondent, self.hash) = (number, respondent, hash)
  }
}

/// `tenken.codes/1`: the hashes of a round's slip codes.
public enum CodesFormat {
  public static let name = "tenken.codes/1"

  /// Reads the file; throws its first fault of syntax, or the first value that is wrong.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> [CodeEntry]
  {
    try reader.read(bytes) { root throws(DocumentError) in
      try root.object(["codes"], format: name).required("codes").list { entry throws(DocumentError) in
        let object = try entry.object(["number", "respondent", "hash"])
        return CodeEntry(
          number: try object.required("number").string(),
          respondent: try object.required("respondent").identifier(RespondentID.self),
          hash: try hash(try object.required("hash")))
      }
    }
  }

  /// A hash of the cost that tenken writes, and of no other: a dearer one would keep the program busy for ever.
  private static func hash(_ value: JSONValue) throws(DocumentError) -> String {
    let hash = try value.string()
    guard hash.hasPrefix(cost), hash.utf8.count < Int(CD_HASH_BYTES) else { throw value.fault(.malformedID(hash)) }
    return hash
  }

  /// libsodium's interactive limits: 64 MiB, two passes, one lane (RFC 9106).
  private static let cost = "$argon2id$v=19$m=65536,t=2,p=1$"

  /// The file, its entries in the order given.
  public static func encode(_ codes: [CodeEntry]) -> [UInt8] {
    JSONWriter.file(
      Shape(codes: codes.map { .init(number: $0.number, respondent: $0.respondent.rawValue, hash: $0.hash) }))
  }

  private struct Shape: Encodable {
    struct Code: Encodable {
      var number: String
      var respondent: String
      var hash: String
    }
    var format = CodesFormat.name
    var codes: [Code]
  }
}
