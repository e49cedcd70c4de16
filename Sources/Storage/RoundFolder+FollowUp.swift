public import Formats
public import Inspection

/// What people keep in the folder of a round after it was closed.
extension RoundFolder {
  static let actionsFile = "actions.csv"
  static let reviewFile = "review.yaml"
  static let followUpFiles = [actionsFile, reviewFile]

  public var actionsPath: String { path + "/" + Self.actionsFile }
  public var reviewPath: String { path + "/" + Self.reviewFile }

  /// The list of actions, or all its faults; nil where there is none.
  public func actions() throws(StorageError) -> ActionsFile? {
    guard Disk.exists(actionsPath) else { return nil }
    let bytes = try Disk.read(actionsPath)
    do throws(ActionsError) {
      return try ActionsFormat.decode(bytes)
    } catch { throw .actions(path: actionsPath, error.faults) }
  }

  /// What was decided about the policy, or all faults of the file; nil where there is none.
  public func review() throws(StorageError) -> Review? {
    guard Disk.exists(reviewPath) else { return nil }
    let bytes = try Disk.read(reviewPath)
    do throws(YAMLError) {
      return try ReviewFormat.decode(bytes)
    } catch { throw .yaml(path: reviewPath, error) }
  }

  public func followUp() throws(StorageError) -> FollowUp {
    FollowUp(actions: try actions()?.actions, review: try review())
  }
}
