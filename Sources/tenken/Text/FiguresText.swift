import Aggregation
import Inspection
import Jobs
import Reporting
import Storage

/// What `tenken verify` tells: what differs, or why a file cannot be verified.
enum VerifyText {
  static func failure(for refusal: Verification.Refusal, of file: String, in path: String) -> Failure {
    switch refusal {
    case .notASummary(let error):
      Failure(
        .badData, "\(file) は、tenken aggregate --format json で作った点検結果ではないようです。", FaultText.line(of: error, in: file))
    case .otherRound(let stated, let actual):
      Failure(.badData, "違います。\(file) は点検回 \(stated) のもので、\(path) は点検回 \(actual) です。")
    case .noDigest:
      Failure(.notYet, "\(file) には、確かめるための要約値がありません。", "締め切った後に tenken aggregate で作ったものを指定してください。")
    }
  }

  static func failure(for differences: [Verification.Difference], of file: String) -> Failure {
    Failure(.badData, lines: ["違います。"] + differences.map { line(for: $0, of: file) })
  }

  /// What it was made of is gone, so that only the record can be checked.
  static func asRecorded(_ edition: Edition, purged: CalendarDay, isWhole: Bool) -> String {
    (isWhole
      ? "\(edition.audience.japanese)の\(edition.japanese)の記録と同じです。\n"
      : "\(edition.audience.japanese)の\(edition.japanese)の記録にあるファイルから作ったものです。数値は、同じものが残っていないため、比べていません。\n")
      + "回答票などは\(purged.japanese)に廃棄したため、数値を作り直して確かめることはできません。確かめられるのは記録だけです。\n"
  }

  /// A fault of the round's log, by the number of the line.
  static func line(for fault: LogFault) -> String {
    switch fault {
    case .gap(let line): "\(RoundFolder.File.log):\(line): この行は前の行に続いていません。前の行が抜けたか、変わっています。"
    case .lost(let edition, let line):
      "\(RoundFolder.File.log):\(line): \(edition.audience.japanese)の第\(edition.number)版を記録した行が、抜けたか、変わっています。"
    }
  }

  static func same(digest: String) -> String { "同じです。\n要約値（BLAKE2b-256） \(digest)\n" }

  private static func line(for difference: Verification.Difference, of file: String) -> String {
    switch difference {
    case .rightThen(let edition): "\(edition.japanese)を作ったときの記録とは、要約値が同じです。その後に、次のところが変わりました。"
    case .wrongThen(let edition): "\(edition.japanese)を作ったときの記録とも、要約値が違います。"
    case .listLost(let edition): "\(edition.japanese)を作ったときのファイルの一覧が、残っていないか、変わっています。"
    case .later(let edition): "この後に、\(edition.japanese)が作られています。"
    case .log(let fault): Self.line(for: fault)
    case .content(let part): "\(part)：中身が変わりました。"
    case .added(let part): "\(part)：点検結果を作ったときにはありませんでした。"
    case .removed(let part): "\(part)：今はありません。"
    case .boxLine(let line): "box.ndjson の\(line)行目：回答票が、変わったか加わりました。"
    case .sheetsGone(let count): "box.ndjson：数えた回答票のうち\(count)票がありません。"
    case .digest: "入力の要約値が違います。"
    case .unknownEdition: "\(file) の版は、点検回の記録（round.log）にありません。"
    case .line(let line): "入力は同じですが、\(file) の\(line)行目が、作り直したものと違います。"
    }
  }
}

