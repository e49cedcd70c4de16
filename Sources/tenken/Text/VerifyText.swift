import Aggregation
import Inspection
import Jobs
import Reporting

/// What `tenken verify` tells: what differs, or why a file cannot be verified.
enum VerifyText {
  static func failure(for refusal: Verification.Refusal, of file: String, in path: String) -> Failure {
    switch refusal {
    case .notASummary: Failure(.badData, "\(file) は、tenken aggregate --format json で作った点検結果ではないようです。")
    case .otherRound(let stated, let actual):
      Failure(.badData, "違います。\(file) は点検回 \(stated) のもので、\(path) は点検回 \(actual) です。")
    case .noDigest:
      Failure(.notYet, "\(file) には、確かめるための要約値がありません。", "締め切った後に tenken aggregate で作ったものを指定してください。")
    }
  }

  static func failure(for differences: [Verification.Difference], of file: String) -> Failure {
    Failure(.badData, lines: ["違います。"] + differences.map { line(for: $0, of: file) })
  }

  static func same(digest: String) -> String { "同じです。\n要約値（BLAKE2b-256） \(digest)\n" }

  private static func line(for difference: Verification.Difference, of file: String) -> String {
    switch difference {
    case .rightThen(let edition): "\(edition.japanese)を作ったときの記録とは、要約値が同じです。その後に、次のところが変わりました。"
    case .wrongThen(let edition): "\(edition.japanese)を作ったときの記録とも、要約値が違います。"
    case .listLost(let edition): "\(edition.japanese)を作ったときのファイルの一覧が、残っていないか、変わっています。"
    case .later(let edition): "この後に、\(edition.japanese)が作られています。"
    case .count(let part, let then, let now): "\(part)：\(then)件から\(now)件に変わりました。"
    case .content(let part): "\(part)：中身が変わりました。"
    case .added(let part): "\(part)：点検結果を作ったときにはありませんでした。"
    case .removed(let part): "\(part)：今はありません。"
    case .digest: "入力の要約値が違います。"
    case .unknownEdition: "\(file) の版は、点検回の記録（round.log）にありません。"
    case .line(let line): "入力は同じですが、\(file) の\(line)行目が、作り直したものと違います。"
    }
  }
}
