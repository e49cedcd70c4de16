import TextLayout

/// The keys that are live on a screen: the one source of dispatch, key line, help and manual.
public struct BindingTable<Command: Sendable>: Sendable {
  public enum Lookup: Sendable {
    case command(Command)
    case disabled(reason: String)
    /// No binding has the key. `isKana` says that the input method is on, which is worth a hint.
    case unbound(isKana: Bool)
  }

  public var bindings: [Binding<Command>]

  public init(_ bindings: [Binding<Command>]) { self.bindings = bindings }

  /// What the key does here; the most literal of its readings that is bound counts.
  public func lookup(_ key: Key) -> Lookup {
    for reading in key.readings {
      for binding in bindings {
        guard let bound = binding.keys.first(where: { $0.key == reading }) else { continue }
        switch binding.availability {
        case .enabled: return .command(bound.command)
        case .disabled(let reason): return .disabled(reason: reason)
        }
      }
    }
    return .unbound(isKana: key.isKana)
  }

  /// The enabled bindings in rows such as `1-5 答える  Enter 次へ`, never parted inside a binding unless it is wider.
  public func keyLine(width: Int) -> [String] {
    let shown = bindings.filter { $0.isOnKeyLine && $0.availability == .enabled }
    var rows: [String] = []
    for text in shown.map({ "\($0.keyLabel) \($0.label)" }) {
      if let last = rows.last, last.displayWidth + 2 + text.displayWidth <= width {
        rows[rows.count - 1] = last + "  " + text
      } else {
        rows.append(text)
      }
    }
    return rows.map { $0.clipped(to: width) }
  }
}
