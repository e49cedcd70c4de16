import Characters
public import Inspection

extension RoundID {
  /// The id of a round made at `path`: the folder's name, so that rounds side by side do not share their drafts.
  public init(folder path: String) { self.init(path.lastPathComponent.nonEmpty ?? path) }
}
