import ArgumentParser
import Documents
import Formats
import Inspection
import Reporting
import Storage

/// `tenken checklist print`: a form to be filled in on paper or with Excel.
struct ChecklistPrintCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .text, .csv]

  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "紙に印刷して記入する点検票を作ります。",
    discussion: """
      html はブラウザーで開いて A4 に印刷します。csv は Excel で記入する点検票です。
      記入した紙は tenken inspect --paper、CSV は tenken inspect --answers で入力します。
      """)
  @Argument(help: ArgumentHelp("member 議員、staff 職員、organisation 組織", valueName: "役割")) var role: Role
  @Option(name: .long, help: ArgumentHelp("作る形", valueName: "形")) var format = Offered<Self>(.html)
  @Option(name: .long, help: ArgumentHelp("点検票の長さ（点検回では、点検回の決めたとおり）", valueName: "長さ"))
  var form: ChecklistLength?
  @Option(name: .long, help: ArgumentHelp("点検回のフォルダ（その点検票を、決まりと期限を入れて作ります）", valueName: "点検回")) var round: String?
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル")) var output: String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let (questionnaire, policy, round) = try content()
    try Output.write(bytes(of: questionnaire, policy, round), to: output)
  }

  private func bytes(of questionnaire: Questionnaire, _ policy: Policy, _ round: Round?) throws -> [UInt8] {
    let form = PaperForm(questionnaire, policy: policy, round: round)
    switch format.value {
    case .html: return Array(form.html(by: try HTMLTemplate(Bundled.paperHTML.text)).utf8)
    case .csv: return AnswersFormat.blank(FormLines(of: questionnaire))
    default: return Array(form.text.utf8)
    }
  }

  private func content() throws -> (Questionnaire, Policy, Round?) {
    guard let round else {
      let library = try source.library()
      let personal = Questionnaire(personal: try library.checklist(of: role).checklist, policy: library.policy)
      let questionnaire = Questionnaire(
        checklist: personal.checklist, length: form ?? .full, rules: personal.rules, lentDevices: personal.lentDevices)
      return (questionnaire, library.policy, nil)
    }
    let folder = try RoundFolder(round)
    if let form, form != folder.round.length { throw UsageText.otherForm(than: folder.round.length) }
    let questionnaire = Questionnaire(checklist: try folder.checklist(of: role).checklist, round: folder.round)
    var inForce = folder.round
    inForce.deadline = folder.status.deadline
    return (questionnaire, folder.policy, inForce)
  }
}
