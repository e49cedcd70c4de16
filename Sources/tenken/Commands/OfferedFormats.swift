import ArgumentParser
import Documents

/// A command with a `--format` that takes some of the formats.
protocol OffersFormats {
  /// In the order of the help.
  static var formats: [DocumentFormat] { get }
}

/// A format by its word, one of those that a command offers.
struct Offered<Command: OffersFormats>: ExpressibleByArgument {
  let value: DocumentFormat

  init(_ value: DocumentFormat) { self.value = value }

  init?(argument: String) {
    guard let format = Command.formats.first(where: { $0.rawValue == argument }) else { return nil }
    value = format
  }

  var defaultValueDescription: String { value.rawValue }

  static var allValueStrings: [String] { Command.formats.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
