internal import Vocabulary
internal import XMLTree

/// Reads an ODT into the model of finished documents.
struct OpenDocumentReader {
  /// Where a paragraph stands, as far as its look depends on it.
  struct Context {
    /// The part it stands in.
    var part: String
    /// The part whose automatic styles it uses.
    var origin: OpenDocumentStyles.Origin
    /// The width it may fill.
    var room: Length
    /// The list it belongs to, and how deep.
    var list: (style: XMLNode?, id: String, level: Int)?
    /// True for the first paragraph of an item of a list, which bears its number.
    var bearsNumber = false
    /// True inside a cell or a box.
    var isInside = false
  }

  let styles: OpenDocumentStyles
  private let body: XMLNode
  /// The pictures by the names of their entries.
  let pictures: [String: PictureFile]
  private var recordedPages: Int?
  /// The paragraphs of each part that have been read, by their indices.
  var nodes: [String: [XMLNode]] = [:]
  /// What styles come to that were met before; see ``OpenDocumentLook``.
  var looks: [OpenDocumentLook.Key: OpenDocumentLook] = [:]
  var settings: [OpenDocumentLook.Key: OpenDocumentSetting] = [:]
  /// How far each list has counted at each of its levels.
  var numbers: [String: [Int: Int]] = [:]
  /// The footnotes met so far.
  var notes: [Paragraph] = []

  /// Opens the parts; nil when the package is no ODT.
  init?(_ parts: inout PackageParts) {
    guard let content = parts.root("content.xml"),
      let body = content.firstChild("body", in: Namespace.office)?
        .firstChild("text", in: Namespace.office)
    else { return nil }
    self.body = body
    pictures = parts.pictures(in: "Pictures/")
    styles = OpenDocumentStyles(content: content, styles: parts.root("styles.xml"))
    let meta = parts.root("meta.xml")?.firstChild("meta", in: Namespace.office)
    recordedPages =
      meta?.firstChild("document-statistic", in: Namespace.meta)?
      .attribute("page-count", in: Namespace.meta).flatMap { Int($0) }
  }

  /// The document.
  mutating func document() -> FinishedDocument {
    var sections: [Section] = []
    for node in Self.flattened(body) {
      let master = masterPage(of: node)
      if sections.isEmpty || master.name != nil {
        sections.append(pages(master.name ?? "Standard", startsAt: master.number))
      }
      let context = Context(
        part: "content.xml", origin: .content, room: sections[sections.count - 1].first.textWidth)
      sections[sections.count - 1].blocks += blocks(node, context)
    }
    if sections.isEmpty { sections.append(pages("Standard", startsAt: nil)) }
    var document = FinishedDocument(format: .odt, sections: sections)
    document.notes = notes
    document.recordedPages = recordedPages
    return document
  }

  /// The blocks of a node of the body, a cell or a box.
  mutating func blocks(_ node: XMLNode, _ context: Context) -> [Block] {
    switch (node.name.namespace, node.name.local) {
    case (Namespace.text, "p"), (Namespace.text, "h"):
      [.paragraph(paragraph(node, context))]
    case (Namespace.text, "list"): list(node, context)
    case (Namespace.table, "table"): [.table(table(node, context))]
    default: []
    }
  }

  /// The children of a story, with what sections and indexes hold in their place.
  static func flattened(_ story: XMLNode) -> [XMLNode] {
    story.elements.flatMap { node -> [XMLNode] in
      switch node.name.local {
      case "section", "index-body", "table-of-content": flattened(node)
      case "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls": []
      default: [node]
      }
    }
  }

  /// The paragraphs and tables of a list, each item's first one with its number.
  private mutating func list(_ node: XMLNode, _ context: Context) -> [Block] {
    let name = node.attribute("style-name", in: Namespace.text)
    let outer = context.list
    let style = name.flatMap { styles.list($0, context.origin) } ?? outer?.style
    let id = name ?? outer?.id ?? "list"
    let level = (outer?.level ?? 0) + 1
    let goesOn = node.attribute("continue-numbering", in: Namespace.text) == "true"
    if outer != nil || !goesOn { numbers[id, default: [:]][level] = nil }
    var found: [Block] = []
    for item in node.elements {
      var inner = context
      inner.list = (style, id, level)
      inner.bearsNumber = item.name.local == "list-item"
      for child in item.elements where child.name.local != "number" {
        found += blocks(child, inner)
        inner.bearsNumber = false
      }
    }
    return found
  }

  // MARK: Pages

