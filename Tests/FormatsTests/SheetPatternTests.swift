import Aggregation
import Formats
import Inspection
import ReportSamples
import Testing

/// docs/formats.md, box.ndjson: a line that is written as tenken writes it is recognised, and no other.
@Suite("Sheets recognised by what is written of them")
struct SheetPatternTests {
  /// Takes what a pattern recognises.
  private struct Rows: BoxPart {
    let patterns: [SheetPattern]
    var rows: [SheetRow] = []

    mutating func take(_ line: BoxLineView) -> Bool {
      guard line.kind == .sheet, let row = patterns.lazy.compactMap({ $0.row(of: line) }).first else { return false }
      rows.append(row)
      return true
    }

    mutating func append(_ next: Rows) { rows += next.rows }
  }

  private let form: SheetForm
  private let number: CheckedNumber

  init() throws {
    let rules = SheetRules(
      of: Example.round(), answering: Example.checklists(approved: true), by: Standings())
    form = try #require(rules.forms.first { $0.role == .member })
    number = try #require(CheckedNumber(payload: "12345678901"))
  }

  private func rows(_ line: [UInt8]) -> [SheetRow] {
    var block = BoxBlock(Rows(patterns: [SheetPattern(of: form)]))
    line.withUnsafeBytes { block.read($0) }
    return block.part.rows
  }

  private func line(_ answers: [Answer]) -> [UInt8] {
    let sheet = Sheet(
      id: number, round: form.round, checklist: form.checklist, role: form.role, answers: answers, signature: nil)
    return Array(SheetFormat.line(of: sheet).bytes)
  }

  @Test func `Every answer that may be given is recognised, alone and with words, and an item left open as open`()
    throws
  {
    for (item, answers) in form.answers.enumerated() {
      for (place, answer) in answers.enumerated() {
        for words in answer.source == .respondent ? [nil, "", "別の方法。", "a},{b"] : [nil] {
          var answer = answer
          answer.reason = words
          let row = try #require(rows(line([answer])).first, "\(answer)")
          #expect(row.number == number)
          #expect(row.answers.indices.allSatisfy { row.answers[$0] == ($0 == item ? UInt8(place) : SheetRow.open) })
        }
      }
    }
    let full = try #require(rows(line(form.answers.compactMap(\.first))).first)
    #expect(full.answers == form.answers.map { _ in 0 })
    #expect(rows(line([])).first?.answers == form.answers.map { _ in SheetRow.open })
  }

  @Test(arguments: [
    ("\"answers\":[{", "\"answers\":[ {"), ("\"choice\"", "\"choi\\u0063e\""), ("},{", "}, {"), ("}],", "},],"),
    ("\"revision\":1", "\"revision\":9"), ("\"revision\":1", "\"revision\":1.0"),
    ("\"role\":\"member\"", "\"role\":\"staff\""),
    ("\"round\":\"r8-1\"", "\"round\":\"r8-2\""), ("\"round\":\"r8-1\"}", "\"round\":\"r8-1\"} "),
    ("\"round\":\"r8-1\"}", "\"round\":\"r8-1\",\"respondent\":\"m01\"}"), ("123456789018", "123456789019"),
    ("\"answers\":[{", "\"answers\":[,{"),
  ])
  func `A line that is written otherwise is left to the decoder`(old: String, new: String) throws {
    let answers = form.answers.compactMap(\.first)
    let whole = String(decoding: line(answers).dropFirst(77), as: UTF8.self).replacing(
      number.digits, with: "123456789018")
    let number = try #require(CheckedNumber(written: "123456789018") ?? CheckedNumber(payload: "12345678901"))
    let text = whole.replacing("123456789018", with: number.digits)
    #expect(rows(BoxLine.sealed(Array(text.utf8))).count == 1)
    let changed = text.replacing(old == "123456789018" ? number.digits : old, with: new, maxReplacements: 1)
    #expect(changed != text, "\(old)")
    #expect(rows(BoxLine.sealed(Array(changed.utf8))).isEmpty, "\(new)")
  }

  @Test func `Words with an escape, a control or a byte that is no text are left to the decoder`() throws {
    var answer = try #require(form.answers.first?.first)
    answer.reason = "WORDS"
    let text = Array(line([answer]).dropFirst(77))
    let place = try #require(text.firstRange(of: Array("WORDS".utf8)))
    for words: [UInt8] in [Array("a\\nb".utf8), [0x0A], [0xFF], [0xE3, 0x81]] {
      #expect(
        rows(BoxLine.sealed(Array(text[..<place.lowerBound]) + words + text[place.upperBound...])).isEmpty, "\(words)")
    }
  }

  @Test func `Items in another order, or one twice, are left to the decoder`() {
    let answers = form.answers.compactMap(\.first)
    #expect(rows(line(answers.reversed())).isEmpty)
    #expect(rows(line(answers + answers.suffix(1))).isEmpty)
  }
}
