import CBundle
import Formats
public import Inspection

/// A policy and its checklists, from the program itself or from a folder.
public struct ChecklistLibrary {
  /// A checklist with what identifies its bytes.
  public struct Entry: Equatable, Sendable {
    public var checklist: Checklist
    public var bytes: [UInt8]
    public var reference: ChecklistReference

    init(_ checklist: Checklist, bytes: [UInt8]) {
      self.checklist = checklist
      self.bytes = bytes
      reference = ChecklistReference(
        id: checklist.id, version: checklist.version, digest: Digest.hexadecimal(of: bytes))
    }
  }

  public let policy: Policy
  public let policyBytes: [UInt8]
  /// nil: the ones built in.
  private let folder: String?

  /// The names of the files in a folder of checklists.
  public static let policyFile = "policy.yaml"

  /// The name of a role's checklist in a folder.
  public static func file(of role: Role) -> String {
    switch role {
    case .member: "members.yaml"
    case .staff: "staff.yaml"
    case .organisation: "organisation.yaml"
    }
  }

  /// Reads the policy; checklists are read when they are asked for, since starting must be quick. What is built in is
  /// judged by the tests, the rest when it is read.
  public init(folder: String? = nil) throws(StorageError) {
    self.folder = folder
    let path = folder.map { $0 + "/" + Self.policyFile } ?? Self.policyFile
    policyBytes = if folder == nil { Bundled.policy.bytes } else { try Disk.read(path, upTo: .yaml) }
    do throws(YAMLError) {
      policy =
        if folder == nil { try PolicyFormat.decodeFrozen(policyBytes) } else {
          try PolicyFormat.decode(policyBytes)
        }
    } catch { throw .yaml(path: path, error) }
  }

  /// Whose checklist a file of this name holds; nil for any other name.
  public static func role(ofFile name: String) -> Role? { Role.allCases.first { file(of: $0) == name } }

  /// The roles that have a checklist here.
  public var roles: [Role] {
    get throws(StorageError) {
      guard let folder else { return Role.allCases }
      var roles: [Role] = []
      for role in Role.allCases where try Disk.exists(folder + "/" + Self.file(of: role)) { roles.append(role) }
      return roles
    }
  }

  /// Reads the checklist of a role.
  public func checklist(of role: Role) throws(StorageError) -> Entry {
    let path = folder.map { $0 + "/" + Self.file(of: role) } ?? Self.file(of: role)
    let bytes = if folder == nil { Bundled(checklistOf: role).bytes } else { try Disk.read(path, upTo: .yaml) }
    do throws(YAMLError) {
      let checklist =
        if folder == nil { try ChecklistFormat.decodeFrozen(bytes) } else {
          try ChecklistFormat.decode(bytes, policy: policy, of: role)
        }
      return Entry(checklist, bytes: bytes)
    } catch { throw .yaml(path: path, error) }
  }
}

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
