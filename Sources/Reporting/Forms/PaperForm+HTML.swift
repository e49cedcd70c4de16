public import Documents

extension PaperForm {
  /// The form as one self-contained page of HTML that prints on A4, without any script.
  ///
  /// A template finds the properties of the form by their names, `parts` for its sections; it escapes texts for HTML.
  public func html(by template: HTMLTemplate) -> String { template.filled(with: Context(self)) }

  private struct Context {
    var assembly: String
    var occasion: String?
    var title: String
    var edition: String
    var scope: String
    var preface: [String]
    var facts: [String]
    var parts: [Section]
    let entryHeading = PaperFormText.entryHeading
    let codeLabel = PaperFormText.codeLabel
    let entryNote = PaperFormText.entryNote
    let opinionHeading = PaperFormText.opinionHeading
    let opinionNote = PaperFormText.opinionNote
    /// Stands inside a string of CSS, where HTML's escapes mean nothing: what could end the string is left out.
    var cssRunningTitle: String

    init(_ form: PaperForm) {
      assembly = form.assembly
      occasion = form.occasion
      title = form.title
      edition = form.edition
      scope = form.scope
      preface = form.preface
      facts = form.facts
      parts = form.sections
      cssRunningTitle = [form.assembly, form.title].joined(separator: " ").filter { !"\"'\\<>&\n\r\u{0C}".contains($0) }
    }
  }
}
