import Formats
import Inspection

/// The smallest files of each kind, of an assembly that does not exist.
enum Samples {
  static let policyYAML = """
    format: tenken.policy/1
    id: mihon
    assembly: 見本市議会
    code: "999997"
    office: 議会局
    staff: 議会局職員
    signOff: [担当, 局長]
    title: 見本市議会情報セキュリティ基本方針
    enacted: "2026-03-10"
    effective: "2026-04-01"
    clauses:
      - id: c6-3
        number: "6(3)"
        title: 物理的セキュリティ
        summary: 端末を守る。
        responsible: [member, organisation]
        ordinance: 3
    threats:
      - {id: t1, number: "3(1)", title: のぞき見, summary: 画面を見られる。}
    assets:
      - {id: a1, number: "4(2)①", title: 端末, summary: 会議で使う端末。}
    properties:
      - {id: confidentiality, number: "2(4)", title: 機密性, summary: 見せない。}
    ordinance:
      title: 見本の省令
      effective: "2027-07-01"
      items:
        - {number: 3, title: 端末を守る, notInPolicy: 業務委託}
    rules:
      - {id: approved-messengers, title: 認められた連絡アプリの一覧, clause: c6-3}

    """

  static let checklistYAML = """
    format: tenken.checklist/1
    id: mihon-members
    version: "1"
    title: 議員用点検票
    role: member
    policy: mihon
    scope: 本会議についてお答えください。
    preface: |
      はじめの段落です。
      その続きです。

      次の段落です。
    choices: ["yes", partial, "no", unknown, not_applicable]
    profile:
      - id: device
        question: 会議で端末を使いますか。
        assumes: lent-devices
        whenNo: [M-PHY-01]
    sections:
      - id: PHY
        title: 物理的セキュリティ
        items:
          - id: M-PHY-01
            revision: 1
            label: 画面をロックする
            question: 席を離れるときは、画面をロックしていますか。
            guidance: 短い間でも、ほかの人が見られます。
            clauses: [c6-3]
            threats: [t1]
            properties: [confidentiality]
            assets: [a1]
            importance: high
            kind: practice
            partial: 忘れることがある
            notApplicable: 端末を使っていない場合
            about: device
            remedy: 電源ボタンを一度押してください。
            contact: true
            short: true

    """

  static func policy() throws -> Policy { try PolicyFormat.decode(Array(policyYAML.utf8)) }

  static let round = Round(
    id: "r8-1", title: "令和8年度 第1回", kind: .extraordinary(reason: "端末の\"入れ替え\"があったため"), fiscalYear: 2026,
    opens: day("2026-11-01"), deadline: day("2026-11-24"), referenceDay: day("2026-11-01"),
    meetings: ["本会議", "委員会: 常任#1"], contact: Round.Contact(office: "見本市議会事務局", telephone: "000-000-0000"),
    addressee: "見本市議会議長", retention: .years(5), ways: ["4階の会議室：平日の9時から17時"],
    letterhead: Round.Letterhead(
      number: "見議第　　　号", post: "議会局長", name: "職員01", classification: "総務 - 監査", keptFor: "5年"),
    previous: "r7-2", electionBetween: false, rules: ["approved-messengers"],
    lentDevices: .executive, staffMode: .both,
    cityInspection: Round.CityInspection(date: day("2026-10-01"), form: "市の様式"), length: .short, handIn: .signed,
    checklists: [Round.FrozenChecklist(role: .member, file: "members.yaml", digests: ["00ff", "11ee"])],
    thresholds: Round.Thresholds(support: 60, training: 30, revision: 40))

  static func day(_ iso: String) -> CalendarDay {
    CalendarDay(iso: iso) ?? CalendarDay(daysSinceEpoch: 0)
  }
}

/// The faults of meaning that reading throws; nil if it throws something else or nothing.
func faults(of read: () throws(YAMLError) -> some Any) -> [LocatedFault]? {
  do throws(YAMLError) {
    _ = try read()
    return nil
  } catch {
    guard case .faults(let faults) = error else { return nil }
    return faults
  }
}

func yamlError(_ read: () throws(YAMLError) -> some Any) -> YAMLError? {
  do throws(YAMLError) {
    _ = try read()
    return nil
  } catch { return error }
}

private struct NoMemory: Error {}

/// A reader of JSON; memory does not run out in tests.
func withReader<Value>(_ body: (borrowing JSONReader) throws -> Value) throws -> Value {
  guard let reader = JSONReader() else { throw NoMemory() }
  return try body(reader)
}
