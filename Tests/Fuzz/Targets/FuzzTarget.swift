/// A way in for bytes that nobody chose: a reader, or what writes texts for other readers.
///
/// libFuzzer drives each one from `Tests/Fuzz/Run`; `FuzzTests` runs the corpus through the same functions.
public struct FuzzTarget: Sendable {
  public enum Outcome: Equatable, Sendable {
    /// The bytes were read, and all that is promised held.
    case taken
    /// The bytes were refused as they should be.
    case refused
    /// A promise was broken: which, and by what.
    case wrong(String)
  }

  public let name: String
  /// The name of the words that a fuzzer puts together, in `Tests/Fuzz/dictionaries`.
  public let dictionary: String?
  /// How many bytes a fuzzer gives it at most; less where much time goes into each.
  public let limit: Int
  private let body: @Sendable ([UInt8]) throws(BrokenPromise) -> Bool

  /// - Parameter body: tells whether the bytes were read.
  init(
    _ name: String, dictionary: String? = nil, limit: Int = 4096,
    _ body: @escaping @Sendable ([UInt8]) throws(BrokenPromise) -> Bool
  ) {
    (self.name, self.dictionary, self.limit, self.body) = (name, dictionary, limit, body)
  }

  public func run(_ bytes: [UInt8]) -> Outcome {
    do throws(BrokenPromise) { return try body(bytes) ? .taken : .refused } catch { return .wrong(error.text) }
  }

  public static let all =
    documents + boxes + yamls + tables + workbooks + templates + conversations + escapers + layouts + [cp932, written]

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Something that the product promises did not hold.
struct BrokenPromise: Error { let text: String }

func promise(_ holds: Bool, _ text: @autoclosure () -> String) throws(BrokenPromise) {
  if !holds { throw BrokenPromise(text: text()) }
}
