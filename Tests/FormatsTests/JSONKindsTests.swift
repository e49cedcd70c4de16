import Formats
import Inspection
import Testing

/// Cases of each kind in which readers of JSON differ, in every place that takes JSON.
///
/// "Taken" means well-formed: none of the texts is one of our documents, so that the fault is then one of meaning. RFC 8259
/// decides; what it leaves to the reader stands apart, with what ours does.
@Suite struct JSONKindsTests {
  /// Everything that is read from a file of ours, each a whole document; an event is a line of `round.log`.
  enum Place: CaseIterable {
    case sheet, submission, opinion, draft, codes, event, summary, format

    func error(of bytes: [UInt8]) throws -> DocumentError? {
      try jsonError(bytes) { bytes, reader throws(DocumentError) in
        switch self {
        case .sheet: _ = try SheetFormat.decode(bytes, with: reader)
        case .submission: _ = try SubmissionFormat.decode(bytes, with: reader)
        case .opinion: _ = try OpinionFormat.decode(bytes, with: reader)
        case .draft: _ = try DraftFormat.decode(bytes, with: reader)
        case .codes: _ = try CodesFormat.decode(bytes, with: reader)
        case .event:
          do throws(RoundLogFormat.LineError) {
            _ = try RoundLogFormat.decode(bytes, with: reader)
          } catch { throw error.reason }
        case .summary: _ = try SummaryFormat.decode(bytes, with: reader)
        case .format: _ = try reader.format(of: bytes)
        }
      }
    }
  }

  private func isTaken(_ bytes: [UInt8], in place: Place) throws -> Bool {
    switch try place.error(of: bytes) {
    case .fault?: return true
    case .syntax?, .notUTF8?: return false
    case nil:
      Issue.record("taken for a document: \(String(decoding: bytes, as: UTF8.self))")
      return true
    }
  }

  static let wellFormed: [String] =
    // Structures; white space is space, tab, LF, CR.
    [
      "[]", "{}", "[[]]", "[{}]", " [] ", "\t[\r1 ]", "[1,2]", "{\"a\":{}}", "[null]", "true", "false", "null", "1",
      "\"a\"",
    ]
    // Numbers.
    + ["[0]", "[-0]", "[1e5]", "[1E+2]", "[1e-2]", "[0.5]", "[-1.5e10]", "[0e1]", "[0e+1]", "[123456789012]", "[-0.0]"]
    + ["[9223372036854775807]", "[-9223372036854775808]", "[0.0000000000000000000000000000000000000000000000001]"]
    // Strings and escapes.
    + [
      "[\"\"]", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\u0041\"]", "[\"\\u3042\"]", "[\"\\uD867\\uDE3D\"]",
      "[\"\\u0000\"]",
    ]
    + ["[\"あ\"]", "[\"𠮷\"]", "[\"\u{7F}\"]", "[\"\u{2028}\u{2029}\"]", "[\"\u{FFFF}\"]", "[\"\\uFFFE\"]", "[\"/\"]"]
    + [
      "[\"か\u{3099}\"]", "[\"\u{200B}\u{FEFF}\"]", "[\"\\u002c\\u0022\"]", "{\"\":0}", "{\"\\u0000\":0}",
      "{\"a\\\"b\":0}",
    ]
    + [String(repeating: "[", count: 500) + String(repeating: "]", count: 500)]

  static let malformed: [String] =
    // Structures.
    ["[", "]", "{", "}", "[1", "[1,", "[,1]", "[1,,2]", "[1,]", "[,]", "[1 2]", "[1:2]", "[1]]", "[1}", "{]", "[\"a\""]
    + [
      "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{a:1}", "{1:1}", "{'a':1}",
      "{\"a\":1 \"b\":2}",
    ]
    + [
      "{\"a\":1", "{\"a\":1]", "{\"a\"::1}", "{null:1}", "{[]:1}", "[] []", "{} x", "[1]x", "1 2", "/**/[]", "[1/**/]",
      "[1]//", "#\n[]",
    ]
    // White space of others.
    + ["[\u{C}]", "[\u{A0}1]", "[\u{3000}1]", "[\u{2060}]", "\u{200B}[]", "[\u{B}]", "[\u{85}]"]
    // Words.
    + [
      "[nul]", "[True]", "[TRUE]", "[nulll]", "[truefalse]", "[undefined]", "[NaN]", "[Infinity]", "[-Infinity]", "[a]",
      "[＋1]", "[&1]",
    ]
    // Numbers.
    + [
      "[01]", "[-01]", "[+1]", "[.5]", "[1.]", "[-]", "[--1]", "[1e]", "[1e+]", "[1ee2]", "[1.2.3]", "[0x1F]",
      "[1_000]", "[1,000.5.]",
    ]
    + ["[-.5]", "[1.e1]", "[１]", "[1a]", "[0e]", "[- 1]", "[1 000]", "[-a]", "[2.e+3]", "[9.e+]", "[0.3e]"]
    // Strings and escapes.
    + [
      "[\"a]", "[a\"]", "['a']", "[\"\\x41\"]", "[\"\\a\"]", "[\"\\u\"]", "[\"\\u00A\"]", "[\"\\uZZZZ\"]",
      "[\"\\U0041\"]", "[\"\\あ\"]",
    ]
    + [
      "[\"\n\"]", "[\"\t\"]", "[\"\u{0}\"]", "[\"\u{1F}\"]", "[\"\\\"]", "[\"\\\u{0}\"]", "[\\n]", "[\"a\"b]", "[“a”]",
      "\"", "[\"\\ud83d\\u\"]",
    ]
    // Nothing, NUL, depth.
    + ["", " ", "\u{0}", "[]\u{0}", "\u{0}[]", "[1\u{0}]", "[\u{0}1]"]
    + [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      String(repeating: "[{\"\":", count: 50_000),
    ]

