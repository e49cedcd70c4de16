import ArgumentParser
import Documents
import Formats
import Inspection
import Reporting
import Storage
import TextLayout
import Workbook

/// `tenken checklist …`: what is asked, whether it is well made, and what it covers.
struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist", abstract: "点検票を見て、確かめます。",
    subcommands: [
      ChecklistListCommand.self, ChecklistShowCommand.self, ChecklistValidateCommand.self,
      ChecklistCoverageCommand.self, ChecklistPrintCommand.self, ChecklistExportCommand.self,
    ])
}

/// `tenken checklist list`.
struct ChecklistListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "点検票の一覧を示します。")
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let library = try source.library()
    var text = "\(library.policy.title)（\(library.policy.effective.japanese)施行）\n"
    for role in try library.roles {
      let checklist = try library.checklist(of: role).checklist
      let approval = checklist.approved.map { "\($0.date.japanese) \($0.by) \($0.document)" } ?? "案"
      text +=
        "\(role.rawValue)  \(checklist.title)  第\(checklist.version)版（\(approval)）"
        + "  \(checklist.items.count)項目（短縮版 \(checklist.items(in: .short).count)項目）\n"
    }
    try Output.write(text)
  }
}

/// `tenken checklist show`.
struct ChecklistShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "点検票の設問をすべて示します。")
  @Argument(help: ArgumentHelp("member 議員、staff 職員、organisation 組織", valueName: "役割")) var role: Role
  @Option(name: .long, help: ArgumentHelp("点検票の長さ", valueName: "長さ")) var form = ChecklistLength.full
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let library = try source.library()
    try Output.write(
      ChecklistText(try library.checklist(of: role).checklist, policy: library.policy, length: form).text)
  }
}

/// `tenken checklist validate`: all faults of meaning at once, or the first of syntax.
struct ChecklistValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "点検票の誤りを、ファイル:行:桁 の形ですべて示します。",
    discussion: "同じフォルダの policy.yaml と突き合わせます。policy.yaml そのものも確かめられます。誤りがあれば 65 で終わります。")
  @Argument(help: ArgumentHelp("確かめるファイル", valueName: "ファイル"), completion: .file()) var files: [String]
  @Option(
    name: .long, help: ArgumentHelp("突き合わせる基本方針（指定しないときは同じフォルダの policy.yaml）", valueName: "ファイル"), completion: .file())
  var policy: String?

  func run() throws {
    var lines: [String] = []
    for file in files { lines += try faults(in: file) }
    guard lines.isEmpty else {
      try Output.write(lines.map(\.revealed).joined(separator: "\n") + "\n")
      throw ChecklistText.faulty(lines.count)
    }
    Output.say("誤りはありません（\(files.count)ファイル）。")
  }

  private func faults(in file: String) throws -> [String] {
    let bytes = try Disk.read(file, upTo: .yaml)
    do throws(YAMLError) {
      if ChecklistText.isPolicy(bytes) {
        _ = try PolicyFormat.decode(bytes)
        return []
      }
    } catch { return FaultText.lines(of: error, in: file) }
    let (folder, name) = parts(of: file)
    let policyPath = policy ?? folder + ChecklistLibrary.policyFile
    let policyBytes = try Disk.read(policyPath, upTo: .yaml)
    let judge: Policy
    do throws(YAMLError) { judge = try PolicyFormat.decode(policyBytes) } catch {
      return FaultText.lines(of: error, in: policyPath)
    }
    do throws(YAMLError) {
      _ = try ChecklistFormat.decode(bytes, policy: judge, of: ChecklistLibrary.role(ofFile: name))
      return []
    } catch { return FaultText.lines(of: error, in: file) }
  }

  private func parts(of file: String) -> (folder: String, name: String) {
    let scalars = file.unicodeScalars
    guard let slash = scalars.lastIndex(of: "/") else { return ("", file) }
    return (String(scalars[...slash]), String(scalars[scalars.index(after: slash)...]))
  }
}

