/// What a summary was made of, as one number that anybody who has the round's folder can make again (docs/design.md 8).
public struct InputDigest: Equatable, Sendable {
  /// A share of it: a file or folder of the round, or an earlier round that it was compared with.
  public struct Part: Equatable, Sendable {
    public var name: String
    /// How many files it holds.
    public var files: Int
    /// Hexadecimal BLAKE2b-256 of their manifest.
    public var digest: String
    public init(name: String, files: Int, digest: String) {
      (self.name, self.files, self.digest) = (name, files, digest)
    }
  }

  /// Hexadecimal BLAKE2b-256 of the manifest of the round.
  public var digest: String
  /// Empty in the public edition: how many files lie there is the office's own matter.
  public var parts: [Part]

  public init(digest: String, parts: [Part]) { (self.digest, self.parts) = (digest, parts) }
}
