internal import XMLTree
internal import ZipContainer

/// A package as it describes itself: its format, its text parts, and what must change in it so
/// that a template becomes a document.
struct TemplatePackage {
  let format: DocumentFormat
  /// The text parts by name.
  let parts: [String: TextPart]
  /// Entries that are written in place of the template's own.
  private(set) var replaced: [String: ZipEntry] = [:]

  /// The pair of signs that a property of the document fixes, as its author wrote it.
  private(set) var fixedDelimiters: String?

  /// Why a package is no template.
  enum Fault: Error { case notADocument, macros }

  /// What a text part is in its document.
  enum TextPart: Sendable, Hashable {
    case body, header, footer, footnotes, endnotes
    /// The styles of ODF, which hold its headers and footers.
    case styles
    /// The properties of the document, such as its title.
    case properties
  }

  /// Looks at the entries that say what the package is.
  init(of archive: ZipArchive) throws(Fault) {
    if archive.entry(named: "mimetype") != nil, archive.entry(named: "content.xml") != nil {
      format = .odt
      parts = ["content.xml": .body, "styles.xml": .styles, "meta.xml": .properties]
      try replaceMediaType(in: archive)
      fixedDelimiters = Self.property(Self.delimiters, in: archive)
      return
    }
    format = .docx
    let types = Self.document("[Content_Types].xml", in: archive)
    let named = try Self.wordParts(types)
    var parts = named.values.contains(.body) ? named : Self.wordParts(byNamesIn: archive)
    for name in ["docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"] {
      parts[name] = .properties
    }
    self.parts = parts
    guard parts.contains(where: { $1 == .body && archive.entry(named: $0) != nil }) else {
      throw .notADocument
    }
    if let types { replaceMainType(in: types) }
    fixedDelimiters = Self.property(Self.delimiters, in: archive)
  }

  /// The name of the property that fixes the signs of tags.
  static let delimiters = "thidua.delimiters"

  /// A property that the author of a document gave it under a name of his own.
  private static func property(_ name: String, in archive: ZipArchive) -> String? {
    for part in ["docProps/custom.xml", "meta.xml"] {
      let nodes = document(part, in: archive)?.root.descendants
      for node in nodes?.filter({ $0.kind == .element }) ?? []
      where node.attribute("name") == name || node.attribute("name", in: Namespace.meta) == name {
        return node.textContent
      }
    }
    return nil
  }

  private static func document(_ name: String, in archive: ZipArchive) -> XMLDocument? {
    guard let entry = archive.entry(named: name), let bytes = try? archive.contents(of: entry)
    else { return nil }
    return try? XMLDocument(parsing: bytes)
  }

  private mutating func replace(_ name: String, by bytes: [UInt8], stored: Bool = false) {
    replaced[name] = try? ZipEntry(name: name, contents: bytes, stored: stored)
  }

  // MARK: Word

  static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let wordKinds: [String: TextPart] = [
    word + "document.main+xml": .body, word + "template.main+xml": .body,
    word + "header+xml": .header, word + "footer+xml": .footer,
    word + "footnotes+xml": .footnotes, word + "endnotes+xml": .endnotes,
  ]

  private static func wordParts(_ types: XMLDocument?) throws(Fault) -> [String: TextPart] {
    var parts: [String: TextPart] = [:]
    for node in types?.root.elements ?? [] where node.name.local == "Override" {
      guard let name = node.attribute("PartName"), let type = node.attribute("ContentType") else {
        continue
      }
      if type.hasPrefix("application/vnd.ms-word."), type.contains("macroEnabled") { throw .macros }
      parts[String(name.drop { $0 == "/" })] = wordKinds[type]
    }
    return parts
  }

  /// The parts under the names that Word gives them, for a package that does not say.
  private static func wordParts(byNamesIn archive: ZipArchive) -> [String: TextPart] {
    var parts: [String: TextPart] = [:]
    for entry in archive.entries where entry.name.hasSuffix(".xml") {
      switch entry.name {
      case "word/document.xml": parts[entry.name] = .body
      case "word/footnotes.xml": parts[entry.name] = .footnotes
      case "word/endnotes.xml": parts[entry.name] = .endnotes
      case _ where entry.name.hasPrefix("word/header"): parts[entry.name] = .header
      case _ where entry.name.hasPrefix("word/footer"): parts[entry.name] = .footer
      default: break
      }
    }
    return parts
  }

  /// What is filled is a document and no template any more; Word opens no other under `.docx`.
  private mutating func replaceMainType(in types: XMLDocument) {
    let templates = types.root.elements.filter {
      $0.attribute("ContentType") == Self.word + "template.main+xml"
    }
    guard !templates.isEmpty else { return }
    for node in templates { node.setAttribute("ContentType", to: Self.word + "document.main+xml") }
    replace("[Content_Types].xml", by: XMLWriter.bytes(of: types))
  }

  /// The styles of a document, and the fonts of its theme.
  struct Styles {
    let styles: XMLDocument?
    let theme: XMLDocument?
    let numberings: Numberings
  }

  /// The part that holds the numberings of Word.
  static let numberings = "word/numbering.xml"

  func styles(in archive: ZipArchive) -> Styles {
    switch format {
    case .odt:
      Styles(
        styles: Self.document("styles.xml", in: archive), theme: nil, numberings: .none)
    case .docx:
      Styles(
        styles: Self.document("word/styles.xml", in: archive),
        theme: Self.document("word/theme/theme1.xml", in: archive),
        numberings: Self.document(Self.numberings, in: archive).map(Numberings.init(in:)) ?? .none)
    }
  }

  /// The relationships of a part of a Word document.
  func relationships(of part: String, in archive: ZipArchive) -> Relationships {
    guard format == .docx else { return .none }
    return Self.document(Relationships.part(of: part), in: archive).map(Relationships.init(in:))
      ?? .none
  }

  /// Lets a package of Word hold the two kinds of pictures that are made.
  static func declarePictures(in types: XMLDocument) {
    for (suffix, type) in [("png", "image/png"), ("jpeg", "image/jpeg")] {
      let isDeclared = types.root.elements.contains {
        $0.name.local == "Default" && $0.attribute("Extension")?.lowercased() == suffix
      }
      guard !isDeclared else { continue }
      let node = XMLNode.element(
        XMLName("Default", prefix: types.root.name.prefix, namespace: types.root.name.namespace),
        attributes: [XMLAttribute("Extension", suffix), XMLAttribute("ContentType", type)])
      types.root.insert(node, at: 0)
    }
  }

  // MARK: OpenDocument

  private static let text = "application/vnd.oasis.opendocument.text"
  private static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

  private mutating func replaceMediaType(in archive: ZipArchive) throws(Fault) {
    guard let entry = archive.entry(named: "mimetype"), let bytes = try? archive.contents(of: entry)
    else { throw .notADocument }
    switch String(decoding: bytes, as: UTF8.self).filter({ !$0.isWhitespace }) {
    case Self.text: return
    case Self.text + "-template": break
    default: throw .notADocument
    }
    replace("mimetype", by: Array(Self.text.utf8), stored: true)
    guard let list = Self.document("META-INF/manifest.xml", in: archive) else { return }
    for node in list.root.elements where node.attribute("full-path", in: Self.manifest) == "/" {
      for index in node.attributes.indices
      where node.attributes[index].name.local == "media-type" {
        node.attributes[index].value = Self.text
      }
    }
    replace("META-INF/manifest.xml", by: XMLWriter.bytes(of: list))
  }
}
