package import Diagnostics
internal import XMLTree
internal import ZipContainer

/// Looks at a finished document as a reader of its format would, and names what breaks its rules.
///
/// The engine keeps these rules by construction, and ``ProgramProof`` shows it once for all documents
/// of a template; this looks at one document from outside. The tests do so with all they make, a
/// build with the documents of those templates whose proof has a gap.
package struct StructureCheck {
  private let archive: ZipArchive
  private let package: TemplatePackage
  private let format: DocumentFormat
  private let names: Set<String>
  private var faults: [Fault] = []

  /// What breaks a document, and the part it stands in.
  package struct Fault: Hashable, Sendable {
    /// The part of the package; empty for the package itself.
    package let part: String
    /// What is wrong, in Vietnamese.
    package let message: String
    /// True for a tag that was not filled.
    package let isTag: Bool

    init(_ part: String, _ message: String, isTag: Bool = false) {
      self.part = part
      self.message = message
      self.isTag = isTag
    }
  }

  /// The faults of a document, in the order in which they stand; none in a good one.
  package static func faults(in bytes: [UInt8]) -> [Fault] {
    guard let archive = try? ZipArchive(reading: bytes, limits: .finished),
      let package = try? TemplatePackage(of: SafePackage(unjudged: archive))
    else { return [Fault("", "không phải gói DOCX hay ODT")] }
    var check = StructureCheck(archive: archive, package: package)
    check.run()
    return check.faults
  }

  /// The faults of a document as findings.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - file: its name in the findings.
  ///   - known: the faults of its template, from ``faults(in:)``: what its author's office program
  ///     wrote is not told again for every document.
  /// - Returns: errors `TE054` (structure) and `TE055` (a tag left over), at most twenty.
  package static func check(
    _ bytes: [UInt8], file: String, known: Set<Fault> = []
  ) -> [Diagnostic] {
    faults(in: bytes).filter { $0.isTag || !known.contains($0) }.prefix(mostFindings).map {
      .brokenStructure($0, at: Place(file: file, part: $0.part.isEmpty ? nil : $0.part))
    }
  }

  /// More findings on one document say no more.
  static let mostFindings = 20

  private init(archive: ZipArchive, package: TemplatePackage) {
    self.archive = archive
    self.package = package
    format = package.format
    names = Set(archive.entries.map(\.name))
  }

  private mutating func run() {
    if format == .odt {
      let first = archive.entries.first
      if first?.name != "mimetype" || first?.method != .stored {
        add("", "mimetype không đứng đầu gói, hoặc bị nén")
      }
    }
    var documents: [(name: String, document: XMLDocument)] = []
    // For look-up only: its order is never used.
    var lists: [String: Relationships] = [:]
    for entry in archive.entries
    where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
      guard let bytes = try? archive.contents(of: entry),
        let document = try? XMLDocument(parsing: bytes, limits: .finished)
      else {
        add(entry.name, "XML không đọc được")
        continue
      }
      documents.append((entry.name, document))
      if entry.name.hasSuffix(".rels") { lists[entry.name] = Relationships(in: document) }
    }
    var seen: Set<Identity> = []
    for (name, document) in documents {
      if format == .docx, name.hasSuffix(".rels") { checkTargets(document, in: name) }
      let list = lists[Relationships.part(of: name)] ?? .none
      for node in document.root.descendants where node.kind == .element {
        checkReferences(of: node, list, in: name)
        checkContent(of: node, in: name)
        checkIdentity(of: node, in: name, &seen)
      }
    }
    for (name, document) in documents where package.parts[name] != nil {
      checkTags(document, in: name)
    }
  }

  private mutating func add(_ part: String, _ message: String) {
    faults.append(Fault(part, message))
  }

  // MARK: Tags

  /// «…» are quotation marks too, and a finished document may quote.
  private static let scanner = TagScanner(Delimiters.families.filter { $0.open != "«" })

  private mutating func checkTags(_ document: XMLDocument, in part: String) {
    guard let kind = package.parts[part] else { return }
    for tag in Self.tags(leftIn: document, kind, format) {
      faults.append(Fault(part, "còn thẻ “\(tag)” chưa điền", isTag: true))
    }
  }

  /// The tags that are left in a part; its tree is changed.
  static func tags(
    leftIn document: XMLDocument, _ kind: TemplatePackage.TextPart, _ format: DocumentFormat
  ) -> [String] {
    if kind == .properties { Lines.makeProperties(of: document) }
    return scanner.tags(leftIn: document, format)
  }

  // MARK: References

  private mutating func checkReferences(
    of node: XMLNode, _ list: Relationships, in part: String
  ) {
    for attribute in node.attributes {
      switch format {
      case .docx:
        if attribute.name.namespace == Namespace.relationships, list.all[attribute.value] == nil {
          add(part, "không có quan hệ “\(attribute.value)”")
        }
      case .odt:
        let isEntry =
          attribute.name.local == "full-path"
          || (attribute.name.local == "href" && attribute.value.hasPrefix("Pictures/"))
        if isEntry, !attribute.value.hasSuffix("/"), !names.contains(attribute.value) {
          add(part, "không có tệp “\(attribute.value)” trong gói")
        }
      }
    }
  }

  private mutating func checkTargets(_ document: XMLDocument, in part: String) {
    let folder = part.split(separator: "/").dropLast(2)
    var ids: Set<String> = []
    for node in document.root.elements where node.name.local == "Relationship" {
      let id = node.attribute("Id") ?? ""
      if !ids.insert(id).inserted { add(part, "hai quan hệ “\(id)”") }
      guard node.attribute("TargetMode") != "External", let target = node.attribute("Target") else {
        continue
      }
      var way = target.hasPrefix("/") ? [] : Array(folder)
      for name in target.split(separator: "/") where name != "." {
        if name == ".." { _ = way.popLast() } else { way.append(name) }
      }
      if !names.contains(way.joined(separator: "/")) {
        add(part, "không có đích “\(target)”")
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
      guard let kind = Self.identity(attribute.name, of: node, inside: node.parent, in: part)
      else { continue }
      if !seen.insert(Identity(kind: kind, value: attribute.value)).inserted {
        add(part, "hai \(kind) “\(attribute.value)”")
      }
    }
  }

  /// What an attribute names once in a document, or once in a part; nil when it names nothing.
  static func identity(
    _ name: XMLName, of node: XMLNode, inside parent: XMLNode?, in part: String
  ) -> String? {
    switch (name.namespace, name.local) {
    case ("", "id") where node.isElement("docPr", in: Namespace.wordDrawing): "hình vẽ"
    case (Namespace.word14, "paraId"): "đoạn của \(part)"
    // An embedded object refers to its shape by this id, so copies keep it.
    case ("", "id")
    where node.name.namespace == Namespace.vml && node.name.local != "shapetype"
      && !(parent?.isElement("object", in: Namespace.word) ?? false):
      "hình của \(part)"
    case (Namespace.text, "id") where node.isElement("note", in: Namespace.text): "chú thích"
    case (Namespace.word, "id") where ["footnote", "endnote"].contains(node.name.local):
      "chú thích của \(part)"
    case (Namespace.style, "name") where node.isElement("master-page", in: Namespace.style):
      "trang mẫu"
    case (Namespace.style, "name") where node.isElement("style", in: Namespace.style):
      "kiểu \(node.attribute("family", in: Namespace.style) ?? "") của \(part)"
    case (Namespace.word, "id") where node.isElement("bookmarkStart", in: Namespace.word),
      (Namespace.word, "name") where node.isElement("bookmarkStart", in: Namespace.word):
      "dấu trang (\(name.local))"
    case (Namespace.word, "id") where node.isElement("commentRangeStart", in: Namespace.word):
      "bình luận"
    case (Namespace.word, "val")
    where node.isElement("id", in: Namespace.word)
      && parent?.isElement("sdtPr", in: Namespace.word) ?? false:
      "điều khiển nội dung"
    case (Namespace.word, "numId") where node.isElement("num", in: Namespace.word): "danh sách"
    case (Namespace.xml, "id"): "xml:id of \(part)"
    case (Namespace.draw, "name") where node.name.namespace == Namespace.draw: "hình của \(part)"
    case (Namespace.table, "name") where node.isElement("table", in: Namespace.table):
      "bảng của \(part)"
    case (Namespace.text, "name") where node.isElement("section", in: Namespace.text): "vùng"
    case (Namespace.text, "name") where node.isElement("bookmark-start", in: Namespace.text):
      "dấu trang"
    default: nil
    }
  }

  // MARK: Content

  private mutating func checkContent(of node: XMLNode, in part: String) {
    switch format.role(of: node) {
    case .table: checkTable(node, in: part)
    case .row where node.cells(format).isEmpty: add(part, "hàng không có ô")
    case .cell where format == .docx && !endsWithParagraph(node):
      add(part, "ô không kết thúc bằng một đoạn")
    case .story where format == .docx && node.name.local != "body" && !holds(.paragraph, node):
      add(part, "phần “\(node.name.local)” trống")
    default: break
    }
    if node.isElement("sdtContent", in: Namespace.word), node.elements.isEmpty {
      add(part, "điều khiển nội dung trống")
    }
  }

  private mutating func checkTable(_ table: XMLNode, in part: String) {
    let rows = table.rows(format)
    if rows.isEmpty { add(part, "bảng không có hàng") }
    let columns = table.columnCount(format)
    guard columns > 0 else { return }
    for row in rows where row.cells(format).reduce(0, { $0 + $1.columns }) != columns {
      add(part, "hàng không đủ số cột của bảng")
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

extension TagScanner {
  /// The tags that can be read in the paragraphs of a part.
  func tags(leftIn document: XMLDocument, _ format: DocumentFormat) -> [String] {
    var found: [String] = []
    for node in document.root.descendants where format.role(of: node) == .paragraph {
      // Most paragraphs hold no sign of a tag: their joined text need not be made.
      let text = node.textContent
      guard mayRead(text), Marker.isLine(node) || !format.passesOver(node)
      else { continue }
      found += tags(in: ParagraphText(of: node, format: format).scalars).tags.map(\.written)
    }
    return found
  }
}

extension Diagnostic {
  static func brokenStructure(
    _ fault: StructureCheck.Fault, at place: Place
  ) -> Diagnostic {
    fault.isTag
      ? .error(
        Code("TE055"), "văn bản tạo ra \(fault.message)", at: place,
        help: "báo người bảo trì, kèm mẫu và dữ liệu; không phát hành văn bản này")
      : .error(
        Code("TE054"), "văn bản tạo ra sai cấu trúc: \(fault.message)", at: place,
        help: "báo người bảo trì, kèm mẫu và dữ liệu; không phát hành văn bản này")
  }
}
