import Foundation
import Testing

extension Journeys {
  /// docs/adopt.md, followed to the letter.
  @Suite struct Adopting {
    @Test func `Another assembly follows docs/adopt.md and gets its report`() async throws {
      let folder = try Folder()
      let document = try String(
        contentsOf: Program.root.appendingPathComponent("docs/adopt.md"), encoding: .utf8)
      let steps = document.components(separatedBy: "```sh\n").dropFirst()
        .compactMap { $0.components(separatedBy: "\n```").first }
      #expect(steps.count >= 7)
      let preparation = """
        set -e
        mkdir Checklists bin
        cp -r '\(Program.root.path)/Checklists/kumamoto' Checklists/
        ln -s '\(Program.path)' bin/tenken
        PATH="$PWD/bin:$PATH"

        """
      // The trial answers nothing: its input is at its end.
      let script = preparation + steps.joined(separator: "\n")
      let finished = try await Program.run("bash", ["-c", script], in: folder)
      #expect(finished.status == 0, "\(finished.output.suffix(2_000))\(finished.errors)")
      #expect(finished.errors.contains("誤りはありません（4ファイル）"))
      #expect(finished.output.contains("見本町議会情報セキュリティ基本方針"))
      #expect(finished.output.contains("対象8人のうち0人が提出した"))
      #expect(!finished.output.contains("熊本"))
    }
  }
}
