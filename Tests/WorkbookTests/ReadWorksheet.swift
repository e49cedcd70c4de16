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
  /// Name and cells of each table.
  var tables: [String]
  /// Empty where nothing is.
  var frozen: String
  /// Size, orientation, scale in percent and the rows on every page.
  var paper: String
  var header: String
  var footer: String
  /// Title, subject, author and the moment of its making.
  var properties: [String]
  /// Categories and values of each chart's first series.
  var charts: [String]
  /// What each picture of the workbook says to who does not see it.
  var alternatives: [String]
  /// The least size of letters times the scale, in points.
  var smallestPrinted: Double
  /// Empty where none are.
  var repeatedColumns: String
  /// The columns and the rows after which a page ends by itself.
  var columnBreaks: [Int]
  var rowBreaks: [Int]
  /// The cells that are printed.
  var printed: String
  /// The cells of each conditional format.
  var conditional: [String]

  private static let script = """
    import json, re, sys, warnings, zipfile, openpyxl
    warnings.simplefilter('ignore')
    book = openpyxl.load_workbook(sys.argv[1])
    file = zipfile.ZipFile(sys.argv[1])
    said = [t for n in file.namelist() if n.startswith('xl/drawings/drawing')
            for t in re.findall('descr="([^"]*)"', file.read(n).decode())]
    p = book.properties
    json.dump([{
        'name': sheet.title,
        'rows': [[{'value': '' if c.value is None else str(c.value), 'kind': c.data_type, 'format': c.number_format}
                  for c in row if c.__class__.__name__ != 'MergedCell'] for row in sheet.iter_rows()],
        'tables': [f'{t.name} {t.ref} {t.autoFilter.ref}' for t in sheet.tables.values()],
        'frozen': sheet.freeze_panes or '',
        'paper': f'{sheet.page_setup.paperSize} {sheet.page_setup.orientation} {sheet.page_setup.scale or 100} '
                 f'{sheet.print_title_rows}',
        'header': f'{sheet.oddHeader.left.text}|{sheet.oddHeader.right.text}',
        'footer': str(sheet.oddFooter.center.text),
        'properties': [p.title, p.subject, p.creator, p.created.isoformat()], 'alternatives': said,
        'smallestPrinted': min(c.font.sz for row in sheet.iter_rows() for c in row if c.value is not None)
                           * int(sheet.page_setup.scale or 100) / 100,
        'repeatedColumns': sheet.print_title_cols or '', 'columnBreaks': [b.id for b in sheet.col_breaks.brk],
        'rowBreaks': [b.id for b in sheet.row_breaks.brk], 'printed': (sheet.print_area or [''])[0].replace('$', ''),
        'conditional': [str(r.sqref) for r in sheet.conditional_formatting],
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
