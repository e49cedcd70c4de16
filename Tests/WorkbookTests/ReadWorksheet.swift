import Foundation
import Subprocess
import SystemPackage
import Testing

/// A cell as openpyxl reads it.
struct ReadCell: Decodable, Equatable {
  /// Empty for an empty cell.
  var value: String
  /// ECMA-376, 18.18.11: `n` a number, `s` words.
  var kind: String
  var format: String

  init(_ value: String, _ kind: String = "s", _ format: String = "General") {
    (self.value, self.kind, self.format) = (value, kind, format)
  }
}

/// A worksheet as openpyxl, which shares no code with us, reads it.
struct ReadWorksheet: Decodable {
  var name: String
  var rows: [[ReadCell]]
  var frozen: String
  var filter: String
  var paper: String
  var header: String
  var footer: String
  var created: String
  /// Categories and values of each chart's first series.
  var charts: [String]

  private static let script = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    json.dump([{
        'name': sheet.title,
        'rows': [[{'value': '' if c.value is None else str(c.value), 'kind': c.data_type, 'format': c.number_format}
                  for c in row if c.__class__.__name__ != 'MergedCell'] for row in sheet.iter_rows()],
        'frozen': sheet.freeze_panes, 'filter': sheet.auto_filter.ref, 'paper': str(sheet.page_setup.paperSize),
        'header': f'{sheet.oddHeader.left.text}|{sheet.oddHeader.right.text}',
        'footer': str(sheet.oddFooter.center.text), 'created': book.properties.created.isoformat(),
        'charts': [f'{s.cat.strRef.f if s.cat.strRef else s.cat.numRef.f} {s.val.numRef.f}'.replace("'", '')
                   for s in (chart.series[0] for chart in sheet._charts)],
    } for sheet in book], sys.stdout)
    """

  static func all(in bytes: [UInt8]) async throws -> [ReadWorksheet] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tenken-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let read = try await Subprocess.run(
      .path("/usr/bin/python3"), arguments: ["-c", script, file.path], output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    let errors = read.standardError
    try #require(read.terminationStatus.isSuccess, "\(errors)")
    let text = read.standardOutput
    return try JSONDecoder().decode([ReadWorksheet].self, from: Data(text.utf8))
  }
}
