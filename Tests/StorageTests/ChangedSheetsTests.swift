import Formats
import Inspection
import Storage
import Testing

/// docs/secretariat.md 11: what has become of the sheets since an edition is named by their lines.
@Suite("Sheets that have changed since an edition") struct ChangedSheetsTests {
  private let numbers: [CheckedNumber]

  init() throws {
    numbers = try ["12345678901", "22345678902", "32345678903"].map { try #require(CheckedNumber(payload: $0)) }
  }

  /// A box with a sheet of each number, all with one choice.
  private func box(_ sheets: [(CheckedNumber, Choice)]) throws -> Box {
    var box = Box(of: "r8-1")
    for (number, choice) in sheets {
      let answers = [Answer(item: "M-PHY-01", revision: 1, choice: choice, source: .respondent)]
      box.put(
        SheetFormat.line(
          of: Sheet(
            id: number, round: "r8-1", checklist: ChecklistReference(id: "c", version: "1", digest: "00"),
            role: .member, answers: answers, signature: nil)))
    }
    // As it stands in the file, where lines have places.
    return BoxFormat.salvage(BoxFormat.encode(box), of: "r8-1")
  }

  private func counting(_ numbers: [CheckedNumber], in box: Box) -> RoundManifest {
    RoundManifest(counting: [.member: numbers], in: box)
  }

  @Test func `Nothing has changed where nothing has`() throws {
    let box = try box(numbers.map { ($0, .yes) })
    let counted = counting(numbers, in: box)
    #expect(ChangedSheets(in: box, counting: counted, since: counted) == ChangedSheets())
  }

  @Test func `A sheet that is another now and one that came are named by their lines, one that went by its count`()
    throws
  {
    let then = try box([(numbers[0], .yes), (numbers[1], .yes)])
    let now = try box([(numbers[1], .no), (numbers[2], .yes)])
    let (counted, before) = (counting(Array(numbers[1...]), in: now), counting(Array(numbers[..<2]), in: then))
    #expect(ChangedSheets(in: now, counting: counted, since: before) == ChangedSheets(lines: [1, 2], gone: 1))
  }

  @Test func `What counted neither then nor now is no change`() throws {
    let box = try box(numbers.map { ($0, .yes) })
    let counted = counting([numbers[0]], in: box)
    #expect(ChangedSheets(in: box, counting: counted, since: counted) == ChangedSheets())
  }
}
