/// A person's own result as plain text of at most 80 cells a line.
public enum PersonalText {
  public static func render(_ result: PersonalResult) -> String {
    ReportText.render(PersonalReport(result: result).report)
  }
}

/// A person's own result as one HTML file, by the bundled template or an assembly's own.
public enum PersonalHTML {
  public static func render(_ result: PersonalResult, template: HTMLTemplate) -> String {
    template.render(PersonalReport(result: result).report)
  }
}

/// A person's own result as Markdown, by the bundled template or an assembly's own.
public enum PersonalMarkdown {
  public static func render(_ result: PersonalResult, template: ReportTemplate) -> String {
    template.render(PersonalReport(result: result).report)
  }
}
