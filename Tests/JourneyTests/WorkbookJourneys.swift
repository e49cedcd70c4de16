import Foundation
import Testing

extension CommandJourneys {
  /// The library that writes Excel is looked for when Excel is written.
  @Suite struct WorkbookLibrary {
    @Test func `Where it is missing nothing but Excel is, and the sentence says what to do`() async throws {
      let folder = try Folder()
      func made(_ format: String) async throws -> Finished {
        try await Program.run(
          "bash",
          [
            "-c",
            """
            library=$(ldconfig -p | grep -o 'libxlsxwriter[.]so[.][0-9]*' | head -n 1)
            mkdir -p broken && : > "broken/$library"
            LD_LIBRARY_PATH=$PWD/broken exec "$0" checklist print member --format \(format) --output form.\(format)
            """, Program.path,
          ], in: folder)
      }
      let excel = try await made("xlsx")
      #expect(excel.status == 69, "\(excel.errors)")
      #expect(excel.errors.contains("libxlsxwriter") && excel.errors.contains("csv"))
      let table = try await made("csv")
      #expect(table.status == 0, "\(table.errors)")
      #expect(try folder.names(in: ".") == ["broken", "form.csv"])
    }
  }
}
