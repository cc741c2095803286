internal import Vocabulary
internal import XMLTree

/// Reads a DOCX into the model of finished documents.
struct WordReader {
  /// Where a paragraph stands, as far as its look depends on it.
  struct Context {
    /// The part it stands in.
    var part: String
    /// The width it may fill.
    var room: Length
    /// The styles of the tables around it.
    var tableStyles: [XMLElement] = []
    /// True inside a cell or a box.
    var isInside = false
  }

  let looks: WordLooks
  var numbering: WordNumbering
  private var body: XMLElement
  /// The part with the body.
  let part: String
  private let settings: XMLElement?
  private let relations: [String: String]
  /// The pictures by the ids of their relationships.
  let pictures: [String: PictureFile]
  private var margins: [String: XMLElement] = [:]
  private var notes: [(part: String, root: XMLElement)] = []
  private var recordedPages: Int?
  /// What a paragraph's style and the tables around it come to, once for all that share them.
  struct StyleKey: Hashable {
    var style: String?
    var tables: [XMLElement.Identity]
  }
  var ofStyles: [StyleKey: WordLooks.Sources] = [:]
  /// The paragraphs of each part that have been read, by their indices.
  var places: ParagraphPlaces
  /// The table of which a row was read last by itself, by its place; see ``row(_:)``.
  var frameOfRows: (table: Int, frame: Frame)?