  /// Not UTF-8: a lone byte, a cut character, an overlong one, a surrogate, beyond U+10FFFF, CP932, UTF-16.
  static let notUTF8: [[UInt8]] = [
    [0x5B, 0x22, 0xFF, 0x22, 0x5D], [0x5B, 0x22, 0xE3, 0x81, 0x22, 0x5D], [0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D],
    [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], [0x5B, 0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22, 0x5D],
    [0x5B, 0x22, 0x82, 0xA0, 0x22, 0x5D], [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], [0x5B, 0xFF, 0x5D], [0xE3, 0x81],
  ]

  @Test(arguments: Place.allCases) func `What RFC 8259 allows is taken`(place: Place) throws {
    // An event is one line.
    for text in Self.wellFormed where place != .event || !text.contains("\n") {
      #expect(try isTaken(Array(text.utf8), in: place), "\(text.prefix(60).debugDescription)")
    }
  }

  @Test(arguments: Place.allCases) func `What RFC 8259 does not allow is refused`(place: Place) throws {
    // A log without lines is no fault of syntax, and a line end within a line makes two.
    for text in Self.malformed where place != .event || !(text.isEmpty || text.unicodeScalars.contains("\n")) {
      #expect(try !isTaken(Array(text.utf8), in: place), "\(text.prefix(60).debugDescription)")
    }
  }

  @Test(arguments: Place.allCases) func `What is not UTF-8 is refused as that`(place: Place) throws {
    for bytes in Self.notUTF8 {
      guard case .notUTF8? = try place.error(of: bytes) else {
        Issue.record("\(bytes)")
        continue
      }
    }
  }

  /// RFC 8259 §9 and §8.1 leave these to the reader: ours refuses numbers beyond 64 bits or a double, half a surrogate
  /// pair, a byte order mark, and more than a thousand levels.
  @Test(
    arguments: [
      "[1e400]", "[-1e400]", "[123456789012345678901234567890]", "[-9223372036854775809]", "[\"\\uD800\"]",
      "[\"\\uDE3D\"]",
      "[\"\\uD867\\u0041\"]", "[\"\\uD867x\"]", "\u{FEFF}[]",
      String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000),
    ], Place.allCases)
  func `What RFC 8259 leaves open is refused where it could mean two things`(text: String, place: Place) throws {
    #expect(try !isTaken(Array(text.utf8), in: place))
  }

  /// RFC 8259 §9: ours reads a number that a double can only come near.
  @Test(arguments: ["[18446744073709551615]", "[1e-400]", "[0.1234567890123456789012345]"], Place.allCases)
  func `What RFC 8259 leaves open is taken where nothing is lost that we read`(text: String, place: Place) throws {
    #expect(try isTaken(Array(text.utf8), in: place))
  }

  /// RFC 8259 §4 leaves open what a name means that stands twice.
  @Test(arguments: Place.allCases) func `A name that stands twice is refused by its place`(place: Place) throws {
    for text in ["{\"format\":\"x\",\"format\":\"x\"}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}"] {
      guard case .fault? = try place.error(of: Array(text.utf8)) else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test(arguments: [
    ("\\u0041", "A"), ("\\uD842\\uDFB7", "𠮷"), ("\\u0000", "\u{0}"), ("\\/", "/"), ("か\u{3099}", "か\u{3099}"),
    ("\\u304B\\u3099", "か\u{3099}"), ("\u{FEFF}", "\u{FEFF}"), ("\\\\u0041", "\\u0041"),
  ]) func `An escape means its scalar, and nothing is normalised`(written: String, meant: String) throws {
    let text = "{\"format\": \"tenken.opinion/1\", \"number\": \"000000000019\", \"text\": \"x\(written)\"}"
    let read = try withReader { try OpinionFormat.decode(Array(text.utf8), with: $0) }
    #expect(Array(read.text.unicodeScalars) == Array("x\(meant)".unicodeScalars))
  }

  @Test(arguments: Place.allCases) func `Every beginning of a document is refused, and none crashes`(place: Place)
    throws
  {
    let whole = Array(JSONSamples.sheet(id: "001123456780").utf8)
    for count in whole.indices {
      // A log without lines, or of blank ones, is no fault.
      if place == .event, whole[..<count].allSatisfy({ $0 == 0x0A }) { continue }
      #expect(try place.error(of: Array(whole[..<count])) != nil, "\(count) bytes")
    }
  }

  @Test(arguments: Place.allCases) func `What is larger than any document of ours is refused as that`(place: Place)
    throws
  {
    let ones = "[" + String(repeating: "1,", count: 1_000_000) + "1]"
    let long = "[\"" + String(repeating: "a", count: 17 << 20) + "\"]"
    for text in [ones, long] {
      #expect(try place.error(of: Array(text.utf8)) == .fault(Fault(.tooLarge, at: DocumentPath())))
    }
  }
}
