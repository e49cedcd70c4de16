import Characters
public import Inspection

/// `tenken.round/2`: `round.yaml`, what an inspection is.
public enum RoundFormat {
  public static let name = "tenken.round/2"

  /// What earlier versions wrote, whose rounds have a folder for each kind of file in place of the box.
  static let earlier: Set<String> = ["tenken.round/1"]

  /// Reads a round's settings, which name rules of the policy; throws the first fault of syntax, or all faults of
  /// meaning.
  public static func decode(_ bytes: some Collection<UInt8>, policy: Policy) throws(YAMLError) -> Round {
    try YAMLFile.decode(bytes, keys: keys, format: name, read: round) { $0.faults(policy: policy) }
  }

  private static let keys: Set<String> = [
    "format", "id", "title", "kind", "reason", "fiscalYear", "opens", "deadline", "referenceDay", "meetings",
    "contact", "addressee", "retention", "retentionFrom", "ways", "letterhead", "previous",
    "electionBetween", "rules", "lentDevices", "staffMode", "cityInspection",
    "form", "handIn", "codes", "checklists", "thresholds",
  ]

  enum KindWord: String, CaseIterable { case regular, extraordinary }

  private static func round(_ fields: inout YAMLFields) -> Round {
    Round(
      id: fields.identifier("id"), title: fields.text("title"), kind: kind(&fields),
      fiscalYear: fields.integer("fiscalYear", in: 2019...9_999), opens: fields.day("opens"),
      deadline: fields.day("deadline"),
      referenceDay: fields.day("referenceDay"), meetings: fields.texts("meetings"),
      contact: fields.mapping("contact", keys: ["office", "telephone"], isRequired: true) { contact in
        Round.Contact(office: contact.text("office"), telephone: contact.text("telephone"))
      } ?? Round.Contact(office: "", telephone: ""),
      addressee: fields.text("addressee"), retention: retention(&fields),
      ways: fields.texts(ifFilled: "ways"),
      letterhead: fields.mapping("letterhead", keys: letterheadKeys, isRequired: false, letterhead)
        ?? Round.Letterhead(), previous: fields.identifier(ifAny: "previous"),
      electionBetween: fields.boolean("electionBetween", default: false), rules: fields.identifiers("rules"),
      lentDevices: fields.word("lentDevices", default: .council), staffMode: fields.word("staffMode", default: .own),
      cityInspection: fields.mapping("cityInspection", keys: ["date", "form"], isRequired: false) { inspection in
        Round.CityInspection(date: inspection.day("date"), form: inspection.text("form"))
      },
      length: fields.word("form", default: .full), handIn: fields.word("handIn", default: .unsigned),
      hasCodes: fields.boolean(required: "codes"),
      checklists: fields.list("checklists", keys: ["role", "file", "digests"]) { checklist in
        Round.FrozenChecklist(
          role: checklist.word("role", default: .member), file: checklist.text("file"),
          digests: checklist.texts("digests"))
      },
      thresholds: fields.mapping(
        "thresholds", keys: ["support", "training", "revision"], isRequired: false, thresholds) ?? Round.Thresholds())
  }

  private static func kind(_ fields: inout YAMLFields) -> Round.Kind {
    let reason = fields.text(ifAny: "reason") ?? ""
    switch fields.word("kind", default: KindWord.regular) {
    case .regular: return .regular
    case .extraordinary: return .extraordinary(reason: reason)
    }
  }

  private static func retention(_ fields: inout YAMLFields) -> Retention {
    let start: Retention.Start = fields.word(ifAny: "retentionFrom") ?? .fiscalYear
    let text = fields.text("retention")
    guard let retention = Retention(written: text, from: start) else {
      // A missing key is noted already.
      if !text.isEmpty { fields.note(.unknownValue(found: text, allowed: ["1年…99年"]), "retention") }
      return .years(1, from: start)
    }
    return retention
  }

  private static let letterheadKeys: Set<String> = ["number", "post", "name", "classification", "keptFor"]

  private static func letterhead(_ fields: inout YAMLFields) -> Round.Letterhead {
    Round.Letterhead(
      number: fields.text(ifFilled: "number"), post: fields.text(ifFilled: "post"), name: fields.text(ifFilled: "name"),
      classification: fields.text(ifFilled: "classification"), keptFor: fields.text(ifFilled: "keptFor"))
  }

  private static func thresholds(_ fields: inout YAMLFields) -> Round.Thresholds {
    let fallback = Round.Thresholds()
    return Round.Thresholds(
      support: fields.integer(ifAny: "support", in: 0...100) ?? fallback.support,
      training: fields.integer(ifAny: "training", in: 0...100) ?? fallback.training,
      revision: fields.integer(ifAny: "revision", in: 0...100) ?? fallback.revision)
  }
}

extension YAMLError {
  /// The format of a round that an earlier version made, if that is why `round.yaml` was refused.
  public var earlierRoundFormat: String? {
    guard case .faults(let faults) = self, case .unsupportedFormat(let found, _)? = faults.first?.fault.kind,
      RoundFormat.earlier.contains(found)
    else { return nil }
    return found
  }
}

