import Characters
import Formats
import Inspection
import Interview
import InterviewSamples

extension FuzzTarget {
  /// Everything that is read from CSV; what is read is written and read again, and must be the same.
  static let tables = [roster, actions, answers, audit, opinions, slips]

  private static let roster = FuzzTarget("roster", dictionary: "csv") { bytes throws(BrokenPromise) in
    let roster: Roster
    do throws(RosterError) { roster = try RosterFormat.decode(bytes, policy: Material.policy) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    // Everything of a person is put on one line of a screen.
    for person in roster.respondents {
      try promise(
        [person.id.rawValue, person.name, person.kana, person.exempt ?? ""].allSatisfy(\.isSeen),
        "something hidden is taken: \(person)")
    }
    let again = try? RosterFormat.decode(RosterFormat.encode(roster), policy: Material.policy)
    try promise(again == roster, "a roster comes back as another: \(roster)")
    return true
  }

  private static let actions = FuzzTarget("actions", dictionary: "csv") { bytes throws(BrokenPromise) in
    let table: TableFile<Action>
    do throws(ActionsError) { table = try ActionsFormat.decode(bytes) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    let again = try? ActionsFormat.decode(ActionsFormat.encode(table.rows))
    try promise(again?.rows == table.rows, "actions come back as others: \(table.rows)")
    let more = Action(
      id: "A-999999", round: "r8-1", matter: .init(kind: .rule, items: ["M-PHY-01"], subject: "課題", ground: "根拠"))
    if !table.rows.contains(where: { $0.id == more.id }) {
      try promiseAppended(try? table.appending([more])) { (try? ActionsFormat.decode($0))?.rows == table.rows + [more] }
    }
    return true
  }

  private static let audit = FuzzTarget("audit", dictionary: "csv") { bytes throws(BrokenPromise) in
    let items: Set<ItemID> = ["O-ORG-01", "O-ORG-02"]
    let table: TableFile<AuditRecord>
    do throws(AuditError) { table = try AuditFormat.decode(bytes, items: items) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    let again = try? AuditFormat.decode(AuditFormat.encode(table.rows), items: items)
    try promise(again?.rows == table.rows, "audited items come back as others: \(table.rows)")
    return true
  }

  private static let opinions = FuzzTarget("opinions", dictionary: "csv") { bytes throws(BrokenPromise) in
    let table: TableFile<Opinion>
    do throws(OpinionsError) { table = try OpinionsFormat.decode(bytes) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    let again = try? OpinionsFormat.decode(OpinionsFormat.encode(table.rows))
    try promise(again?.rows == table.rows, "opinions come back as others: \(table.rows)")
    if let number = Material.number, !table.rows.contains(where: { $0.number == number }) {
      let more = Opinion(number: number, text: "研修を")
      try promiseAppended(try? table.appending([more])) {
        (try? OpinionsFormat.decode($0))?.rows == table.rows + [more]
      }
    }
    return true
  }

  private static let answers = FuzzTarget("answers", dictionary: "csv") { bytes throws(BrokenPromise) in
    let lines = FormLines(of: Sample.inRound(.organisation).questionnaire)
    let form: FilledForm
    do throws(AnswersError) { form = try AnswersFormat.decode(bytes, for: lines) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    try promiseOffered(form.answers, on: lines)
    return true
  }

  static func promiseOffered(_ answers: FormAnswers, on lines: FormLines) throws(BrokenPromise) {
    for line in lines.all {
      guard let answer = answers[line] else { continue }
      try promise(lines.choices(of: line).contains(answer.choice), "an answer is taken that is not offered: \(answer)")
    }
  }

  private static let slips = FuzzTarget("slips", dictionary: "csv") { bytes throws(BrokenPromise) in
    let codes: [RespondentID: CheckedNumber]
    do throws(TableError<SlipDetail>) { codes = try SlipsFormat.decode(bytes) } catch {
      try promiseLines(error.faults.map(\.line), in: bytes)
      return false
    }
    let slips = codes.map { (Respondent(id: $0.key, name: "議員", kana: "", role: .member), $0.value) }
    let again = try? SlipsFormat.decode(SlipsFormat.encode(slips))
    try promise(again == codes, "codes come back as others: \(codes)")
    return true
  }

  /// Rows behind a table change none of its own; the table may be in an encoding that has no room for them.
  private static func promiseAppended(_ table: [UInt8]?, _ isRead: ([UInt8]) -> Bool) throws(BrokenPromise) {
    guard let table else { return }
    try promise(isRead(table), "rows behind a table make another of it: \(table)")
  }

  private static func promiseLines(_ lines: [Int], in bytes: [UInt8]) throws(BrokenPromise) {
    let count = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    for line in lines { try promise((1...count).contains(line), "a fault on line \(line) of \(count)") }
  }
}
