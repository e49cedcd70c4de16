public import Aggregation

/// The round's summary as plain text of at most 80 cells a line.
public enum SummaryText {
  public static func render(_ summary: DisclosedSummary) -> String {
    ReportText.render(SummaryReport(summary: summary).report)
  }
}

/// The round's summary as one HTML file, by the bundled template or an assembly's own.
public enum SummaryHTML {
  public static func render(_ summary: DisclosedSummary, template: HTMLTemplate) -> String {
    template.render(SummaryReport(summary: summary).report)
  }
}

/// The round's summary as Markdown, by the bundled template or an assembly's own.
public enum SummaryMarkdown {
  public static func render(_ summary: DisclosedSummary, template: ReportTemplate) -> String {
    template.render(SummaryReport(summary: summary).report)
  }
}