extension RoundFormat {
  /// A round as YAML with comments in Japanese, for the secretariat to read and edit.
  ///
  /// Written by hand and not by an emitter, because the comments are half of its worth; every text is double-quoted.
  ///
  /// - Parameter known: the policy's rules, listed in a comment to choose from.
  public static func encode(_ round: Round, known: [Rule] = []) -> [UInt8] {
    var lines = heading(round) + people(round) + rules(round, known: known) + settings(round)
    lines += ["", "# 凍結した点検票。digests は BLAKE2b-256（b2sum -l 256 で確かめられます）。", "checklists:"]
    for checklist in round.checklists {
      lines += [
        "  - role: \(checklist.role.rawValue)", "    file: \(quoted(checklist.file))",
        "    digests: [\(checklist.digests.map(quoted).joined(separator: ", "))]",
      ]
    }
    lines += [
      "", "# 改善の候補などを挙げる目安（パーセント）", "thresholds:", "  support: \(round.thresholds.support)",
      "  training: \(round.thresholds.training)", "  revision: \(round.thresholds.revision)",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func heading(_ round: Round) -> [String] {
    var lines = [
      YAMLFile.schemaLine(of: "round"),
      "# 点検回の設定。担当の方が直せます。直した後は tenken round status で確かめてください。", "format: \(name)",
      "id: \(quoted(round.id.rawValue))", "title: \(quoted(round.title))", "", "# regular（定期）か extraordinary（臨時）",
    ]
    switch round.kind {
    case .regular: lines.append("kind: regular")
    case .extraordinary(let reason): lines += ["kind: extraordinary", "reason: \(quoted(reason))"]
    }
    return lines + [
      "fiscalYear: \(round.fiscalYear)", "opens: \(quoted(round.opens.iso))",
      "# 期限を延ばすときは、ここではなく tenken round extend を使ってください。", "deadline: \(quoted(round.deadline.iso))",
      "# 提出率の分母になる名簿の基準日", "referenceDay: \(quoted(round.referenceDay.iso))",
    ]
  }

  private static func people(_ round: Round) -> [String] {
    var lines = ["", "# 会議規則に定める会議（点検の対象になる場面）"] + list("meetings", round.meetings)
    lines += [
      "", "contact:", "  office: \(quoted(round.contact.office))", "  telephone: \(quoted(round.contact.telephone))",
      "addressee: \(quoted(round.addressee))",
      "# 回答票などの保存期間（1年 のように書く）と、いつから数えるか：fiscalYear（翌年度の4月1日）、closing（締め切った日の翌日）",
      "retention: \(quoted(round.retention.description))", "retentionFrom: \(round.retention.start.rawValue)",
    ]
    if !round.ways.isEmpty { lines += ["# 答え方の案内。依頼文などに載ります。"] + list("ways", round.ways) }
    lines += letterhead(round.letterhead)
    if let previous = round.previous {
      lines += ["# 前の点検回の番号。前回のことを尋ねる項目は、これがあるときだけ尋ねます。", "previous: \(quoted(previous.rawValue))"]
    }
    return lines + [
      "# 前の点検回との間に改選があったか", "electionBetween: \(round.electionBetween)",
    ]
  }

  /// All keys, so that the office has only to fill them in.
  private static func letterhead(_ letterhead: Round.Letterhead) -> [String] {
    let fields = [
      ("number", letterhead.number), ("post", letterhead.post), ("name", letterhead.name),
      ("classification", letterhead.classification), ("keptFor", letterhead.keptFor),
    ]
    return [
      "# 文書に載せるもの：文書番号（例：議総第　　　号）、差出人の職名と氏名（空なら担当の名前）、起案の文書分類と保存年限",
      "letterhead:",
    ] + fields.map { "  \($0.0): \(quoted($0.1 ?? ""))" }
  }

  private static func rules(_ round: Round, known: [Rule]) -> [String] {
    let choices = known.map { "#   \($0.id)（\($0.title.onOneLine)）" }
    return ["", "# すでにある決まり。ここにない決まりを前提とする項目は、だれにも尋ねません。"]
      + (choices.isEmpty ? [] : ["# 使える番号："] + choices) + list("rules", round.rules.map(\.rawValue))
  }

  private static func settings(_ round: Round) -> [String] {
    var lines = [
      "", "# 貸与された端末の管理者：council（議会）、executive（執行機関）、none（貸与なし）",
      "lentDevices: \(round.lentDevices.rawValue)",
      "# 職員の点検：own（議会で行う）、copy（執行機関の点検の結果を写す）、both（両方）", "staffMode: \(round.staffMode.rawValue)",
    ]
    if let inspection = round.cityInspection {
      lines += ["cityInspection:", "  date: \(quoted(inspection.date.iso))", "  form: \(quoted(inspection.form))"]
    }
    return lines + [
      "# full（全部の項目）か short（短縮版）", "form: \(round.length.rawValue)",
      "# unsigned（無記名）か signed（記名）", "handIn: \(round.handIn.rawValue)",
      "# 点検コードで入るか（true のとき、codes.json が要ります。作った後は直せません）", "codes: \(round.hasCodes)",
    ]
  }

  private static func list(_ key: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? ["\(key): []"] : ["\(key):"] + texts.map { "  - \(quoted($0))" }
  }

  /// `\x1b`, `\u202e`, `\U000e0041`.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
    let digits = String(scalar.value, radix: 16)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// A double-quoted scalar (YAML 1.2.2, 7.3.1); what is hidden becomes escapes.
  private static func quoted(_ text: String) -> String {
    let body = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _ where scalar.isHidden: escape(scalar)
      default: String(scalar)
      }
    }
    return "\"" + body.joined() + "\""
  }
}

extension String {
  /// With a space for all that could end a comment of YAML, such as NEL (YAML 1.1, 4.2), and what nobody sees.
  fileprivate var onOneLine: String { replacingScalars { $0.isHidden ? " " : nil } }
}
