public import Aggregation
public import Inspection

/// `tenken.summary/1`: a disclosed summary (`docs/schemas/summary.schema.json`); text as it was typed, counts as integers.
public enum SummaryFormat {
  public static let name = "tenken.summary/1"

  public static func encode(_ summary: DisclosedSummary) -> [UInt8] { JSONWriter.file(SummaryShape(summary)) }

  /// Reads what a summary says of itself; its figures are not read, for they are made again and compared as bytes.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> StatedSummary
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.openObject(format: name)
      return StatedSummary(
        round: try object.required("round").openObject().required("id").identifier(RoundID.self),
        audience: try object.required("audience").word(Audience.self),
        edition: try object.optional("edition").read { value throws(DocumentError) in
          try value.openObject().required("number").integer(from: 1)
        },
        inputs: try object.optional("inputs").read(inputs))
    }
  }

  private static func inputs(_ value: JSONValue) throws(DocumentError) -> InputDigest {
    let object = try value.openObject()
    let parts = try object.optional("parts").read { parts throws(DocumentError) in
      try parts.list { entry throws(DocumentError) in
        let object = try entry.openObject()
        return InputDigest.Part(
          name: try object.required("name").string(), files: try object.required("files").integer(from: 0),
          digest: try object.required("digest").string())
      }
    }
    return InputDigest(digest: try object.required("digest").string(), parts: parts ?? [])
  }
}

/// What a summary's file says of itself: which round and edition it is of, for whom, and what it was made of.
public struct StatedSummary: Equatable, Sendable {
  public var round: RoundID
  public var audience: Audience
  /// The number of the edition, from 1; nil before closing.
  public var edition: Int?
  /// nil before closing; without parts in the public edition.
  public var inputs: InputDigest?

  public init(round: RoundID, audience: Audience, edition: Int?, inputs: InputDigest?) {
    (self.round, self.audience, self.edition, self.inputs) = (round, audience, edition, inputs)
  }
}
