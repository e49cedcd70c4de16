import Characters

/// Takes a workbook (ECMA-376, transitional and strict) apart: parts only through their relationships, whatever they are
/// called, and of each cell what is written in it.
final class WorkbookReader {
  private let archive: ZipArchive
  /// How many bytes of XML may still be read.
  private var room = Limits.workbookXMLBytes

  init(_ archive: ZipArchive) { self.archive = archive }

  func sheets() throws(WorkbookFault) -> [WorkbookSheet] {
    let root = try relations(of: "")
    guard let main = root.first(where: { $0.kind == "officeDocument" })?.part else { throw .noWorkbook }
    let relations = try relations(of: main)
    if relations.contains(where: { $0.kind == "externalLink" }) { throw .linksOutside }
    let list = SheetList()
    try read(main, telling: list)
    guard list.isWorkbook else { throw .noWorkbook }
    let strings = SharedStrings()
    if let part = relations.first(where: { $0.kind == "sharedStrings" })?.part { try read(part, telling: strings) }
    var sheets: [WorkbookSheet] = []
    var seen: Set<String> = []
    for entry in list.entries {
      guard let part = relations.first(where: { $0.id == entry.relation && $0.kind == "worksheet" })?.part else {
        continue
      }
      // A thousand sheets of one part would take a thousand times its size.
      guard seen.insert(part.lowercased()).inserted else { throw .sharedPart }
      let cells = SheetCells(strings: strings.texts)
      try read(part, telling: cells)
      guard !cells.isFull else { throw .tooManyCells }
      sheets.append(WorkbookSheet(name: entry.name, isHidden: entry.isHidden, cells: cells.cells))
    }
    return sheets
  }

  private func read(_ part: String, telling visitor: some XMLVisitor) throws(WorkbookFault) {
    let bytes: [UInt8]?
    do throws(ZipArchive.Fault) { bytes = try archive.part(part, upTo: room) } catch { throw .archive(error) }
    guard let bytes else { throw .incomplete }
    room -= bytes.count
    do throws(XMLReader.Fault) { try XMLReader.read(bytes, telling: visitor) } catch { throw .xml(error) }
  }

  // MARK: Relationships

  /// The relationships of a part; those of the package itself for the empty name. None where it has none.
  private func relations(of part: String) throws(WorkbookFault) -> [Relation] {
    let folder = Self.folder(of: part)
    let name = "\(folder)_rels/\(part.lastPathComponent).rels"
    guard archive.has(name) else { return [] }
    let list = RelationList()
    try read(name, telling: list)
    return list.relations.map { relation in
      Relation(id: relation.id, kind: relation.kind, part: Self.resolved(relation.part, in: folder))
    }
  }

  private static func folder(of part: String) -> String {
    part.unicodeScalars.lastIndex(of: "/").map { String(part.unicodeScalars[...$0]) } ?? ""
  }

  /// A target is relative to its part's folder, or begins at the root (ECMA-376-2, 6.4).
  private static func resolved(_ target: String, in folder: String) -> String {
    var steps = target.unicodeScalars.first == "/" ? [] : folder.splitByScalars { $0 == "/" }
    for step in target.splitByScalars(at: { $0 == "/" }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// A link from one part to another.
private struct Relation {
  var id: String
  /// The last word of its type, which is the same in both namespaces.
  var kind: String
  var part: String
}

private final class RelationList: XMLVisitor {
  private(set) var relations: [Relation] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == XMLName(namespace: .relationships, local: "Relationship"), let id = attributes["Id"],
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    let kind = type.lastPathComponent
    guard attributes["TargetMode"] != "External" || kind == "externalLink" else { return }
    relations.append(Relation(id: id, kind: kind, part: target))
  }

  func end() {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// The sheets that the workbook names, in the order of their tabs.
private final class SheetList: XMLVisitor {
  /// Whether the part is a workbook's, and not a text's or a presentation's.
  private(set) var isWorkbook = false
  private(set) var entries: [(name: String, relation: String, isHidden: Bool)] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.namespace == .spreadsheet else { return }
    if name.local == "workbook" { isWorkbook = true }
    guard name.local == "sheet", let relation = attributes["id", in: .references] else { return }
    entries.append((attributes["name"] ?? "", relation, ["hidden", "veryHidden"].contains(attributes["state"] ?? "")))
  }

  func end() {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
