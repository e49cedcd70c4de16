/// What made-up people write: plainly made up, and naming nobody.
enum PracticeText {
  static let opinions = [
    "研修は短い時間で何回かに分けてあると参加しやすいです。",
    "紙の資料の返し方がもう少し簡単になると助かります。",
    "端末の設定を一度見てもらえる日を作ってほしいです。",
    "設問の言葉で分からないものがありました。",
    "災害のときの連絡の手順を、年に一度は確かめたいです。",
  ]
  static let notes = ["次の会議までに議会局に聞く。", "月に一度ほど忘れる。", "以前の設定のままになっている。"]
  static let reasons = ["同じ目的の手順を別に定めて行っている。", "市の仕組みで自動的に行われている。"]
  static let evidence = ["台帳（架空）で確認", "起案文書（架空）で確認", "手順書（架空）第1版"]
  static let plans = ["担当と日程を決める。", "次の研修で説明する。", "手順の案を作って協議する。"]
}
