extension RoundFolder {
  /// The round that a sheet lies in, `<round>/sheets/<file>`; nil where there is no round at that place.
  ///
  /// - Parameter file: the sheet's path; the sheet itself need not be there, as in a closed round.
  public init?(holding file: String) throws(StorageError) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let path =
      switch parts.count {
      case 1: ".."
      case 2: "."
      default: parts.dropLast(2).joined(separator: "/")
      }
    guard Disk.exists(path + "/round.yaml") else { return nil }
    try self.init(path)
  }
}
