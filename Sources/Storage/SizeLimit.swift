/// The most bytes that a file of a sort may have; a larger one is refused by name before it is read (docs/formats.md).
public struct SizeLimit: Equatable, Sendable {
  public let bytes: Int

  /// Settings, checklists, templates and drafts: 4 MiB.
  public static let document = SizeLimit(bytes: 4 << 20)
  /// Tables, forms and results, and the log: 64 MiB.
  public static let table = SizeLimit(bytes: 64 << 20)
  /// A box: 16 GiB, ten million sheets. One that is added to has at most 999 people and stays under 5 MB.
  public static let box = SizeLimit(bytes: 16 << 30)
}