/// Why there is no such edition or comparison, and what to do.
enum DisclosureText {
  static func failure(for refusal: FiguresRefusal) -> Failure {
    switch refusal {
    case .previous(let refusal): failure(for: refusal)
    case .disclosure(let refusal): failure(for: refusal)
    case .edition(let refusal): failure(for: refusal)
    case .changedSinceClosing:
      Failure(
        .notYet, "締め切った後に、箱（box.ndjson）が変わっています。", "変わった理由を --correction で書くと集計できます。心当たりがないときは、バックアップと比べてください。")
    case .log(let faults, let round):
      Failure(
        .badData,
        lines: FaultText.told(faults, VerifyText.line)
          + [
            "結果を示していません。バックアップがあれば、round.log を戻してください。",
            "戻せないときは、tenken round repair \(ShellWord.quoted(round)) で、抜けたことを記録に残してください。",
          ])
    case .changedMeanwhile: Failure(.notYet, "集計の間に、点検回の記録が変わりました。もう一度実行してください。")
    }
  }

  /// Lines of the box that do not count: the figures are given, and the list says which and why.
  static func failure(leftOut lines: [LeftOut], list: String) -> Failure {
    let counts = Dictionary(lines.map { ($0.subjectWords, 1) }, uniquingKeysWith: +)
    let words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    return Failure(
      .badData, "箱の\(lines.count)行を集計から除きました（\(words.joined(separator: "、"))）。結果は残りによるものです。",
      "除いた行と理由の一覧： \(list)")
  }

  private static func failure(for refusal: Disclosure.Refusal) -> Failure {
    switch refusal {
    case .notApproved(let checklists):
      Failure(
        .notYet, "公表用は作れません。点検票が決裁されていないためです（\(checklists.map(\.rawValue).joined(separator: "、"))）。",
        "点検票の approved に決裁を書いてから点検回を作ると、公表用を作れます。")
    }
  }

  private static func failure(for refusal: EditionRule.Refusal) -> Failure {
    switch refusal {
    case .changed(let edition):
      Failure(
        .notYet, "\(edition.japanese)を作った後に、点検回のファイルが変わっています。同じ版はもう作れないため、結果を示していません。",
        "変わったところは tenken verify で確かめられます。訂正版を作るときは、--correction で理由を書いてください。")
    case .nothingToCorrect: Failure(.usage, "まだ版がないので、訂正版は作れません。--correction を付けずに集計してください。")
    case .tooAlike(let close):
      Failure(
        .notYet,
        "\(close.earlier.audience.japanese)の訂正版は作れません。\(close.role.japanese)の回答票のうち、\(close.earlier.japanese)と違うものが\(close.differing)票で、\(EditionRule.leastDifference)票に満たないためです。",
        "違いが少ないと、二つの版の引き算で個人の回答がわかるおそれがあります。"
          + (close.earlier.audience == .everyone
            ? "公表は、前の版のままにしてください。" : "前の版を渡した方の全員から回収した後に、--recalled も付けてください。"))
    }
  }

  /// A new edition that could not be written down is not given out.
  static func failure(recording edition: Edition) -> Failure {
    Failure(
      .noPermission, "\(edition.japanese)として記録する必要がありますが、点検回のフォルダに書き込めません。結果を示していません。",
      "書き込める利用者で一度集計すると、その後は読むだけの利用者も同じ版を作れます。")
  }

  private static func failure(for refusal: PreviousRounds.Refusal) -> Failure {
    switch refusal {
    case .otherKind(let id):
      Failure(.usage, "\(id) とは比べられません。定期の点検と臨時の点検は、比べないことになっています。", "同じ種類の点検回を --previous に指定してください。")
    case .otherPolicy(let id): Failure(.usage, "\(id) とは比べられません。別の方針による点検回です。")
    case .notClosed(let id): Failure(.notYet, "\(id) とは、まだ比べられません。締め切られていません。")
    case .notEarlier(let id): Failure(.usage, "\(id) とは比べられません。この点検回より前に始まった点検回を指定してください。")
    case .namedTwice(let id): Failure(.usage, "\(id) が --previous に二度指定されています。")
    case .changed(let id):
      Failure(
        .notYet, "\(id) とは比べられません。\(id) のファイルが、その最後の版を作った後か、締め切った後に変わっています。",
        "\(id) をバックアップから戻すか、\(id) の訂正版を作ってから比べてください。変わったところは tenken verify で確かめられます。")
    }
  }
}
