/// The formats in which tenken writes anything out, by the words of `--format`; each command offers some of them.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case text, markdown, html, xlsx, csv, json

  /// How a file in this format ends, without the dot.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html, .xlsx, .csv, .json: rawValue
    }
  }
}
