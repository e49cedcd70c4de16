/// Why the disk did not take something, as far as a person can act on it.
public enum StoreFault: Error, Equatable, Sendable {
  case noPermission(path: String)
  case diskFull(path: String)
  case readOnly(path: String)
  case other(path: String, code: Int)
}