/// `tenken checklist coverage`: clause × responsible role × items, threat × items, for both forms.
struct ChecklistCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "どの条項と脅威を、どの項目で点検するかを示します。",
    discussion: """
      --round を付けると、その点検回で数値になる項目だけを数えます（点検票の長さ、決まりの有無、貸与端末の管理者、前の点検回の有無によります）。
      条項の責任を負う役割に項目がないとき、又は脅威に項目が一つもないときは、65 で終わります。
      """)
  @Option(name: .long, help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var round: String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let text = try text()
    try Output.write(text.text)
    if !text.isComplete { throw CoverageText.incomplete }
  }

  private func text() throws -> CoverageText {
    if let round {
      let folder = try RoundFolder(round)
      let asked = try folder.checklists().filter { folder.round.asks($0.role) }
      let coverage = Coverage(
        of: asked.map { Questionnaire(checklist: $0, round: folder.round) }, policy: folder.policy)
      return CoverageText(policy: folder.policy, forms: [(folder.round.title, coverage)])
    }
    let library = try source.library()
    let checklists = try library.roles.map { try library.checklist(of: $0).checklist }
    let forms = ChecklistLength.allCases.map { length in
      let questionnaires = checklists.map { checklist in
        Questionnaire(
          checklist: checklist, length: length, rules: Set(library.policy.rules.map(\.id)), lentDevices: .council)
      }
      return (length.japanese, Coverage(of: questionnaires, policy: library.policy))
    }
    return CoverageText(policy: library.policy, forms: forms)
  }
}

/// `tenken checklist print`: a form to be filled in on paper or with Excel.
struct ChecklistPrintCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .docx, .text, .xlsx, .csv]

  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "紙や Excel で記入する点検票を作ります。",
    discussion: """
      html はブラウザーで、docx は Word で開いて A4 に印刷します。xlsx と csv は Excel で記入する点検票です（xlsx は一覧から選べます）。
      記入した紙は tenken inspect --paper で入力し、xlsx と csv は tenken round receive でまとめて受領します。
      """)
  @Argument(help: ArgumentHelp("member 議員、staff 職員、organisation 組織", valueName: "役割")) var role: Role
  @Option(name: .long, help: ArgumentHelp("作る形", valueName: "形")) var format = Offered<Self>(.html)
  @Option(name: .long, help: ArgumentHelp("点検票の長さ（点検回では、点検回の決めたとおり）", valueName: "長さ"))
  var form: ChecklistLength?
  @Option(name: .long, help: ArgumentHelp("点検回のフォルダ（その点検票を、決まりと期限を入れて作ります）", valueName: "点検回"), completion: .directory)
  var round: String?
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル"), completion: .file()) var output:
    String?
  @OptionGroup var source: LibraryOptions

  func run() throws {
    let content = try content()
    try Output.write(bytes(of: content), to: output)
  }

  /// What is asked, of which checklist, and in which round.
  private struct Content {
    var questionnaire: Questionnaire
    var policy: Policy
    var digest: String
    /// With the deadline in force; nil for a form that belongs to none.
    var round: Round?

    var identity: FormIdentity {
      FormIdentity(checklist: questionnaire.checklist.id, digest: digest, round: round?.id)
    }
  }

  private func bytes(of content: Content) throws -> [UInt8] {
    let form = PaperForm(content.questionnaire, policy: content.policy, round: content.round)
    switch format.value {
    case .html: return Array(form.html(by: try HTMLTemplate(Bundled.paperHTML.text)).utf8)
    case .docx: return try form.word()
    case .xlsx:
      return try WorkbookWriter.bytes(
        of: ExcelForm.sheet(
          of: content.questionnaire, policy: content.policy, round: content.round, identity: content.identity))
    case .csv:
      let lines = FormLines(of: content.questionnaire)
      guard let round = content.round else { return AnswersFormat.blank(lines) }
      return AnswersFormat.blank(
        lines, identity: content.identity,
        personLabel: round.hasCodes ? FormLines.codeLabel : FormLines.nameLabel)
    default: return Array(form.text.utf8)
    }
  }

  private func content() throws -> Content {
    guard let round else {
      let library = try source.library()
      let entry = try library.checklist(of: role)
      let personal = Questionnaire(personal: entry.checklist, policy: library.policy)
      let questionnaire = Questionnaire(
        checklist: personal.checklist, length: form ?? .full, rules: personal.rules, lentDevices: personal.lentDevices)
      return Content(questionnaire: questionnaire, policy: library.policy, digest: entry.reference.digest)
    }
    let folder = try RoundFolder(round)
    if let form, form != folder.round.length { throw UsageText.otherForm(than: folder.round.length) }
    let entry = try folder.checklist(of: role)
    var inForce = folder.round
    inForce.deadline = folder.status.deadline
    return Content(
      questionnaire: Questionnaire(checklist: entry.checklist, round: folder.round), policy: folder.policy,
      digest: entry.reference.digest, round: inForce)
  }
}
