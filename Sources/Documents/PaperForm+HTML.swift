import Characters
import TextLayout

extension PaperForm {
  /// The form as one self-contained page of HTML that prints on A4, without any script.
  ///
  /// A template finds the properties of the form by their names, `parts` for its sections, each with `heads` for its columns;
  /// a line's `places` stand in their order, each with `hasBox`. Every text is escaped before the template sees it.
  public func html(by template: HTMLTemplate) -> String { template.filled(with: Context(self)) }

  private struct Context {
    var assembly: String
    var occasion: String?
    var title: String
    var edition: String
    var scope: String
    var preface: [String]
    var facts: [String]
    var personal: PrintedPersonal?
    var parts: [Part]
    var caution: String
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
      personal = form.personal.map(PrintedPersonal.init)
      caution = form.mark.html
      parts = form.sections.map(Part.init)
      cssRunningTitle = [form.assembly, form.title].joined(separator: " ").sanitized.replacingScalars {
        "\"'\\<>&".unicodeScalars.contains($0) ? "" : nil
      }
    }
  }

  private struct PrintedPersonal {
    var codeLabel: String
    var codeNote: String
    var opinionHeading: String
    var opinionNote: String

    init(_ personal: Personal) {
      (codeLabel, codeNote) = (personal.codeLabel.html, personal.codeNote.html)
      (opinionHeading, opinionNote) = (personal.opinionHeading.html, personal.opinionNote.html)
    }
  }

  private struct Part {
    var heading: String
    var rule: String?
    var heads: [Head]
    /// How many columns there are, with the one of the questions.
    var span: Int
    var lines: [PrintedLine]

    init(_ section: Section) {
      heading = section.heading.html
      rule = section.rule?.html
      heads = section.columns.map(Head.init)
      span = section.columns.count + 1
      lines = section.lines.map { PrintedLine($0, in: section.columns) }
    }
  }

  private struct Head {
    var digit: String?
    var words: [String]

    init(_ tick: Tick) { (digit, words) = (tick.digit.map { "\($0)" }, tick.words.map(\.html)) }
  }

  private struct PrintedLine {
    var code: String
    var question: String
    var notes: [String]
    var meanings: String?
    var places: [Place]
    var blanks: [PrintedBlank]

    init(_ line: Line, in columns: [Tick]) {
      code = line.code.html
      question = line.question.html
      notes = line.notes.map(\.html)
      meanings = line.meanings.isEmpty ? nil : line.meanings.joined(separator: "　").html
      places = columns.map { column in
        let tick = line.tick(in: column)
        return Place(hasBox: tick != nil, inBox: tick?.digit.map { "\($0)" } ?? "")
      }
      blanks = line.blanks.map { PrintedBlank($0) }
    }
  }

  private struct Place {
    var hasBox: Bool
    var inBox: String
  }

  private struct PrintedBlank {
    var word: String
    /// Further rows below the first.
    var more: [Int]

    init(_ blank: Blank) { (word, more) = (blank.label.html, Array(1..<max(blank.rows, 1))) }
  }
}
