import CBundle
public import Inspection

/// The files that are built into the program: the Kumamoto policy, its checklists, and the templates.
public enum Bundled: CaseIterable, Sendable {
  case policy, members, staff, organisation
  case summaryMarkdown, exportMarkdown, paperHTML, reportHTML, letterHTML

  /// The checklist of a role.
  public init(checklistOf role: Role) {
    self =
      switch role {
      case .member: .members
      case .staff: .staff
      case .organisation: .organisation
      }
  }

  public var bytes: [UInt8] {
    var length = 0
    let start = cb_bytes(file, &length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private var file: cb_file {
    switch self {
    case .policy: CB_POLICY
    case .members: CB_MEMBERS
    case .staff: CB_STAFF
    case .organisation: CB_ORGANISATION
    case .summaryMarkdown: CB_SUMMARY_MARKDOWN
    case .exportMarkdown: CB_EXPORT_MARKDOWN
    case .paperHTML: CB_PAPER_HTML
    case .reportHTML: CB_REPORT_HTML
    case .letterHTML: CB_LETTER_HTML
    }
  }
}
