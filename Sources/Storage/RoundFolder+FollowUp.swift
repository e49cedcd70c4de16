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
  public func actions() throws(StorageError) -> TableFile<Action>? {
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

  /// The list of opinions and the decision about each, or all its faults; nil where there is none.
  public func opinions() throws(StorageError) -> TableFile<Opinion>? {
    guard Disk.exists(opinionsPath) else { return nil }
    let bytes = try Disk.read(opinionsPath)
    do throws(OpinionsError) {
      return try OpinionsFormat.decode(bytes)
    } catch { throw .opinions(path: opinionsPath, error.faults) }
  }

  /// Writes new lines behind those of `list`, the list as it stands; where there is none, makes one.
  ///
  /// Throws `UnencodableField` where the list is in CP932 and cannot hold them, and `StorageError`.
  public func add(_ actions: [Action], to list: TableFile<Action>?) throws {
    if let list {
      try Disk.write(list.appending(actions), to: actionsPath)
    } else {
      try Disk.write(ActionsFormat.encode(actions), to: actionsPath, replacing: .refused)
    }
  }

  /// The same of opinions.
  public func add(_ opinions: [Opinion], to list: TableFile<Opinion>?) throws {
    if let list {
      try Disk.write(list.appending(opinions), to: opinionsPath)
    } else {
      try Disk.write(OpinionsFormat.encode(opinions), to: opinionsPath, replacing: .refused)
    }
  }

  /// Makes a form for the review, with what might be looked at as comments; one that is there stays.
  public func writeBlankReview(questions: [String]) throws(StorageError) {
    try Disk.write(ReviewFormat.blank(for: round, questions: questions), to: reviewPath, replacing: .refused)
  }

  /// How many opinions were handed in of which there is no list yet; 0 where there is a list.
  public func unlistedOpinions() throws(StorageError) -> Int {
    Disk.exists(opinionsPath) ? 0 : try files(in: .opinions).count
  }

  public func followUp() throws(StorageError) -> FollowUp {
    FollowUp(actions: try actions()?.rows, review: try review(), opinions: try opinions()?.rows ?? [])
  }

  /// Every opinion as it was handed in, undecided; a file that is none is passed over.
  public func writtenOpinions() throws(StorageError) -> [Opinion] {
    guard let reader = JSONReader() else { throw .outOfMemory }
    var opinions: [Opinion] = []
    for file in try files(in: .opinions) {
      guard let number = CheckedNumber(written: String(file.name.dropLast(".json".count))),
        let text = try? OpinionFormat.decode(try Disk.read(file.path), with: reader)
      else { continue }
      opinions.append(Opinion(number: number, text: text))
    }
    return opinions
  }
}
