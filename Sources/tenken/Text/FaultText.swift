import Characters
import Formats
import Inspection

/// The Japanese of faults in files that people edit: what is wrong, in a sentence that says how to mend it.
enum FaultText {
  /// `file:line:column: …`, one line a fault.
  static func lines(of error: YAMLError, in file: String) -> [String] {
    switch error {
    case .notUTF8(let line): ["\(file):\(line): UTF-8 の文字として読めません。文字コードを UTF-8 にして保存してください。"]
    case .syntax(let position, let problem):
      ["\(place(file, position)): YAML の書き方が正しくありません（\(problem)）。字下げと引用符を確かめてください。"]
    case .duplicateKey(let key, let position): ["\(place(file, position)): 同じ鍵が二度あります：\(key)"]
    case .alias(let name, let position):
      ["\(place(file, position)): 別名（&\(name)、*\(name)）は使えません。同じ内容をもう一度書いてください。"]
    case .faults(let faults): told(faults) { "\(place(file, $0.position)): \(sentence(for: $0.fault))" }
    }
  }

  /// The first faults, and how many more there are: nobody reads a thousand lines.
  static func told<Fault>(_ faults: [Fault], _ line: (Fault) -> String) -> [String] {
    faults.prefix(most).map(line) + (faults.count > most ? ["ほか\(faults.count - most)件"] : [])
  }

  private static let most = 100

  /// `file: key path: …` for JSON, which people do not edit; a byte of it is counted from 1.
  static func line(of error: DocumentError, in file: String) -> String {
    switch error {
    case .syntax(let byte): "\(file): JSON として読めません" + (byte.map { "（\($0 + 1)バイト目）" } ?? "") + "。"
    case .notUTF8(let byte): "\(file): UTF-8 の文字として読めません（\(byte + 1)バイト目）。"
    case .fault(let fault):
      fault.path.steps.isEmpty
        ? "\(file): \(sentence(for: fault))" : "\(file): \(fault.path): \(sentence(for: fault))"
    }
  }

  static func sentence(for fault: Fault) -> String {
    let key = fault.path.steps.last.map { step in
      switch step {
      case .key(let name): name
      case .index(let index): "\(index + 1)番目"
      }
    }
    return sentence(for: fault.kind, key: key ?? "文書")
  }

  private static func place(_ file: String, _ position: TextPosition?) -> String {
    position.map { "\(file):\($0.line):\($0.column)" } ?? file
  }

  private static func sentence(for kind: Fault.Kind, key: String) -> String {
    switch kind {
    case .missingKey where key == "cityInspection":
      "cityInspection（執行機関の点検の実施日と様式名）がありません。点検回を作るときは --city-date と --city-form で指定します。"
    case .missingKey: "\(key) がありません。"
    case .unknownKey: "\(key) という鍵は使えません。つづりを確かめてください。"
    case .duplicateKey: "\(key) が二度あります。"
    case .tooLarge: "大きすぎて、tenken のファイルとは思えません。ファイルを確かめてください。"
    case .wrongType(let expected): "\(key) は\(typeName(expected))で書いてください。"
    case .emptyText, .emptyList: "\(key) が空です。"
    case .unknownValue(let found, let allowed): "\(key) の「\(found)」は使えません。使える値：\(allowed.joined(separator: "、"))"
    case .unsupportedFormat(let found, let expected):
      "この形式（\(found)）は、この版の tenken では読めません。読める形式：\(expected)"
    case .malformedID(let id): "「\(id)」は番号の形が正しくありません。例：M-PHY-01"
    case .malformedCode(let code): "「\(code)」は団体コードではありません。検査数字を含む6桁の数字を、引用符で囲んで書いてください。"
    case .duplicateID(let id): "「\(id)」が二度あります。"
    case .idOutsideSection(let id, let section): "「\(id)」は分野 \(section) の番号ではありません。"
    case .idOutsideRole(let id, let role): "「\(id)」は\(role.japanese)用の番号ではありません。"
    case .unknownClause(let id): "条項「\(id)」は基本方針（policy.yaml）にありません。"
    case .unknownThreat(let id): "脅威「\(id)」は基本方針（policy.yaml）にありません。"
    case .unknownAsset(let id): "資産「\(id)」は基本方針（policy.yaml）にありません。"
    case .unknownRule(let id): "決まり「\(id)」は基本方針（policy.yaml）の rules にありません。"
    case .unknownItem(let id): "項目「\(id)」はこの点検票にありません。"
    case .unknownOrdinanceItem(let number): "省令の項目 \(number) は policy.yaml の ordinance にありません。"
    case .noItems: "項目が一つもありません。"
    case .tooLong(let length, let limit): "\(key == "label" ? "label" : "設問")が\(length)字あります。\(limit)字以内にしてください。"
    case .notAQuestion: "設問は「か。」で終えてください。"
    case .doubleBarrelled(let word): "一つの設問で二つのことを尋ねています（「\(word)」）。設問を分けてください。"
    case .doubleNegative: "否定が重なっています。肯定の形で尋ねてください。"
    case .outsideCP932(let character): "「\(character)」は Excel などで使えない文字です（CP932 にありません）。別の字にしてください。"
    case .controlCharacter(let scalar):
      "\(key) に、画面に出せない文字（U+\(scalar.hexadecimal)）が入っています。消してください。"
    case .ruledOutButAlwaysApplies(let id): "「\(id)」には notApplicable（該当なしの条件）がないので、前提の質問で省けません。"
    case .daysOutOfOrder(let earlier, let later): "\(later) が \(earlier) より前の日になっています。"
    case .beforePolicy(let day): "\(day.japanese)は、基本方針の制定や施行より前です。"
    case .otherFiscalYear(let year, let allowed):
      "\(key) の\(CalendarDay.japaneseFiscalYear(year))は、この点検回の期間に当たりません。使える値："
        + allowed.map { "\($0)（\(CalendarDay.japaneseFiscalYear($0))）" }.joined(separator: "、")
    case .dayOutsideRound(let day, let from, let to):
      "\(key) の\(day.japanese)は、この点検回の名簿の日にできません。\(from.japanese)から\(to.japanese)までの日にしてください。"
    case .reasonMissing: "臨時の点検には理由（reason）が必要です。"
    }
  }

  private static func typeName(_ expected: String) -> String {
    switch expected {
    case "string": "文字"
    case "integer": "整数"
    case "boolean": "true か false"
    case "list": "並び（- で始まる行）"
    case "mapping": "鍵と値の組"
    case "day": "日付（例：\"2027-03-31\"）"
    case "time": "日時"
    default: expected
    }
  }
}

extension String {
  /// In brackets, as it stands in a file; of a long text only its beginning, or the sentence around it would be lost.
  var quoted: String {
    let beginning = unicodeScalars.prefix(40)
    return "「\(String(beginning))\(beginning.endIndex < unicodeScalars.endIndex ? "…" : "")」"
  }
}
