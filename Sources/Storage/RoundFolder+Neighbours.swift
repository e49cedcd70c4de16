/// What a round has beside its folder, named after it.
extension RoundFolder {
  /// The list of slip codes, which must not lie in the folder: it would tell the codes of which that keeps only hashes.
  public static func slipsPath(beside path: String) -> String { path + "-codes.csv" }

  /// The folder of letters, unless another is named.
  public static func lettersFolder(beside path: String) -> String { path + "-letters" }
}
