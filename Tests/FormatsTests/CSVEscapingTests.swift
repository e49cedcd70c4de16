import Formats
import Inspection
import Testing
import TextSamples

/// Whatever people write, a reader of RFC 4180 finds the fields that were written.
@Suite struct CSVEscapingTests {
  /// RFC 4180, 2, for tables whose fields are all quoted, as its grammar has them: bytes, and nothing but those.
  private struct StrictReader {
    struct NotCSV: Error { let byte: Int }

    static func table(_ bytes: some Collection<UInt8>) throws -> [[[UInt8]]] {
      let bytes = Array(bytes)
      var (place, rows): (Int, [[[UInt8]]]) = (0, [[]])
      func next() -> UInt8? { place < bytes.count ? bytes[place] : nil }
      func take(_ byte: Character) throws {
        guard next() == byte.asciiValue else { throw NotCSV(byte: place) }
        place += 1
      }
      while place < bytes.count {
        try take("\"")
        var field: [UInt8] = []
        while true {
          while let byte = next(), byte != UInt8(ascii: "\"") {
            field.append(byte)
            place += 1
          }
          try take("\"")
          guard next() == UInt8(ascii: "\"") else { break }
          field.append(UInt8(ascii: "\""))
          place += 1
        }
        rows[rows.count - 1].append(field)
        if next() == UInt8(ascii: ",") {
          place += 1
        } else {
          try take("\r")
          try take("\n")
          rows.append([])
        }
      }
      return rows.dropLast()
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) func `A strict reader finds every field as it was written`(
    seed: UInt64
  ) throws {
    var texts = HostileTexts(seed: seed, count: 600)
    let rows = (0..<200).map { _ in (0..<3).map { _ in texts.next() ?? "" } }
    let read = try StrictReader.table(CSVWriter.bytes(rows).dropFirst(3))
    #expect(read.count == rows.count)
    for (row, found) in zip(rows, read) {
      #expect(found.count == 3)
      for (field, bytes) in zip(row, found) {
        // An apostrophe keeps a formula from running.
        let apostrophe = bytes.count > field.utf8.count ? 1 : 0
        #expect(bytes.dropFirst(apostrophe).elementsEqual(field.utf8), "\(field.debugDescription)")
        if apostrophe == 1 { #expect(bytes.first == UInt8(ascii: "'")) }
      }
    }
  }

  @Test(arguments: ["\u{FF9E}", "\u{3099}"]) func `A quote before a mark is doubled`(mark: String) {
    let text = "一\"\(mark),二"
    #expect(CSVWriter.bytes([[text]]).dropFirst(3).elementsEqual("\"一\"\"\(mark),二\"\r\n".utf8))
  }

  @Test func `A table comes back as it went, also by our own reader`() throws {
    let name = "議\"\u{3099}員,\u{FF9E}01"
    let bytes = CSVWriter.bytes([["番号", "氏名", "役割"], ["m01", name, "議員"]])
    let people = try RosterFormat.decode(bytes, policy: Samples.policy())
    #expect(people.respondents.map(\.name).map { Array($0.unicodeScalars) } == [Array(name.unicodeScalars)])
  }
}
