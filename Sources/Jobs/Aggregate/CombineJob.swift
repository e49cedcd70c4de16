public import Aggregation
import Formats
public import Storage

/// Combines the internal summaries of several assemblies.
public enum CombineJob {
  /// A file that is in nothing, and why.
  public struct LeftOutFile: Equatable, Sendable {
    /// Why a file is not combined; facts only.
    public enum Reason: Equatable, Sendable {
      case unreadable(StorageError)
      case publicEdition, notClosed, draft, extraordinary
      /// The other file, which is newer, is taken.
      case sameAssembly(as: String)
    }

    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) { (self.path, self.reason) = (path, reason) }
  }

  /// No role shows tables in three assemblies.
  public struct TooFew: Error, Equatable, Sendable {
    /// In the order given.
    public var leftOut: [LeftOutFile]
    /// Assemblies whose summaries are read and may be combined.
    public var assemblies: Int

    public init(leftOut: [LeftOutFile], assemblies: Int) { (self.leftOut, self.assemblies) = (leftOut, assemblies) }
  }

  /// What is left is combined; the rest is told in the order of `paths`.
  ///
  /// Throws `TooFew`, and `StorageError.outOfMemory`.
  public static func run(_ paths: [String], tell: Tell) throws -> (combination: Combination, leftOut: [LeftOutFile]) {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    var (places, summaries): ([Int], [AssemblySummary]) = ([], [])
    var reasons: [Int: LeftOutFile.Reason] = [:]
    for (place, path) in paths.enumerated() {
      do throws(StorageError) {
        summaries.append(try summary(at: path, with: reader))
        places.append(place)
      } catch { reasons[place] = .unreadable(error) }
      tell(.progress(.readingSummaries, done: place + 1, total: paths.count))
    }
    let admission = CombinationAdmission(of: summaries)
    for entry in admission.leftOut {
      reasons[places[entry.place]] =
        switch entry.reason {
        case .publicEdition: .publicEdition
        case .notClosed: .notClosed
        case .draft: .draft
        case .extraordinary: .extraordinary
        case .sameAssembly(let other): .sameAssembly(as: paths[places[other]])
        }
    }
    let leftOut = paths.enumerated().compactMap { place, path in
      reasons[place].map { LeftOutFile(path: path, reason: $0) }
    }
    guard let combination = Combination(of: admission.counted) else {
      throw TooFew(leftOut: leftOut, assemblies: admission.counted.count)
    }
    return (combination, leftOut)
  }

  private static func summary(
    at path: String, with reader: borrowing JSONReader
  ) throws(StorageError) -> AssemblySummary {
    let bytes = try Disk.read(path, upTo: .json)
    do throws(DocumentError) { return try SummaryFormat.assemblySummary(bytes, with: reader) } catch {
      throw .json(path: path, error)
    }
  }
}
