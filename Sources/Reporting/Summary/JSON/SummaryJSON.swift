public import Aggregation

/// The disclosed summary as JSON (`docs/schemas/summary.schema.json`); text as it was typed, counts as integers.
public enum SummaryJSON {
  public static let format = "tenken.summary/1"

  public static func render(_ summary: DisclosedSummary) -> String {
    JSONText.render(SummaryDocument(summary))
  }
}
