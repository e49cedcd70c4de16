import Formats
import Inspection

/// What readers need beside the bytes, of an assembly that does not exist.
enum Material {
  static let policy = Policy(
    id: "mihon", assembly: "見本市議会", title: "見本市議会情報セキュリティ基本方針", enacted: day("2026-03-10"),
    effective: day("2026-04-01"),
    clauses: [
      Clause(
        id: "c6-3", number: "6(3)", title: "物理的セキュリティ", summary: "端末を守る。", responsible: [.member], ordinance: 3)
    ],
    threats: [Threat(id: "t1", number: "3(1)", title: "のぞき見", summary: "画面を見られる。")],
    assets: [AssetKind(id: "a1", number: "4(2)①", title: "端末", summary: "会議で使う端末。")],
    properties: [PropertyText(id: .confidentiality, number: "2(4)", title: "機密性", summary: "見せない。")],
    ordinance: Ordinance(title: "見本の省令", effective: day("2027-07-01"), items: [.init(number: 3, title: "端末を守る")]),
    rules: [Rule(id: "approved-messengers", title: "認められた連絡アプリの一覧", clause: "c6-3")])

  static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(daysSinceEpoch: 0) }

  static let now = Timestamp(secondsSinceEpoch: 1_795_521_333)

  static let number = CheckedNumber(payload: "12345678901")
}

extension [UInt8] {
  /// As text; what is no UTF-8 becomes U+FFFD.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The pieces between bytes 0xFF, which stand in no text.
  var texts: [String] { split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0).text } }
}
