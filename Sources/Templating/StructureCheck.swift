internal import XMLTree
internal import ZipContainer

/// Looks at a finished document as a reader of its format would, and names what breaks its rules.
///
/// The engine keeps these rules by construction; this is how tests, and a build, make sure.
package struct StructureCheck {
  private let archive: ZipArchive
  private let format: DocumentFormat
  private let names: Set<String>
  private var faults: [String] = []

  /// The faults of a document, in English and in the order in which they stand; none in a good one.
  package static func faults(in bytes: [UInt8]) -> [String] {
    guard let archive = try? ZipArchive(reading: bytes),
      let package = try? TemplatePackage(of: SafePackage(unjudged: archive))
    else { return ["no package"] }
    var check = StructureCheck(archive: archive, format: package.format)
    check.run()
    return check.faults + Template.leftOverTags(in: bytes).map { "left-over tag \($0)" }
  }

  private init(archive: ZipArchive, format: DocumentFormat) {
    self.archive = archive
    self.format = format
    names = Set(archive.entries.map(\.name))
  }

  private mutating func run() {
    if format == .odt {
      let first = archive.entries.first
      if first?.name != "mimetype" || first?.method != .stored {
        faults.append("mimetype is not first and stored")
      }
    }
    var seen: Set<Identity> = []
    for entry in archive.entries
    where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
      guard let bytes = try? archive.contents(of: entry),
        let document = try? XMLDocument(parsing: bytes)
      else {
        faults.append("\(entry.name): not well-formed")
        continue
      }
      checkReferences(document, in: entry.name)
      for node in document.root.descendants where node.kind == .element {
        checkContent(of: node, in: entry.name)
        checkIdentity(of: node, in: entry.name, &seen)
      }
    }
  }

  // MARK: References

  private mutating func checkReferences(_ document: XMLDocument, in part: String) {
    switch format {
    case .docx where part.hasSuffix(".rels"): checkTargets(document, in: part)
    case .docx:
      let list = archive.entry(named: Relationships.part(of: part))
        .flatMap { try? archive.contents(of: $0) }.flatMap { try? XMLDocument(parsing: $0) }
      let known = list.map(Relationships.init(in:)) ?? .none
      for node in document.root.descendants {
        for attribute in node.attributes
        where attribute.name.namespace == Namespace.relationships
          && known.all[attribute.value] == nil
        {
          faults.append("\(part): no relationship \(attribute.value)")
        }
      }
    case .odt:
      for node in document.root.descendants {
        for attribute in node.attributes {
          let isEntry =
            attribute.name.local == "full-path"
            || (attribute.name.local == "href" && attribute.value.hasPrefix("Pictures/"))
          if isEntry, !attribute.value.hasSuffix("/"), !names.contains(attribute.value) {
            faults.append("\(part): no entry \(attribute.value)")
          }
        }
      }
    }
  }

  private mutating func checkTargets(_ document: XMLDocument, in part: String) {
    let folder = part.split(separator: "/").dropLast(2)
    var ids: Set<String> = []
    for node in document.root.elements where node.name.local == "Relationship" {
      let id = node.attribute("Id") ?? ""
      if !ids.insert(id).inserted { faults.append("\(part): two relationships \(id)") }
      guard node.attribute("TargetMode") != "External", let target = node.attribute("Target") else {
        continue
      }
      var way = target.hasPrefix("/") ? [] : Array(folder)
      for name in target.split(separator: "/") where name != "." {
        if name == ".." { _ = way.popLast() } else { way.append(name) }
      }
      if !names.contains(way.joined(separator: "/")) {
        faults.append("\(part): no target \(target)")
      }
    }
  }

  // MARK: Identities

  private struct Identity: Hashable {
    let kind: String
    let value: String
  }

  private mutating func checkIdentity(
    of node: XMLNode, in part: String, _ seen: inout Set<Identity>
  ) {
    for attribute in node.attributes {
      guard let kind = Self.identity(attribute.name, of: node, in: part) else { continue }
      if !seen.insert(Identity(kind: kind, value: attribute.value)).inserted {
        faults.append("\(part): two \(kind) \(attribute.value)")
      }
    }
  }

  /// What an attribute names once in a document, or once in a part; nil when it names nothing.
  private static func identity(_ name: XMLName, of node: XMLNode, in part: String) -> String? {
    switch (name.namespace, name.local) {
    case ("", "id") where node.isElement("docPr", in: Namespace.wordDrawing): "drawing"
    case (Namespace.word14, "paraId"): "paragraph of \(part)"
    case ("", "id") where node.name.namespace == Namespace.vml && node.name.local != "shapetype":
      "shape of \(part)"
    case (Namespace.text, "id") where node.isElement("note", in: Namespace.text): "note"
    case (Namespace.word, "id") where node.isElement("bookmarkStart", in: Namespace.word),
      (Namespace.word, "name") where node.isElement("bookmarkStart", in: Namespace.word):
      "bookmark \(name.local)"
    case (Namespace.word, "id") where node.isElement("commentRangeStart", in: Namespace.word):
      "comment"
    case (Namespace.word, "val")
    where node.isElement("id", in: Namespace.word)
      && node.parent?.isElement("sdtPr", in: Namespace.word) ?? false:
      "content control"
    case (Namespace.word, "numId") where node.isElement("num", in: Namespace.word): "numbering"
    case (Namespace.xml, "id"): "xml:id of \(part)"
    case (Namespace.draw, "name") where node.name.namespace == Namespace.draw: "shape of \(part)"
    case (Namespace.table, "name") where node.isElement("table", in: Namespace.table):
      "table of \(part)"
    case (Namespace.text, "name") where node.isElement("section", in: Namespace.text): "section"
    case (Namespace.text, "name") where node.isElement("bookmark-start", in: Namespace.text):
      "bookmark"
    default: nil
    }
  }

  // MARK: Content

  private mutating func checkContent(of node: XMLNode, in part: String) {
    switch format.role(of: node) {
    case .table: checkTable(node, in: part)
    case .row where node.cells(format).isEmpty: faults.append("\(part): a row without cells")
    case .cell where format == .docx && !endsWithParagraph(node):
      faults.append("\(part): a cell that does not end with a paragraph")
    case .story where format == .docx && node.name.local != "body" && !holds(.paragraph, node):
      faults.append("\(part): an empty \(node.name.local)")
    default: break
    }
    if node.isElement("sdtContent", in: Namespace.word), node.elements.isEmpty {
      faults.append("\(part): an empty content control")
    }
  }

  private mutating func checkTable(_ table: XMLNode, in part: String) {
    let rows = table.rows(format)
    if rows.isEmpty { faults.append("\(part): a table without rows") }
    let columns = table.columnCount(format)
    guard columns > 0 else { return }
    for row in rows where row.cells(format).reduce(0, { $0 + $1.columns }) != columns {
      faults.append("\(part): a row that does not fill its table's columns")
    }
  }

  private func holds(_ role: Role, _ node: XMLNode) -> Bool {
    node.descendants.contains { format.role(of: $0) == role }
  }

  /// Content controls and marks may stand behind the last paragraph's start.
  private func endsWithParagraph(_ cell: XMLNode) -> Bool {
    guard let last = cell.elements.last(where: { !Self.marks.contains($0.name.local) }) else {
      return false
    }
    return format.role(of: last) == .paragraph || last.isElement("sdt", in: Namespace.word)
      || last.isElement("customXml", in: Namespace.word)
  }

  private static let marks: Set<String> = [
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permEnd",
  ]
}
