import Formats
import Inspection
import Interview
import Storage

/// What comes before the interview when the answers are not all typed in it: a file, a paper form, consent.
struct Preparation {
  let setting: Setting
  let way: EntryWay
  /// Who enters the answers; nil where people enter their own.
  let helper: Respondent?

  enum Result {
    case ready(Draft)
    case ended(VisitEnding)
  }

  /// Nothing is kept before the person has agreed, and nothing is changed by a file that has a fault.
  func prepare(_ draft: Draft, in store: LiveStore, on face: FrontEnd.Face) throws -> Result {
    var draft = draft
    if let helper {
      draft.goOn(as: Draft.Entry(mode: way.hasForm ? .paper : .assisted, by: helper.id))
    }
    if let file = way.answers {
      var answers = try self.answers(in: file)
      if helper == nil { answers.consent = nil }
      draft.take(answers)
      draft.position = .review
    }
    if way.isPaper {
      switch try face.run(PaperEntry(setting, draft: draft, twice: way.isTwice), perform: { $0.perform(in: store) }) {
      case .suspended: return .ended(.suspended)
      case .declined: return .ended(.declined)
      case .keyed(let keyed): draft = keyed
      }
    }
    guard let assistance = setting.assistance, draft.consent != true else { return .ready(draft) }
    switch try face.run(Consent(to: assistance, in: setting), perform: { _ in nil }) {
    case .left: return .ended(.left)
    case .declined: return .ended(.declined)
    case .agreed:
      draft.consent = true
      return .ready(draft)
    }
  }

  private func answers(in file: String) throws -> FormAnswers {
    let bytes = try Disk.read(file)
    do throws(AnswersError) {
      return try AnswersFormat.decode(bytes, for: FormLines(of: setting.questionnaire))
    } catch {
      throw Failure(
        .badData,
        lines: TableFaultText.lines(of: error.faults, in: file) + ["直してから、もう一度実行してください。答えは何も変えていません。"])
    }
  }
}
