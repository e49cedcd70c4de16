public import Documents
import Inspection

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
    letter.entries = [Entry("提出の期限", source.status.deadline.japanese), source.beginning]
    return letter
  }

  /// Who has not handed in, for the office alone; whether somebody has begun is not known here and not said.
  public static func memo(_ source: LetterSource) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 未提出者の控え")
    letter.marks = ["取扱注意", "局内限り"]
    letter.date = "\(source.today.japanese)現在"
    letter.sender = source.sender
    letter.paragraphs = [
      "督促を個別に届けるための控えである。ほかの議員や職員に見せず、督促文に添えず、締め切った後に廃棄する。",
      "提出の期限は\(source.status.deadline.japanese)である。",
    ]
    letter.tables = source.roles.compactMap { role in
      let missing = source.turnout(of: role).missing
      guard !missing.isEmpty else { return nil }
      return Document.Table(
        columns: [.init("区分"), .init("番号"), .init("氏名"), .init("届けた日")],
        rows: missing.map { [.text(role.japanese), .text($0.id.rawValue), .text($0.name), .text(blank)] },
        notes: ["\(role.japanese)の未提出は\(missing.count)人である。"])
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
      Entry("新しい期限", moved.deadline.japanese), Entry("前の期限", moved.before.japanese), Entry("理由", moved.reason),
    ]
    return letter
  }

  /// Room to write in; the column would be as narrow as its heading without it.
  static let blank = String(repeating: "　", count: 8)
}
