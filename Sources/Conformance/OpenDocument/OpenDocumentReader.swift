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
    var list: (style: XMLElement?, id: String, level: Int)?
    /// True for the first paragraph of an item of a list, which bears its number.
    var bearsNumber = false
    /// True inside a cell or a box.
    var isInside = false
  }

  let styles: OpenDocumentStyles
  private let body: XMLElement
  /// The pictures by the names of their entries.
  let pictures: [String: PictureFile]
  private var recordedPages: Int?
  /// The paragraphs of each part that have been read, by their indices.
  var places = ParagraphPlaces(body: Self.bodyPart)
  /// The columns of the table of which a row was read last by itself, by its place.
  var columnsOfRows: (table: Int, widths: [Length])?
  /// What styles come to that were met before; see ``OpenDocumentLook``.
  var looks: [OpenDocumentLook.Key: OpenDocumentLook] = [:]
  var settings: [OpenDocumentLook.Key: OpenDocumentSetting] = [:]
  /// How far each list has counted at each of its levels.
  var numbers: [String: [Int: Int]] = [:]
  /// How many signs `text:s` may still become: it says a number, of which a file may say millions.
  var spaces = 20_000
  /// The footnotes met so far.
  var notes: [Paragraph] = []

  /// The part with the body.
  static let bodyPart = "content.xml"

  /// Opens the parts; nil when the package is no ODT.
  ///
  /// The body comes last, because its rows may be judged while it is read.
  init?(_ parts: inout PackageParts, keepingRows kept: Int? = nil) {
    let pictures = parts.pictures(in: "Pictures/")
    let common = parts.root("styles.xml")
    var rows: OpenDocumentReader?
    let sieve = kept.map {
      RowSieve(keeping: $0) { row in
        // The styles of the body's own part stand before it.
        if rows == nil { rows = OpenDocumentReader(row.root, common, pictures) }
        return rows?.row(row)
      }
    }
    guard let content = parts.root(Self.bodyPart, isUnique: true, sieve: sieve?.ofOpenDocument)
    else { return nil }
    self.init(content, common, pictures)
    places.gone = sieve?.gone ?? places.gone
    let meta = parts.root("meta.xml", isUnique: true)?.firstChild(.meta, in: .office)
    recordedPages =
      meta?.firstChild(.documentStatistic, in: .meta)?
      .attribute(.pageCount, in: .meta).flatMap { Int($0) }
  }

  private init?(_ content: XMLElement, _ common: XMLElement?, _ pictures: [String: PictureFile]) {
    let body = content.firstChild(.body, in: .office)?.firstChild(.text, in: .office)
    guard let body else { return nil }
    self.body = body
    self.pictures = pictures
    styles = OpenDocumentStyles(content: content, styles: common)
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
        part: Self.bodyPart, origin: .content, room: sections[sections.count - 1].first.textWidth)
      sections[sections.count - 1].blocks += blocks(node, context)
    }
    if sections.isEmpty { sections.append(pages("Standard", startsAt: nil)) }
    var document = FinishedDocument(format: .odt, sections: sections)
    document.notes = notes
    document.recordedPages = recordedPages
    return document
  }

  /// The blocks of a node of the body, a cell or a box.
  mutating func blocks(_ node: XMLElement, _ context: Context) -> [Block] {
    switch (node.namespace, node.known) {
    case (.text, .p), (.text, .h):
      [.paragraph(paragraph(node, context))]
    case (.text, .list): list(node, context)
    case (.table, .table): [.table(table(node, context))]
    default: []
    }
  }

  /// The children of a story, with what sections and indexes hold in their place.
  static func flattened(_ story: XMLElement) -> [XMLElement] {
    story.elements.flatMap { node -> [XMLElement] in
      switch node.known {
      case .section, .indexBody, .tableOfContent: flattened(node)
      case .trackedChanges, .forms, .sequenceDecls, .variableDecls, .userFieldDecls: []
      default: [node]
      }
    }
  }

  /// The paragraphs and tables of a list, each item's first one with its number.
  private mutating func list(_ node: XMLElement, _ context: Context) -> [Block] {
    let name = node.attribute(.styleName, in: .text)
    let outer = context.list
    let style = name.flatMap { styles.list($0, context.origin) } ?? outer?.style
    let id = name ?? outer?.id ?? "list"
    let level = (outer?.level ?? 0) + 1
    let goesOn = node.attribute(.continueNumbering, in: .text) == "true"
    if outer != nil || !goesOn { numbers[id, default: [:]][level] = nil }
    var found: [Block] = []
    for item in node.elements {
      var inner = context
      inner.list = (style, id, level)
      inner.bearsNumber = item.known == .listItem
      for child in item.elements where child.known != .number {
        found += blocks(child, inner)
        inner.bearsNumber = false
      }
    }
    return found
  }

  // MARK: Pages

  /// The kind of page that a block asks to begin with, and the number it gives that page.
  private func masterPage(of node: XMLElement) -> (name: String?, number: Int?) {
    let isTable = node.known == .table
    let first = node.known == .list ? firstParagraph(in: node) : node
    let namespace = isTable ? Namespace.table : .text
    let chain = styles.chain(
      isTable ? "table" : "paragraph", first?.attribute(.styleName, in: namespace), .content)
    let names = chain.compactMap { $0.style(.masterPageName) }
    guard let name = names.last, !name.isEmpty else { return (nil, nil) }
    let group = isTable ? Name.tableProperties : .paragraphProperties
    return (name, chain.value(group, .pageNumber, in: .style).flatMap { Int($0) })
  }

  private func firstParagraph(in list: XMLElement) -> XMLElement? {
    list.descendants.first { [.p, .h].contains($0.known) }
  }

  private mutating func pages(_ name: String, startsAt number: Int?) -> Section {
    let master = styles.masters[name]
    let next = master?.style(.nextStyleName).flatMap { styles.masters[$0] } ?? master
    var section = Section(
      first: page(master, isFirst: true), later: page(next, isFirst: false), startsAt: number)
    if next?.firstChild(.headerLeft, in: .style) != nil {
      section.even = page(next, isFirst: false, isLeft: true)
    }
    return section
  }

  /// A kind of page: its setting, and the header and footer that it shows.
  private mutating func page(_ master: XMLElement?, isFirst: Bool, isLeft: Bool = false) -> Sheet {
    let layout = master?.style(.pageLayoutName).flatMap { styles.layouts[$0] }
    let properties = layout?.firstChild(.pageLayoutProperties, in: .style)
    func at(_ name: Name, _ fallback: Double) -> Length {
      let short = name.isMargin ? properties?.fo(.margin) : nil
      return (properties?.fo(name) ?? short).flatMap(Length.init(measure:))
        ?? .millimetres(fallback)
    }
    // Where the document says nothing, Writer takes A4 and margins of 20 mm.
    var page = Sheet(
      width: at(.pageWidth, 210), height: at(.pageHeight, 297), top: at(.marginTop, 20),
      body: .zero, bottom: at(.marginBottom, 20), left: at(.marginLeft, 20),
      right: at(.marginRight, 20))
    page.countsInArabic = ["1", nil].contains(properties?.style(.numFormat))
    let header = story(.header, isFirst ? .headerFirst : isLeft ? .headerLeft : .header, master)
    let footer = story(.footer, isFirst ? .footerFirst : isLeft ? .footerLeft : .footer, master)
    let room = page.textWidth
    page.header = paragraphs(of: header, room: room)
    page.footer = paragraphs(of: footer, room: room)
    if header != nil { page.top = page.top + space(layout, .headerStyle, .marginBottom, []) }
    page.body = page.top
    if header != nil {
      let edge = at(.marginTop, 20)
      page.body = edge + space(layout, .headerStyle, .marginBottom, page.header)
    }
    if footer != nil {
      page.bottom = page.bottom + space(layout, .footerStyle, .marginTop, page.footer)
    }
    return page
  }

  /// The height that a header or footer takes from the body, its gap included.
  private func space(
    _ layout: XMLElement?, _ style: Name, _ gap: Name, _ paragraphs: [Paragraph]
  ) -> Length {
    let own = layout?.firstChild(style, in: .style)?
      .firstChild(.headerFooterProperties, in: .style)
    let least = (own?.fo(.minHeight) ?? own?.attribute(.height, in: .svg))
      .flatMap(Length.init(measure:))
    let distance = own?.fo(gap).flatMap(Length.init(measure:)) ?? .zero
    let needed = paragraphs.reduce(0) { $0 + $1.lineHeight + $1.setting.before + $1.setting.after }
    return max(least ?? .zero, .points(needed) + distance)
  }

  /// The header or footer that a page shows: one for first or left-hand pages where there is one.
  private func story(_ kind: Name, _ named: Name, _ master: XMLElement?) -> XMLElement? {
    let found =
      master?.elements.first { $0.known == named }
      ?? master?.elements.first { $0.known == kind }
    return found?.style(.display) == "false" ? nil : found
  }

  private mutating func paragraphs(of story: XMLElement?, room: Length) -> [Paragraph] {
    guard let story else { return [] }
    let context = Context(part: "styles.xml", origin: .common, room: room)
    return Self.flattened(story).flatMap { blocks($0, context) }.paragraphs
  }
}
