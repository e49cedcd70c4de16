public import Documents
import Inspection
import TextLayout

/// How a person answers, of which each has a leaflet of its own.
public enum AnswerWay: CaseIterable, Sendable { case terminal, excel, paper }

/// The leaflet: one page in large letters, all that a person needs to answer in one of the ways.
extension Letter {
  /// nil where what the round says of itself is too much for one page.
  public static func leaflet(_ source: LetterSource, for way: AnswerWay) -> Letter? {
    var letter = Letter("情報セキュリティ自己点検のご案内")
    letter.layout = .handout
    letter.highlight = "提出の期限　\(source.status.deadline.japaneseWithWeekday)"
    letter.paragraphs = [
      "　会議での情報の扱いについて、質問に答えていただく点検です（\(source.round.title)）。できていないことがあっても、責められることはありません。処分や、人の順位付けにも使いません。"
    ]
    letter.entries = [
      Entry("用意するもの", needed(for: way, in: source)), Entry("答える所と方法", places(for: way, in: source)),
      Entry("答え方", steps(of: way, in: source).enumerated().map { "(\($0.offset + 1)) \($0.element)" }),
      Entry("答えの扱い", handling(of: way, in: source)),
      Entry(
        "困ったとき",
        [
          "ほかの方法（\(Self.others(than: way))、代わりの入力）もあります。遠慮なくお尋ねください。",
          "\(source.office)　電話 \(source.round.contact.telephone)",
        ]),
    ].filter { !$0.texts.isEmpty }
    return letter.fitsOnePage ? letter : nil
  }

  private static func needed(for way: AnswerWay, in source: LetterSource) -> [String] {
    let code = source.hasCodes ? "点検コードの紙（12けたの数字。ほかの人に見せないでください。）" : nil
    let form: String? =
      switch way {
      case .terminal: nil
      case .excel: "お渡しした Excel のファイル（点検票）"
      case .paper: "お渡しした点検票の紙と、筆記具"
      }
    let things = [form, code].compactMap { $0 }
    return things.isEmpty ? ["ありません。画面で、お名前を選んで始めます。"] : things
  }

  /// The sentences of the round; without, what a leaflet for this way has to say.
  private static func places(for way: AnswerWay, in source: LetterSource) -> [String] {
    guard source.round.ways.isEmpty else { return source.round.ways }
    return way == .terminal ? ["\(source.policy.office)の用意したパソコンで答えます。場所と時間は、お尋ねください。"] : []
  }

  private static func others(than way: AnswerWay) -> String {
    switch way {
    case .terminal: "Excel、紙"
    case .excel: "パソコン、紙"
    case .paper: "パソコン、Excel"
    }
  }

  private static func steps(of way: AnswerWay, in source: LetterSource) -> [String] {
    let office = source.policy.office
    switch way {
    case .terminal:
      return [
        source.hasCodes ? "画面に点検コードを入れて、Enter（エンター）のキーを押します。" : "画面で、立場とお名前を選びます。番号を押して、Enter（エンター）のキーを押します。",
        "お名前が出たら、1 と Enter を押します。「はじめに」は、読んで Enter を押します。",
        "質問が一つずつ出ます。答えの番号を押して、Enter を押します。分からないときは 4 です。",
        "前に戻るときは 0、途中でやめるときは 9 を押して、Enter を押します。答えは残り、次は続きから始まります。",
        "終わりに、「提出する」の 1 と Enter を押します。画面に出る番号を書き留めてください。",
      ]
    case .excel:
      return [
        "ファイルを開きます。黄色の欄だけに書けます。",
        (source.hasCodes ? "点検コード" : "お名前") + "を書き、P0 の行で「1 同意する」を選びます。",
        "「回答」の欄を選び、右に出る矢印を押して、一覧から選びます。分からないときは「4 わからない」です。",
        "決まらない所は、空けておいて構いません。",
        "保存して、期限までに\(office)に渡します。後で直せないので、渡す前に見直してください。",
      ]
    case .paper:
      return [
        "点検票の初めに、\(source.hasCodes ? "点検コード" : "お名前")を書きます。",
        "P0 の「同意する」の枠に、印を付けます。印がないと、入力できません。",
        "質問ごとに、当てはまる枠の一つに印を付けます。分からないときは「わからない」の枠です。",
        "決まらない所は、空けておいて構いません。",
        "封筒に入れて、期限までに\(office)に渡します。後で直せないので、渡す前に見直してください。",
      ]
    }
  }

  private static func handling(of way: AnswerWay, in source: LetterSource) -> [String] {
    let kept = "答えは\(source.keptFor)保存し、その後に消します。"
    let record =
      source.round.handIn == .unsigned
      ? "無記名です。だれが提出したかは、答えとは別に記録します。" : "記名です。答えには、名簿の番号が付きます。"
    return switch way {
    case .terminal: [record, kept]
    case .excel: [record, "ただし、ファイルを受け取る担当には、どなたの答えかが分かります。担当は、後でファイルを消します。", kept]
    case .paper: [record, "ただし、紙を見て入力する担当には、どなたの答えかが分かります。", kept]
    }
  }

  /// Whether a handout is no longer than its page: A4 less its margins, set at 14 points as the template sets it.
  ///
  /// Lengths are in tenths of a millimetre. A line is taken for shorter than it is, for figures and letters may be wide.
  var fitsOnePage: Bool {
    func length(_ texts: [String]) -> Int {
      texts.reduce(0) { $0 + $1.wrapped(to: Self.handoutCells).count * Self.line + Self.gap }
    }
    let head = Self.heading + (highlight == nil ? 0 : Self.highlighted)
    let parts = entries.reduce(0) { $0 + Self.heading + length($1.texts) }
    return head + length(marks) + length(paragraphs) + parts + length(contact) <= Self.page
  }

  private static let handoutCells = 68
  private static let line = 69
  private static let gap = 6
  private static let heading = 110
  private static let highlighted = 165
  private static let page = 2_720
}

extension Letter.Entry {
  init(_ label: String, _ texts: [String]) {
    self.init(label)
    self.texts = texts
  }
}
