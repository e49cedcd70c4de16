import Formats
import Inspection
import Interview
import InterviewSamples
import TextSamples

extension FuzzTarget {
  /// What may come back in the place of a form; each target leads a fuzzer past what it cannot make by itself.
  static let workbooks = [forms, zip, xml, workbook]

  /// The file as it is.
  private static let forms = FuzzTarget("forms", limit: 8192) { bytes throws(BrokenPromise) in try isForm(bytes) }

  /// Archives of which every stored part has the CRC that fits it.
  private static let zip = FuzzTarget("zip", dictionary: "zip", limit: 8192) { bytes throws(BrokenPromise) in
    try isForm(MadeArchive.mended(bytes))
  }

  /// The sheet of a workbook.
  private static let xml = FuzzTarget("xml", dictionary: "xml", limit: 8192) { bytes throws(BrokenPromise) in
    try isForm(archive(rows: bytes))
  }

  /// All parts that are read, one behind the other; those that are left out are as they should be.
  private static let workbook = FuzzTarget("workbook", dictionary: "xml", limit: 8192) { bytes throws(BrokenPromise) in
    var archive = MadeWorkbook(rows: "").archive
    for (index, part) in bytes.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
      let place = archive.entries.count - 1 - index
      if archive.entries.indices.contains(place), !part.isEmpty { archive.entries[place].content = Array(part) }
    }
    return try isForm(archive.bytes)
  }

  private static func archive(rows: [UInt8]) -> [UInt8] {
    var archive = MadeWorkbook(rows: "").archive
    for index in archive.entries.indices where archive.entries[index].name.hasSuffix("sheet1.xml") {
      archive.entries[index].content = rows
    }
    return archive.bytes
  }

  private static func isForm(_ bytes: [UInt8]) throws(BrokenPromise) -> Bool {
    let lines = FormLines(of: Sample.inRound(.organisation).questionnaire)
    let form: FilledForm
    do throws(FormFileError) { form = try FormFile(bytes).form(for: lines) } catch {
      if case .faults(let faults) = error { try promise(!faults.isEmpty, "a form is refused without a fault") }
      return false
    }
    try promiseOffered(form.answers, on: lines)
    return true
  }
}

extension MadeArchive {
  /// The archive with the CRC of each stored part put right where its directory names it (APPNOTE.TXT, 4.3.12).
  fileprivate static func mended(_ file: [UInt8]) -> [UInt8] {
    var mended = file
    func number(at place: Int, _ count: Int) -> Int {
      file[place..<place + count].enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    }
    for entry in file.indices.dropLast(46) where file[entry...].starts(with: [0x50, 0x4B, 1, 2]) {
      let (size, local) = (number(at: entry + 20, 4), number(at: entry + 42, 4))
      guard local + 30 <= file.count else { continue }
      let content = local + 30 + number(at: local + 26, 2) + number(at: local + 28, 2)
      guard content + size <= file.count else { continue }
      let crc = crc(of: file[content..<content + size])
      let bytes = withUnsafeBytes(of: crc.littleEndian) { Array($0) }
      for (offset, byte) in bytes.enumerated() {
        mended[entry + 16 + offset] = byte
        mended[local + 14 + offset] = byte
      }
    }
    return mended
  }
}
