import Characters
import Documents
import Formats
import Inspection
import Interview
import InterviewSamples
import Reporting

extension FuzzTarget {
  /// Everything that is read from JSON: what is read is written and read again, and must be the same.
  static let documents = [sheet, submission, opinion, draft, codes, evidence, log, summary, personal]

  private static let sheet = FuzzTarget("sheet", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let sheet = try? SheetFormat.decode(bytes, with: reader) else { return false }
    let again = try? SheetFormat.decode(SheetFormat.line(of: sheet).bytes, with: reader)
    try promise(again == sheet, "a sheet comes back as another: \(sheet)")
    return true
  }

  private static let submission = FuzzTarget("submission", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let submission = try? SubmissionFormat.decode(bytes, with: reader) else {
      return false
    }
    // Those of a roster; a key is written as it is.
    guard submission.respondent.rawValue.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else {
      return true
    }
    let again = try? SubmissionFormat.decode(SubmissionFormat.line(of: submission).bytes, with: reader)
    try promise(again == submission, "a submission comes back as another: \(submission)")
    return true
  }

  private static let opinion = FuzzTarget("opinion", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let opinion = try? OpinionFormat.decode(bytes, with: reader) else { return false }
    let again = try? OpinionFormat.decode(OpinionFormat.line(of: opinion).bytes, with: reader)
    try promise(again == opinion, "an opinion comes back as another: \(opinion)")
    return true
  }

  private static let draft = FuzzTarget("draft", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let draft = try? DraftFormat.decode(bytes, with: reader) else { return false }
    let again = try? DraftFormat.decode(DraftFormat.encode(draft), with: reader)
    try promise(again == draft, "a draft comes back as another: \(draft)")
    return true
  }

  private static let codes = FuzzTarget("codes", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let codes = try? CodesFormat.decode(bytes, with: reader) else { return false }
    let again = try? CodesFormat.decode(CodesFormat.encode(codes), with: reader)
    try promise(again == codes, "codes come back as others: \(codes)")
    return true
  }

  private static let evidence = FuzzTarget("evidence", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader(), let evidence = try? EvidenceFormat.decode(bytes, with: reader) else {
      return false
    }
    let again = try? EvidenceFormat.decode(EvidenceFormat.encode(evidence), with: reader)
    try promise(again == evidence, "evidence comes back as another: \(evidence)")
    return true
  }

  /// What can be had of a broken log is a log.
  private static let log = FuzzTarget("log", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader() else { return false }
    let (kept, broken) = RoundLogFormat.salvage(bytes, with: reader)
    let whole = try? RoundLogFormat.decode(bytes, with: reader).map(\.event)
    try promise((whole != nil) == broken.isEmpty, "a log is read in spite of broken lines, or not without any")
    let events = try? RoundLogFormat.decode(kept, with: reader).map(\.event)
    try promise(events != nil && whole.map { $0 == events } != false, "what is kept of a log is no log")
    let again = try? RoundLogFormat.decode((events ?? []).flatMap { RoundLogFormat.encode($0) }, with: reader)
      .map(\.event)
    try promise(again == events, "events come back as others: \(events ?? [])")
    return whole?.isEmpty == false
  }

  private static let summary = FuzzTarget("summary", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader() else { return false }
    let format = try? reader.format(of: bytes)
    guard (try? SummaryFormat.decode(bytes, with: reader)) != nil else { return false }
    try promise(format == SummaryFormat.name, "a summary is read that says it is \(format ?? "nothing")")
    return true
  }

  /// A person's own result in every format, from a draft or a sheet; no text of it may do anything on a screen.
  private static let personal = FuzzTarget("personal", dictionary: "json") { bytes throws(BrokenPromise) in
    guard let reader = JSONReader() else { return false }
    let setting = Sample.inRound(.organisation)
    let result: PersonalResult
    if let draft = try? DraftFormat.decode(bytes, with: reader) {
      result = PersonalResult(draft, of: setting.questionnaire, policy: setting.policy, round: setting.round)
    } else if let sheet = try? SheetFormat.decode(bytes, with: reader) {
      result = PersonalResult(sheet, of: setting.questionnaire, policy: setting.policy, round: setting.round)
    } else {
      return false
    }
    let json = PersonalResultFormat.encode(result)
    try promise((try? reader.format(of: json)) == PersonalResultFormat.name, "a result's JSON is none: \(json.text)")
    let document = PersonalReport(of: result).document
    for text in [document.text, document.markdown(by: MarkupReader.everyText)] {
      try promise(
        text.splitByScalars { $0 == "\n" }.allSatisfy { $0.firstHidden == nil && !$0.containsScalar("\t") },
        "something hidden is left: \(text.debugDescription)")
    }
    return true
  }
}
