package import XMLTree
package import ZipContainer

/// Puts comments into a copy of a DOCX or an ODT.
///
/// The parts it hands out are the trees it writes: a caller finds the node that a comment belongs
/// to in one of them, by ``part(_:)``, and adds the comment there. What is not touched is copied
/// as it is compressed. Same package, same comments: same bytes.
package struct Annotator {
  /// The office formats that take comments.
  package enum Format: Hashable, Sendable { case docx, odt }

  /// What the package is.
  package let format: Format
  /// The part that holds the body, such as `word/document.xml`; the only one that takes comments.
  package let body: String
  /// Who the comments say they are by.
  package let author: String
  /// The moment the comments bear, as `2026-04-27T00:00:00`; nil for none.
  package let moment: String?

  private let archive: ZipArchive
  private let limits: XMLLimits
  /// The parts that are open, by name.
  var trees: [String: XMLDocument] = [:]
  /// The comments in the order in which they were added.
  private(set) var remarks: [Remark] = []

  /// A comment under way.
  struct Remark {
    let text: String
    let anchor: XMLNode
  }

  /// Opens a package.
  ///
  /// - Parameters:
  ///   - archive: The package, which stays as it is.
  ///   - author: Who the comments say they are by.
  ///   - day: The day the comments bear, as `2026-04-27`; the clock is never asked.
  ///   - limits: What a part may cost.
  /// - Throws: ``AnnotationFailure``.
  package init(
    _ archive: ZipArchive, author: String = "ThiDua", day: String? = nil,
    limits: XMLLimits = .standard
  ) throws(AnnotationFailure) {
    self.archive = archive
    self.limits = limits
    self.author = author
    moment = day.map { $0 + "T00:00:00" }
    if archive.entry(named: "mimetype") != nil {
      format = .odt
      body = "content.xml"
    } else {
      format = .docx
      body = try Self.mainPart(of: archive, limits)
    }
    guard try part(body) != nil else { throw .notADocument }
  }

  /// The tree of a part, which is written in the end; nil when the package has none.
  ///
  /// - Throws: ``AnnotationFailure`` when the part cannot be read.
  package mutating func part(_ name: String) throws(AnnotationFailure) -> XMLDocument? {
    if let known = trees[name] { return known }
    guard let document = try Self.read(name, in: archive, limits) else { return nil }
    trees[name] = document
    return document
  }

  /// The paragraphs of the body in document order, those of cells and boxes too.
  package var paragraphs: [XMLNode] {
    trees[body]?.root.descendants.filter(isParagraph) ?? []
  }

  /// Adds a comment.
  ///
  /// - Parameters:
  ///   - text: What it says; each line becomes a paragraph of the comment.
  ///   - node: The paragraph, or a node inside one, of the tree of the part ``body``. What stands
  ///     in a box or a note is commented where the box or note hangs, because office programs
  ///     show no comments there. Nil for the document as a whole: its first paragraph.
  package mutating func add(_ text: String, at node: XMLNode?) {
    guard let anchor = node.flatMap(anchor) ?? paragraphs.first(where: { anchor($0) === $0 })
    else { return }
    remarks.append(Remark(text: text, anchor: anchor))
  }

  /// The bytes of the copy.
  ///
  /// - Throws: ``AnnotationFailure`` when a part that lists the others cannot be read.
  package consuming func finish() throws(AnnotationFailure) -> [UInt8] {
    if !remarks.isEmpty {
      switch format {
      case .docx: try addToWord()
      case .odt: addToOpenDocument()
      }
    }
    return try written()
  }

  // MARK: Places

  /// The node of the body that a comment goes around: the paragraph outside every box and note, or
  /// the piece right inside it that holds the node.
  private func anchor(_ node: XMLNode) -> XMLNode? {
    var outermost: (paragraph: XMLNode, piece: XMLNode?)?
    var below: XMLNode?
    var current: XMLNode? = node
    while let here = current {
      if isParagraph(here) { outermost = (here, below) }
      below = here
      current = here.parent
    }
    // A node of another tree has no place in this one.
    guard let outermost, let root = trees[body]?.root, below === root else { return nil }
    let isInline = outermost.piece.map { outermost.paragraph !== node && isWhole($0) } ?? false
    return isInline ? outermost.piece : outermost.paragraph
  }

  /// True for a piece of a paragraph that a comment may stand around.
  private func isWhole(_ piece: XMLNode) -> Bool {
    switch format {
    case .docx: piece.isElement("r", in: Namespaces.word)
    case .odt: piece.kind == .text || piece.isElement("span", in: Namespaces.text)
    }
  }

  func isParagraph(_ node: XMLNode) -> Bool {
    switch format {
    case .docx: node.isElement("p", in: Namespaces.word)
    case .odt:
      node.isElement("p", in: Namespaces.text) || node.isElement("h", in: Namespaces.text)
    }
  }

  // MARK: Reading and writing

  private static func read(
    _ name: String, in archive: ZipArchive, _ limits: XMLLimits
  ) throws(AnnotationFailure) -> XMLDocument? {
    guard let entry = archive.entry(named: name) else { return nil }
    let bytes: [UInt8]
    do throws(ZipFailure) { bytes = try archive.contents(of: entry) } catch {
      throw .archive(error)
    }
    do throws(XMLFailure) { return try XMLDocument(parsing: bytes, limits: limits) } catch {
      throw .part(name, error)
    }
  }

  private static func mainPart(
    of archive: ZipArchive, _ limits: XMLLimits
  ) throws(AnnotationFailure) -> String {
    for node in try read("_rels/.rels", in: archive, limits)?.root.elements ?? []
    where node.attribute("Type")?.hasSuffix("/officeDocument") == true {
      if let target = node.attribute("Target") { return String(target.drop { $0 == "/" }) }
    }
    return "word/document.xml"
  }

  private func written() throws(AnnotationFailure) -> [UInt8] {
    do throws(ZipFailure) {
      var writer = try ZipWriter()
      for entry in archive.entries {
        if let tree = trees[entry.name] {
          try writer.add(ZipEntry(name: entry.name, contents: XMLWriter.bytes(of: tree)))
        } else {
          try writer.add(entry)
        }
      }
      for name in trees.keys.sorted() where archive.entry(named: name) == nil {
        if let tree = trees[name] {
          try writer.add(ZipEntry(name: name, contents: XMLWriter.bytes(of: tree)))
        }
      }
      return try writer.finish()
    } catch {
      throw .archive(error)
    }
  }
}
