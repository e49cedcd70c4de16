import Documents
import Storage

/// A template: an assembly's own from a file, or the built-in one.
struct TemplateSource {
  let file: String?

  /// For the HTML of a summary or of a person's result.
  func html() throws -> HTMLTemplate {
    try template(orBuiltIn: .reportHTML) { text throws(TemplateError) in try HTMLTemplate(text) }
  }

  func markdown(orBuiltIn bundled: Bundled) throws -> MarkdownTemplate {
    try template(orBuiltIn: bundled) { text throws(TemplateError) in try MarkdownTemplate(text) }
  }

  func letter() throws -> HTMLTemplate {
    try template(orBuiltIn: .letterHTML) { text throws(TemplateError) in try HTMLTemplate(text) }
  }

  /// Parses it; a fault in somebody's own file is told with its line.
  private func template<Template>(
    orBuiltIn bundled: Bundled, _ parse: (String) throws(TemplateError) -> Template
  ) throws -> Template {
    guard let file else { return try parse(bundled.text) }
    guard let text = String(validating: try Disk.read(file, upTo: .template), as: UTF8.self) else {
      throw TemplateText.notUTF8(file)
    }
    do throws(TemplateError) { return try parse(text) } catch { throw TemplateText.failure(for: error, in: file) }
  }

  /// Refuses `--template` for formats that are made without one; one file cannot be the template of two formats.
  func check(isUsable: Bool) throws {
    if file != nil, !isUsable { throw UsageText.noTemplate }
  }
}
