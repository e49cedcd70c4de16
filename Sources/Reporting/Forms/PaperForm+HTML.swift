import Characters
public import Documents
import TextLayout

extension PaperForm {
  /// The form as one self-contained page of HTML that prints on A4, without any script.
  ///
  /// A template finds the properties of the form by their names, `parts` for its sections; every text is escaped before the template
  /// sees it.
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
      assembly = form.assembly.html
      occasion = form.occasion?.html
      title = form.title.html
      edition = form.edition.html
      scope = form.scope.html
      preface = form.preface.map(\.html)
      facts = form.facts.map(\.html)
      parts = form.sections.map { Section(heading: $0.heading?.html, lines: $0.lines.map(\.html)) }
      cssRunningTitle = [form.assembly, form.title].joined(separator: " ").sanitized.replacingScalars {
        "\"'\\<>&".unicodeScalars.contains($0) ? "" : nil
      }
    }
  }
}

extension PaperForm.Line {
  fileprivate var html: Self {
    Self(
      code: code.html, text: text.html, notes: notes.map(\.html),
      skips: skips.map { PaperForm.Skips(lead: $0.lead.html, codes: $0.codes.map(\.html)) },
      ticks: ticks.map { PaperForm.Tick(digit: $0.digit, label: $0.label.html) }, blanks: blanks.map(\.html))
  }
}
