import ArgumentParser
import Jobs

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
    switch try RoundReview.state(of: path, tell: Telling.tell) {
    case .written(let review, let folder): try Output.write(ReviewText.state(of: review, in: folder))
    case .blank(let path, let questions): Output.say("検討の用紙 \(path) を作りました（候補 \(questions)件）。決定は何も書いていません。")
    }
  }
}
