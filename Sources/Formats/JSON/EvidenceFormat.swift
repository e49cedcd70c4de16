public import Inspection

/// `tenken.evidence/1`: `evidence.json`, kept in a round that follows another.
public enum EvidenceFormat {
  public static let name = "tenken.evidence/1"

  /// Reads the file; throws its first fault of syntax, or the first value that is wrong.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> EarlierEvidence
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(["round", "evidence"], format: name)
      return EarlierEvidence(
        round: try object.required("round").identifier(RoundID.self),
        entries: try object.required("evidence").list { entry throws(DocumentError) in
          let object = try entry.object(["item", "revision", "text"])
          return EarlierEvidence.Entry(
            item: try object.required("item").identifier(ItemID.self),
            revision: try object.required("revision").integer(from: 1), text: try object.required("text").string())
        })
    }
  }

  /// The evidence as a file, its entries in the order given.
  public static func encode(_ evidence: EarlierEvidence) -> [UInt8] {
    JSONWriter.file(
      Shape(
        round: evidence.round.rawValue,
        evidence: evidence.entries.map { .init(item: $0.item.rawValue, revision: $0.revision, text: $0.text) }))
  }

  private struct Shape: Encodable {
    struct Entry: Encodable {
      var item: String
      var revision: Int
      var text: String
    }
    var format = EvidenceFormat.name
    var round: String
    var evidence: [Entry]
  }
}
