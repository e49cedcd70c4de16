import Aggregation
import Jobs

/// What `tenken combine` tells of files that are in nothing.
enum CombineText {
  static func failure(for few: CombineJob.TooFew) -> Failure {
    let least = Combination.assembliesFrom
    let reason =
      few.assemblies < least
      ? "合わせられる議会が\(few.assemblies)で、\(least)に満たない" : "議員も職員も、回答の集計を示す（\(Disclosure.tablesFrom)票以上の）議会が\(least)に満たない"
    return Failure(
      .badData,
      lines: FaultText.told(few.leftOut, line)
        + [
          "\(reason)ため、何も書き出していません。",
          "決裁を受けた点検票による、締め切った点検回の内部用の JSON を、\(least)議会以上そろえてください。",
        ])
  }

  /// The rest has been given out.
  static func failure(leftOut: [CombineJob.LeftOutFile]) -> Failure {
    Failure(.badData, lines: ["次の\(leftOut.count)ファイルを除きました。結果は残りによるものです。"] + FaultText.told(leftOut, line))
  }

  private static func line(for file: CombineJob.LeftOutFile) -> String {
    switch file.reason {
    case .unreadable(let error): FailureText.storage(error).lines.first ?? file.path
    case .publicEdition: "\(file.path) は公表用です。内部用の JSON（--audience internal）を指定してください。"
    case .notClosed: "\(file.path) は、締め切る前の点検回のものです。"
    case .draft: "\(file.path) は、決裁を受けていない点検票（案）によるものです。"
    case .extraordinary: "\(file.path) は臨時の点検のものです。定期の点検とは合わせません。"
    case .sameAssembly(let other): "\(file.path) は、\(other) と同じ議会のものです。一つの議会からは、最も新しい点検回の最後の版だけを入れます。"
    }
  }
}
