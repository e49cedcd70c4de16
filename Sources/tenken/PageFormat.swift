import ArgumentParser

/// The formats of a page to print, by the words of `--format`.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case html, text

  /// How a file in this format ends.
  var fileExtension: String { self == .html ? "html" : "txt" }
}
