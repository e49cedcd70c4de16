/// What libxlsxwriter or the memory it writes to did not allow; facts only.
public enum WorkbookError: Error, Equatable, Sendable {
  /// With errno.
  case memory(code: Int32)
  /// With libxlsxwriter's `lxw_error`.
  case library(code: UInt32)
}
