import Aggregation
import Formats
import Inspection

extension LeftOut.Reason {
  /// Why the bytes of a sheet could not be read.
  init(_ error: DocumentError) {
    switch error {
    case .syntax, .notUTF8:
      self = .syntax
    case .fault(let fault):
      if case .unsupportedFormat(let found, _) = fault.kind {
        self = .unknownFormat(found)
      } else {
        self = .wrongValue(path: fault.path.description)
      }
    }
  }
}
