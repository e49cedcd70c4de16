import Formats
import Foundation
import Glibc
import Inspection
import Storage
import Testing

/// docs/formats.md, 大きさの上限: each sort of file has one limit, and what is larger is refused by name before it is read.
@Suite("The limits of files") struct LimitsTests {
  /// The size and the rest of each row of the table, by the first words of its row.
  private func documented() throws -> [String: [String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let text = try String(contentsOf: root.appending(path: "docs/formats.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "### 大きさの上限\n").last?.components(separatedBy: "\n#").first)
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .map { row in row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Array($0.dropFirst())) })
  }

  @Test func `The document's table is what the program holds to`() throws {
    let rows = try documented()
    let limits: [(row: String, limit: SizeLimit, more: String)] = [
      ("YAML", .yaml, ""), ("JSON", .json, "値は\(Limits.jsonValues / 10_000)万個"),
      (
        "用紙", .table,
        "部品は\(Limits.archiveParts)個、一つ \(Limits.archivePartBytes >> 20) MiB、合わせて \(Limits.archiveContentBytes >> 20) MiB。"
          + "読む XML は合わせて \(Limits.workbookXMLBytes >> 20) MiB、欄は\(Limits.workbookCells / 10_000)万個"
      ),
      ("CSV", .table, "見出しは\(Limits.tableHeadings)個"), ("ひな形", .template, "入れ子は100"),
      ("記録と一覧", .log, ""), ("箱", .box, ""),
    ]
    for (row, limit, more) in limits {
      let found = try #require(rows[row], "\(row)")
      let (gibi, mebi) = (limit.bytes >> 30, limit.bytes >> 20)
      #expect(found[1] == (gibi > 0 ? "\(gibi) GiB" : "\(mebi) MiB"), "\(row)")
      #expect(more.isEmpty || found[2].contains(more), "\(row)")
    }
  }

  @Test(
    arguments: [
      ("round.yaml", .yaml), ("checklists/policy.yaml", .yaml), ("checklists/members.yaml", .yaml),
      ("review.yaml", .yaml), ("codes.json", .json), ("roster.csv", .table), ("actions.csv", .table),
      ("audit.csv", .table),
      ("opinions.csv", .table), ("round.log", .log),
    ] as [(String, SizeLimit)])
  func `A file of a round that is larger is refused by name, with its limit`(name: String, limit: SizeLimit) throws {
    var generator = SystemRandomNumberGenerator()
    let person = Respondent(id: "m01", name: "議員01", kana: "", role: .member)
    let sample = try SampleRound(codes: SlipCodes.make(for: [person], using: &generator) { _ in }.entries)
    let path = sample.path(name)
    try Disk.write([], to: path)
    #expect(truncate(path, limit.bytes + 1) == 0)
    #expect(throws: StorageError.tooLarge(path: path, limit: limit)) {
      let folder = try sample.current
      _ = try (folder.codes(), folder.contents(), folder.followUp())
    }
  }
}
