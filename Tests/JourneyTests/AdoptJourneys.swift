import Foundation
import Testing

extension CommandJourneys {
  /// docs/adopt.md, followed to the letter.
  @Suite struct Adopting {
    /// What the steps make, and what an office goes on to make; nothing of it may name another assembly's office or city.
    private static let afterwards = """
      for format in text markdown html xlsx csv json; do tenken aggregate r8-1 --format $format --output report.$format; done
      tenken round create r8-2 --checklists mihon --roster meibo.csv --opens 2026-10-15 --deadline 2026-11-15 \\
        --office 総務課 --telephone 0 --lent-devices executive --staff-mode both --city-date 2026-10-01 --city-form 様式
      tenken round letters r8-2 --output letters
      tenken round letters r8-1 --kind report --output letters-closed
      for role in member staff organisation; do
        tenken checklist show $role --checklists mihon
        for format in text html csv; do
          tenken checklist print $role --checklists mihon --format $format --output $role.$format
        done
      done
      tenken round practice p --checklists mihon --closed
      # A made-up round has sheets that do not count, which is told by 65.
      tenken aggregate p --format html --output p.html || test $? = 65
      tenken aggregate p || test $? = 65
      for words in "" "round create" "checklist coverage" "round letters"; do tenken $words --help; done
      """

    @Test func `Another assembly follows docs/adopt.md and gets its report`() async throws {
      let folder = try Folder()
      let document = try String(
        contentsOf: Program.root.appendingPathComponent("docs/adopt.md"), encoding: .utf8)
      let steps = document.components(separatedBy: "```sh\n").dropFirst()
        .compactMap { $0.components(separatedBy: "\n```").first }
      #expect(steps.count >= 7)
      let preparation = """
        set -e
        mkdir bin
        ln -s '\(Program.path)' bin/tenken
        PATH="$PWD/bin:$PATH"

        """
      // The trial answers nothing: its input is at its end.
      let script = preparation + steps.joined(separator: "\n") + "\n" + Self.afterwards
      let finished = try await Program.run("bash", ["-c", script], in: folder)
      #expect(finished.status == 0, "\(finished.output.suffix(2_000))\(finished.errors)")
      #expect(finished.errors.contains("誤りはありません（4ファイル）"))
      #expect(finished.output.contains("見本町議会情報セキュリティ基本方針"))
      #expect(finished.output.contains("対象8人のうち0人が提出した"))
      #expect(finished.output.contains("見本町"))
      // The document of the steps is not there; what a workbook says is deflated, and said by the other formats too.
      let left = try await Program.run("grep", ["-rlE", "市|熊本|議会局", "."], in: folder)
      #expect(left.output == "" && left.status == 1, "\(left.output)\(left.errors)")
      for word in ["市", "熊本", "議会局"] {
        for said in (finished.output + finished.errors).split(separator: "\n") where said.contains(word) {
          Issue.record("\(word): \(said)")
        }
      }
    }
  }
}
