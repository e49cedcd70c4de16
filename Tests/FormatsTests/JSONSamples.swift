import Formats
import Inspection

/// Files of the program's own, written out by hand from the description of the formats.
enum JSONSamples {
  static func sheet(id: String, answers: String = answers, more: String = "") -> String {
    """
    {"format": "tenken.sheet/1", "id": "\(id)", "round": "r8-1",
     "checklist": {"id": "mihon-members", "version": "1", "digest": "00ff"}, "role": "member",
     "answers": [\(answers)]\(more)}
    """
  }

  static let answers = """
    {"item": "M-PHY-01", "revision": 1, "choice": "yes", "source": "self"},
    {"item": "M-PHY-02", "revision": 2, "choice": "not_applicable", "source": "profile", "reason": "device"},
    {"item": "M-PHY-03", "revision": 1, "choice": "not_applicable", "source": "rule", "reason": "approved-messengers"},
    {"item": "M-PHY-04", "revision": 1, "choice": "alternative", "source": "self", "reason": "鍵のかかる棚", "evidence": "台帳"}
    """
}

/// The path and kind of the fault for which a JSON text is refused.
func jsonFault<Value>(
  _ text: String, _ decode: ([UInt8], borrowing JSONReader) throws(DocumentError) -> Value
) throws -> Fault? {
  guard case .fault(let fault)? = try jsonError(Array(text.utf8), decode) else { return nil }
  return fault
}

func jsonError<Value>(
  _ bytes: [UInt8], _ decode: ([UInt8], borrowing JSONReader) throws(DocumentError) -> Value
) throws -> DocumentError? {
  try withReader { reader in
    do throws(DocumentError) {
      _ = try decode(bytes, reader)
      return nil
    } catch { return error }
  }
}
