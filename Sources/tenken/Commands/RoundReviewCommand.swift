import Aggregation
import ArgumentParser
import Formats
import Inspection
import Reporting
import Storage
import TextLayout

/// `tenken round review`: a form for the review of section 8, then what has been decided; the decision is people's.
struct RoundReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "方針の見直しの検討の記録（review.yaml）を作り、確かめます。",
    discussion: """
      記録がなければ、検討することの候補を注に並べた、空の用紙を作ります。
      記録があれば、決まったことと、まだ書いていないところを示します。何も書き換えません。
      """)

  @Argument(help: ArgumentHelp("締め切った点検回のフォルダ", valueName: "点検回")) var path: String

  func run() throws {
    let folder = try RoundFolder(path)
    if let review = try folder.review() {
      return try Output.write(ReviewText.state(of: review, in: folder))
    }
    guard folder.status.closed != nil else {
      throw Failure(.notYet, "締め切る前なので、まだ検討できません。", "tenken round close \(path) で締め切ると、用紙を作れます。")
    }
    let questions = try RoundResult(path, previous: []).disclosed(to: .office).reviewQuestions
    try Disk.write(
      ReviewFormat.blank(for: folder.round, questions: questions.map(\.sanitized)), to: folder.reviewPath,
      replacing: .refused)
    Output.say("検討の用紙 \(folder.reviewPath) を作りました（候補 \(questions.count)件）。決定は何も書いていません。")
  }
}
