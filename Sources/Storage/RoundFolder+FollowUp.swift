public import Formats
public import Inspection

/// What people keep in the folder of a round after it was closed.
extension RoundFolder {
  static let actionsFile = "actions.csv"
  static let reviewFile = "review.yaml"
  static let opinionsFile = "opinions.csv"
  static let followUpFiles = [actionsFile, reviewFile, opinionsFile]

  public var actionsPath: String { path + "/" + Self.actionsFile }
  public var reviewPath: String { path + "/" + Self.reviewFile }
  public var opinionsPath: String { path + "/" + Self.opinionsFile }

  /// The list of actions, or all its faults; nil where there is none.
  public func actions() throws(StorageError) -> ActionsFile? { try decodeActions(try readIfAny(Self.actionsFile)) }

  /// What was decided about the policy, or all faults of the file; nil where there is none.
  public func review() throws(StorageError) -> Review? { try decodeReview(try readIfAny(Self.reviewFile)) }

  /// The list of opinions and the decision about each, or all its faults; nil where there is none.
  public func opinions() throws(StorageError) -> OpinionsFile? { try decodeOpinions(try readIfAny(Self.opinionsFile)) }

  func readIfAny(_ name: String) throws(StorageError) -> [UInt8]? {
    try Disk.exists(path + "/" + name) ? try read(name, upTo: .table) : nil
  }

  func decodeActions(_ bytes: [UInt8]?) throws(StorageError) -> ActionsFile? {
    guard let bytes else { return nil }
    do throws(ActionsError) {
      return try ActionsFormat.decode(bytes)
    } catch { throw .actions(path: actionsPath, error.faults) }
  }

  func decodeReview(_ bytes: [UInt8]?) throws(StorageError) -> Review? {
    guard let bytes else { return nil }
    do throws(YAMLError) {
      return try ReviewFormat.decode(bytes)
    } catch { throw .yaml(path: reviewPath, error) }
  }

  func decodeOpinions(_ bytes: [UInt8]?) throws(StorageError) -> OpinionsFile? {
    guard let bytes else { return nil }
    do throws(OpinionsError) {
      return try OpinionsFormat.decode(bytes)
    } catch { throw .opinions(path: opinionsPath, error.faults) }
  }
}
