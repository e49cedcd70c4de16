public import Documents
import Inspection

/// 依頼文 and 実施要領: what is asked, of whom, until when.
extension Letter {
  /// The letter that asks people to inspect (依頼).
  public static func request(_ source: LetterSource) -> Letter {
    let round = source.round
    var letter = source.letter("\(source.year) 情報セキュリティ自己点検の実施について（依頼）")
    letter.paragraphs = [
      "　\(source.policy.title)7に基づき、情報セキュリティの自己点検を次のとおり行います。お忙しいところ恐れ入りますが、期限までに点検と提出をお願いします。",
      "　この点検は、弱いところを見つけて改めるために行うものです。監査ではなく、回答を人の順位付けや処分には使いません。",
    ]
    if case .extraordinary(let reason) = round.kind {
      letter.paragraphs.append("　この点検は、次の理由により臨時に行うものです。　\(reason)")
    }
    letter.entriesHeading = "記"
    letter.entries = [
      Entry("点検の名称", "\(round.title)（\(round.kind.japanese)）"),
      Entry("提出の期限", source.status.deadline.japaneseWithWeekday),
      Entry("対象とする会議", round.meetings.joined(separator: "、")),
      source.beginning,
      handling(of: source),
    ]
    return letter
  }

  /// In である体 and by headings, as an outline is attached to a decision.
  public static func outline(_ source: LetterSource) -> Letter {
    let round = source.round
    var letter = Letter("\(source.year) 情報セキュリティ自己点検 実施要領")
    letter.date = source.today.japanese
    letter.sender = source.office
    letter.entries = [
      Entry("目的", "\(source.policy.title)7に基づき、方針の遵守状況を検証し、対策の改善につなげる。自己点検であり、監査ではない。"),
      Entry("点検の名称", "\(round.title)（\(kind(of: round))）"),
      Entry("期間", source.period),
      Entry("対象", "\(round.referenceDay.japanese)（基準日）に名簿にある次の者から、対象外とした者を除く。"),
      Entry("対象とする会議", round.meetings.joined(separator: "、")),
      Entry("方法", "点検票（\(round.length.japanese)）による自己申告とする。提出は\(round.handIn.japanese)とする。", access(to: source)),
      Entry("提出の確かめ", "提出した者には受付番号を示す。だれが提出したかは、回答とは別に記録する。"),
      Entry(
        "回答の取扱い", round.handIn == .unsigned ? "回答票には氏名を載せない。組織の回答票は記名とする。" : "回答票には、名簿の番号を載せる。",
        "回答は集計と改善のためだけに使い、人の順位付けや処分には使わない。", "回答票は\(source.keptFor)保存し、その後に廃棄する。"),
      Entry("集計と報告", "締め切った後に集計し、\(round.addressee)に報告する。少ない人数の結果は示さない。"),
    ]
    if let inspection = round.cityInspection, round.staffMode != .own {
      letter.entries.append(Entry("執行機関の点検", "職員については、執行機関の点検（\(inspection.date.japanese)、\(inspection.form)）の結果を写す。"))
    }
    letter.tables = [
      Document.Table(
        columns: [.init("区分"), .init("対象", isNumber: true)],
        rows: source.roles.map { [.text(source.policy.name(of: $0)), .count(source.turnout(of: $0).asked.count)] })
    ]
    letter.contact = source.contact
    return letter
  }

  private static func kind(of round: Round) -> String {
    switch round.kind {
    case .regular: round.kind.japanese
    case .extraordinary(let reason): "\(round.kind.japanese)：\(reason)"
    }
  }

  private static func access(to source: LetterSource) -> String {
    source.hasCodes ? "一人ずつに点検コードを紙で配付する。パソコンを使いにくい者には、代理入力と紙の点検票を用意する。" : "名簿の氏名を選んで始める。パソコンを使いにくい者には、代理入力と紙の点検票を用意する。"
  }

  private static func handling(of source: LetterSource) -> Entry {
    let round = source.round
    return Entry(
      "回答の取扱い",
      round.handIn == .unsigned ? "無記名です。回答票に氏名は載りません。だれが提出したかは、回答とは別に記録します。" : "記名です。回答票に名簿の番号が載ります。",
      "回答票は\(source.keptFor)保存し、その後に廃棄します。")
  }
}

/// 督促 with its office memo, and 期限延長.
extension Letter {
  /// Names nobody, so that one copy does for all and nobody learns of another.
  public static func reminder(_ source: LetterSource) -> Letter {
    var letter = source.letter("\(source.year) 情報セキュリティ自己点検の提出について（お願い）")
    let isLate = source.status.deadline < source.today
    letter.paragraphs = [
      "　\(source.round.title)の自己点検について、まだ提出を確かめられていない方にお知らせしています。\(LetterSource.alreadyHandedIn)",
      isLate
        ? "　提出の期限は過ぎましたが、締め切るまでは提出できます。途中までの答えがある場合は、続きから始められます。早めの提出をお願いします。"
        : "　期限までに提出をお願いします。途中までの答えがある場合は、続きから始められます。",
    ]
    letter.entriesHeading = "記"
    letter.entries = [Entry("提出の期限", source.status.deadline.japaneseWithWeekday), source.beginning]
    return letter
  }

  /// Who has not handed in, for the office alone; whether somebody has begun is not known here and not said.
  public static func memo(_ source: LetterSource) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 未提出者の一覧")
    letter.marks = ["取扱注意", "局内限り"]
    letter.date = "\(source.today.japanese)現在"
    letter.sender = source.office
    letter.paragraphs = [
      "督促を個別に届けるための一覧である。ほかの議員や職員に見せず、督促文に添えず、締め切った後に廃棄する。",
      "提出の期限は\(source.status.deadline.japanese)である。",
    ]
    letter.tables = source.roles.compactMap { role in
      let missing = source.turnout(of: role).missing
      guard !missing.isEmpty else { return nil }
      return Document.Table(
        columns: [.init("区分"), .init("番号"), .init("氏名"), .init("届けた日")],
        rows: missing.map {
          [.text(source.policy.name(of: role)), .text($0.id.rawValue), .text($0.name), .text(blank)]
        },
        notes: ["\(source.policy.name(of: role))の未提出は\(missing.count)人である。"])
    }
    return letter
  }

  /// nil where the deadline was never moved.
  public static func extended(_ source: LetterSource) -> Letter? {
    guard let moved = source.latestExtension else { return nil }
    var letter = source.letter("\(source.year) 情報セキュリティ自己点検の提出の期限の延長について（お知らせ）")
    letter.paragraphs = [
      "　\(source.round.title)の自己点検について、提出の期限を次のとおり延ばします。まだ提出されていない方は、新しい期限までに提出をお願いします。",
      "　すでに提出された方に、お願いすることはありません。",
    ]
    letter.entriesHeading = "記"
    letter.entries = [
      Entry("新しい期限", moved.deadline.japaneseWithWeekday), Entry("前の期限", moved.before.japanese),
      Entry("理由", moved.reason),
    ]
    return letter
  }

  /// Room to write in; the column would be as narrow as its heading without it.
  static let blank = String(repeating: "　", count: 8)
}
