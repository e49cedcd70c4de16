import Mustache

/// The paper form as one self-contained page of HTML that prints on A4, without any script.
public enum PaperFormHTML {
  /// Fills a template, which names the properties of the form; texts are escaped for HTML by the template engine.
  ///
  /// Throws what swift-mustache says of a template that it cannot parse.
  public static func render(_ form: PaperForm, template: String) throws -> String {
    try MustacheTemplate(string: template).render(Context(form))
  }

  private struct Context {
    var assembly: String
    var occasion: String?
    var title: String
    var edition: String
    var scope: String
    var preface: [String]
    var facts: [String]
    var parts: [PaperForm.Part]
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
      parts = form.parts
      cssRunningTitle = [form.assembly, form.title].joined(separator: " ").filter { !"\"'\\<>&\n\r\u{0C}".contains($0) }
    }
  }
}