  /// The kind of page that a block asks to begin with, and the number it gives that page.
  private func masterPage(of node: XMLNode) -> (name: String?, number: Int?) {
    let family = node.name.local == "table" ? "table" : "paragraph"
    let first = node.name.local == "list" ? firstParagraph(in: node) : node
    let namespace = family == "table" ? Namespace.table : Namespace.text
    let chain = styles.chain(family, first?.attribute("style-name", in: namespace), .content)
    let names = chain.compactMap { $0.style("master-page-name") }
    guard let name = names.last, !name.isEmpty else { return (nil, nil) }
    let group = family == "table" ? "table-properties" : "paragraph-properties"
    return (name, chain.value(group, "page-number", in: Namespace.style).flatMap { Int($0) })
  }

  private func firstParagraph(in list: XMLNode) -> XMLNode? {
    list.descendants.first { ["p", "h"].contains($0.name.local) && $0.kind == .element }
  }

  private mutating func pages(_ name: String, startsAt number: Int?) -> Section {
    let master = styles.masters[name]
    let next = master?.style("next-style-name").flatMap { styles.masters[$0] } ?? master
    var section = Section(
      first: page(master, isFirst: true), later: page(next, isFirst: false), startsAt: number)
    if next?.firstChild("header-left", in: Namespace.style) != nil {
      section.even = page(next, isFirst: false, side: "-left")
    }
    return section
  }

  /// A kind of page: its setting, and the header and footer that it shows.
  private mutating func page(_ master: XMLNode?, isFirst: Bool, side: String = "") -> Sheet {
    let layout = master?.style("page-layout-name").flatMap { styles.layouts[$0] }
    let properties = layout?.firstChild("page-layout-properties", in: Namespace.style)
    func at(_ name: String, _ fallback: Double) -> Length {
      let short = name.begins(with: "margin-") ? properties?.fo("margin") : nil
      return (properties?.fo(name) ?? short).flatMap(Length.init(measure:))
        ?? .millimetres(fallback)
    }
    // Where the document says nothing, Writer takes A4 and margins of 20 mm.
    var page = Sheet(
      width: at("page-width", 210), height: at("page-height", 297), top: at("margin-top", 20),
      body: .zero, bottom: at("margin-bottom", 20), left: at("margin-left", 20),
      right: at("margin-right", 20))
    page.countsInArabic = ["1", nil].contains(properties?.style("num-format"))
    let header = story("header", master, isFirst: isFirst, side: side)
    let footer = story("footer", master, isFirst: isFirst, side: side)
    let room = page.textWidth
    page.header = paragraphs(of: header, room: room)
    page.footer = paragraphs(of: footer, room: room)
    if header != nil { page.top = page.top + space(layout, "header-style", "margin-bottom", []) }
    page.body = page.top
    if header != nil {
      let edge = at("margin-top", 20)
      page.body = edge + space(layout, "header-style", "margin-bottom", page.header)
    }
    if footer != nil {
      page.bottom = page.bottom + space(layout, "footer-style", "margin-top", page.footer)
    }
    return page
  }

  /// The height that a header or footer takes from the body, its gap included.
  private func space(
    _ layout: XMLNode?, _ style: String, _ gap: String, _ paragraphs: [Paragraph]
  ) -> Length {
    let own = layout?.firstChild(style, in: Namespace.style)?
      .firstChild("header-footer-properties", in: Namespace.style)
    let least = (own?.fo("min-height") ?? own?.attribute("height", in: Namespace.svg))
      .flatMap(Length.init(measure:))
    let distance = own?.fo(gap).flatMap(Length.init(measure:)) ?? .zero
    let needed = paragraphs.reduce(0) { $0 + $1.lineHeight + $1.setting.before + $1.setting.after }
    return max(least ?? .zero, .points(needed) + distance)
  }

  /// The header or footer that a page shows: one for first or left-hand pages where there is one.
  private func story(
    _ kind: String, _ master: XMLNode?, isFirst: Bool, side: String
  ) -> XMLNode? {
    let named = isFirst ? kind + "-first" : kind + side
    let found =
      master?.elements.first { $0.name.local == named }
      ?? master?.elements.first { $0.name.local == kind }
    return found?.style("display") == "false" ? nil : found
  }

  private mutating func paragraphs(of story: XMLNode?, room: Length) -> [Paragraph] {
    guard let story else { return [] }
    let context = Context(part: "styles.xml", origin: .common, room: room)
    return Self.flattened(story).flatMap { blocks($0, context) }.paragraphs
  }
}
