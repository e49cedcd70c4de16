/// Tables as RFC 4180 has them, all of whose fields are quoted: bytes, and nothing but those.
enum CSVReader {
  /// The fields of each row; nil for what is no such table.
  static func table(_ bytes: ArraySlice<UInt8>) -> [[[UInt8]]]? {
    var rest = bytes
    func take(_ byte: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: byte) else { return false }
      rest.removeFirst()
      return true
    }
    var rows: [[[UInt8]]] = []
    while !rest.isEmpty {
      var row: [[UInt8]] = []
      repeat {
        guard take("\"") else { return nil }
        var field: [UInt8] = []
        while true {
          guard let byte = rest.popFirst() else { return nil }
          if byte == UInt8(ascii: "\""), !take("\"") { break }
          field.append(byte)
        }
        row.append(field)
      } while take(",")
      guard take("\r"), take("\n") else { return nil }
      rows.append(row)
    }
    return rows
  }
}
