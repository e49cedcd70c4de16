/// What a summary was made of, as one number that whoever has the round's folder can make again (docs/design.md 7.5).
public struct InputDigest: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    /// A file or folder of the round, or an earlier round that it was compared with.
    public var name: String
    public var files: Int
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