  /// Opens the parts; nil when the package is no DOCX.
  ///
  /// The body comes last, because its rows may be judged while it is read.
  init?(_ parts: inout PackageParts, keepingRows kept: Int? = nil) {
    part = Self.mainPart(&parts)
    places = ParagraphPlaces(body: part)
    // Until it is read.
    body = Self.nothing
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    func beside(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
    let name = part.split(separator: "/").last ?? ""
    relations = Self.relations(parts.root(beside("_rels/\(name).rels")))
    let media = parts.pictures(in: beside("media/"))
    pictures = relations.compactMapValues { media[beside($0)] }
    var themePart = "theme/theme1.xml"
    for target in relations.values.sorted() where target.begins(with: "theme/") {
      themePart = target
    }
    let styles = WordStyles(
      styles: parts.root(beside("styles.xml")), theme: parts.root(beside(themePart)))
    numbering = WordNumbering(parts.root(beside("numbering.xml")))
    looks = WordLooks(styles: styles, numbering: numbering)
    settings = parts.root(beside("settings.xml"))
    for (id, target) in relations.sorted(by: { $0.key < $1.key }) where target.ends(with: ".xml") {
      let path = target.begins(with: "/") ? String(target.dropFirst()) : beside(target)
      if let root = parts.root(path), [.hdr, .ftr].contains(root.known) {
        margins[id] = root
      }
    }
    for name in ["footnotes.xml", "endnotes.xml"] {
      if let root = parts.root(beside(name)) { notes.append((beside(name), root)) }
    }
    for node in parts.root("docProps/app.xml").elements where node.known == .pages {
      recordedPages = Int(node.textContent.trimmed)
    }
    var rows = self
    let sieve = kept.map { RowSieve(keeping: $0) { rows.row($0) } }
    guard let root = parts.root(part, isUnique: true, sieve: sieve?.ofWord),
      let body = root.child(.body)
    else { return nil }
    self.body = body
    places.gone = sieve?.gone ?? places.gone
  }

  /// An element that says nothing, such as a setting of pages without any.
  private static let nothing = XMLElement.empty(
    Name.sectPr.rawValue, in: Namespace.word.rawValue)

  /// The document.
  mutating func document() -> FinishedDocument {
    var sections: [Section] = []
    var pending: [XMLElement] = []
    var references: [String: String] = [:]
    var nodes = Self.flattened(body)
    // What follows the last setting of pages belongs to a section of Word's own settings.
    if nodes.last?.isElement(.sectPr, in: .word) != true {
      nodes.append(Self.nothing)
    }
    for node in nodes {
      let isSetting = node.isElement(.sectPr, in: .word)
      if !isSetting { pending.append(node) }
      guard let setting = isSetting ? node : node.child(.pPr)?.child(.sectPr) else { continue }
      var section = pages(setting, &references)
      let context = Context(part: part, room: section.first.textWidth)
      section.blocks = pending.flatMap { blocks($0, context) }
      // The paragraph that only carries the setting of its pages makes no room on them.
      if !isSetting, case .paragraph(let last)? = section.blocks.last, last.isBlank,
        last.lines.isEmpty, last.boxes.isEmpty
      {
        section.blocks.removeLast()
      }
      let goesOn = setting.child(.type)?.w(.val) == "continuous"
      if goesOn, let last = sections.indices.last, sections[last].later.isAsLarge(as: section.later)
      {
        // It begins on the page on which the one before it ends: to a reader they are one.
        sections[last].blocks += section.blocks
      } else {
        sections.append(section)
      }
      pending = []
    }
    var document = FinishedDocument(format: .docx, sections: sections)
    document.recordedPages = recordedPages
    for note in notes {
      let context = Context(part: note.part, room: .zero)
      for node in note.root.elements
      where !["separator", "continuationSeparator"].contains(node.w(.type)) {
        document.notes += Self.flattened(node).flatMap { blocks($0, context) }.paragraphs
      }
    }
    return document
  }

  /// The blocks of a node of the body or a cell.
  mutating func blocks(_ node: XMLElement, _ context: Context) -> [Block] {
    if node.isElement(.p, in: .word) { return [.paragraph(paragraph(node, context))] }
    if node.isElement(.tbl, in: .word) { return [.table(table(node, context))] }
    return []
  }

  /// The children of a story, with what content controls hold in their place.
  static func flattened(_ story: XMLElement) -> [XMLElement] {
    story.elements.flatMap { node -> [XMLElement] in
      switch node.known {
      case .sdt: node.child(.sdtContent).map(flattened) ?? []
      case .customXml, .ins, .moveTo: flattened(node)
      case .del, .moveFrom: []
      default: [node]
      }
    }
  }

  // MARK: Pages

  private mutating func pages(
    _ setting: XMLElement, _ references: inout [String: String]
  ) -> Section {
    for node in setting.elements
    where [.headerReference, .footerReference].contains(node.known) {
      let kind = node.known == .headerReference ? "header" : "footer"
      references[kind + (node.w(.type) ?? "default")] =
        node.attribute(.id, in: .relations)
    }
    let known = references
    func story(_ kind: String, _ type: String) -> String? { known[kind + type] }
    let later = page(setting, story("header", "default"), story("footer", "default"))
    let isDifferent = setting.flag(.titlePg) ?? false
    let first =
      isDifferent ? page(setting, story("header", "first"), story("footer", "first")) : later
    var section = Section(first: first, later: later)
    if settings?.flag(.evenAndOddHeaders) ?? false {
      section.even = page(setting, story("header", "even"), story("footer", "even"))
    }
    section.startsAt = setting.child(.pgNumType)?.wholeNumber(.start)
    return section
  }

  private mutating func page(_ setting: XMLElement, _ header: String?, _ footer: String?) -> Sheet {
    let size = setting.child(.pgSz)
    let margin = setting.child(.pgMar)
    func at(_ name: Name, _ fallback: Int) -> Length {
      .twips(margin?.wholeNumber(name) ?? fallback)
    }
    // Where the document says nothing, Word takes letter paper and margins of an inch.
    var page = Sheet(
      width: .twips(size?.wholeNumber(.w) ?? 12_240),
      height: .twips(size?.wholeNumber(.h) ?? 15_840),
      top: .twips(abs(margin?.wholeNumber(.top) ?? 1_440)), body: .zero,
      bottom: .twips(abs(margin?.wholeNumber(.bottom) ?? 1_440)),
      left: at(.left, 1_440) + at(.gutter, 0), right: at(.right, 1_440))
    page.header = story(header, room: page.textWidth)
    page.footer = story(footer, room: page.textWidth)
    let needed = page.header.reduce(0) {
      $0 + $1.lineHeight + $1.setting.before + $1.setting.after
    }
    // A negative margin holds the body where it is, whatever the header needs.
    let isFixed = (margin?.wholeNumber(.top) ?? 0) < 0
    let pushed = page.header.isEmpty || isFixed ? .zero : at(.header, 720) + .points(needed)
    page.body = max(page.top, pushed)
    let format = setting.child(.pgNumType)?.w(.fmt) ?? "decimal"
    page.countsInArabic = ["decimal", "numberInDash"].contains(format)
    return page
  }

  private mutating func story(_ id: String?, room: Length) -> [Paragraph] {
    guard let id, let root = margins[id] else { return [] }
    let context = Context(part: relations[id] ?? id, room: room)
    return Self.flattened(root).flatMap { blocks($0, context) }.paragraphs
  }

  // MARK: Parts

  private static func mainPart(_ parts: inout PackageParts) -> String {
    for node in parts.root("_rels/.rels").elements
    where node.attribute(.relationType)?.ends(with: "/officeDocument") == true {
      if let target = node.attribute(.target) { return String(target.drop { $0 == "/" }) }
    }
    return "word/document.xml"
  }

  private static func relations(_ root: XMLElement?) -> [String: String] {
    var found: [String: String] = [:]
    for node in root.elements where node.attribute(.targetMode) != "External" {
      if let id = node.attribute(.relationId) { found[id] = node.attribute(.target) }
    }
    return found
  }
}
