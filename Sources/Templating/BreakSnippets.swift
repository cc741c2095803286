internal import XMLTree

/// The bytes that break a value's text where it stands.
struct BreakSnippets {
  let line: [UInt8]
  let tab: [UInt8]
  /// A space that no reader drops; nil where plain ones are kept.
  let space: [UInt8]?
  /// The end of the paragraph and the start of another with the same properties; nil where the
  /// value stands in no paragraph.
  let paragraph: [UInt8]?

  init(around marker: XMLNode, format: DocumentFormat) {
    var ancestors: [XMLNode] = []
    var current = marker.parent
    var reached = false
    while let node = current, !reached {
      ancestors.append(node)
      reached = format.role(of: node) == .paragraph
      current = node.parent
    }
    // A section ends with its paragraph, which therefore stays whole.
    let endsSection = ancestors.last?.endsSection ?? false
    paragraph = reached && !endsSection ? Self.newParagraph(through: ancestors) : nil
    switch format {
    case .docx:
      space = nil
      guard let text = ancestors.first, text.isElement("t", in: Namespace.word) else {
        line = []
        tab = []
        return
      }
      line = Self.between(text, "br")
      tab = Self.between(text, "tab")
    case .odt:
      let prefix = ancestors.last?.name.prefix ?? "text"
      line = Array("<\(prefix):line-break/>".utf8)
      tab = Array("<\(prefix):tab/>".utf8)
      space = Array("<\(prefix):s/>".utf8)
    }
  }

  /// The text element closed, another element of the run, the text element opened again.
  private static func between(_ text: XMLNode, _ element: String) -> [UInt8] {
    var writer = XMLWriter()
    writer.appendEndTag(of: text)
    writer.append(
      .element(XMLName(element, prefix: text.name.prefix, namespace: text.name.namespace)))
    writer.appendStartTag(of: text)
    return writer.bytes
  }

  private static func newParagraph(through ancestors: [XMLNode]) -> [UInt8] {
    var writer = XMLWriter()
    for node in ancestors { writer.appendEndTag(of: node) }
    for node in ancestors.reversed() {
      let copy = node.shallowCopy()
      let identities = IdentityAttributes.of(node)
      copy.attributes.removeAll { identities.dropped.contains($0.name) }
      writer.appendStartTag(of: copy)
      // Properties stand first; looking further would cost a long paragraph its length per tag.
      if let first = node.children.first(where: { $0.kind == .element }),
        ["pPr", "rPr"].contains(first.name.local)
      {
        writer.append(first.deepCopy())
      }
    }
    return writer.bytes
  }
}

/// The attributes that name an element once in a document, and so change in every copy of it.
struct IdentityAttributes {
  /// Attributes that copies go without: nothing refers to them.
  var dropped: Set<XMLName> = []
  /// The attribute that takes a fresh number in every copy.
  var renumbered: XMLName?
  /// True when the number goes behind what stood there.
  var keepsStem = false

  var isEmpty: Bool { dropped.isEmpty && renumbered == nil }

  static func of(_ node: XMLNode) -> IdentityAttributes {
    var identities = IdentityAttributes()
    for attribute in node.attributes {
      switch (attribute.name.namespace, attribute.name.local) {
      case (Namespace.word14, "paraId"), (Namespace.word14, "textId"), (Namespace.xml, "id"),
        (Namespace.draw, "name"), (Namespace.draw, "id"):
        identities.dropped.insert(attribute.name)
      case (Namespace.table, "name") where node.isElement("table", in: Namespace.table):
        identities.dropped.insert(attribute.name)
      case (Namespace.text, "id") where node.isElement("note", in: Namespace.text):
        identities.dropped.insert(attribute.name)
      // The type of a shape is referred to; an embedded object refers to its shape.
      case ("", "id") where node.name.namespace == Namespace.vml,
        (Namespace.vmlOffice, "spid") where node.name.namespace == Namespace.vml:
        let isReferredTo =
          node.name.local == "shapetype"
          || node.parent?.isElement("object", in: Namespace.word) ?? false
        if !isReferredTo { identities.dropped.insert(attribute.name) }
      case ("", "id") where node.isElement("docPr", in: Namespace.wordDrawing):
        identities.renumbered = attribute.name
      case (Namespace.text, "name") where node.isElement("section", in: Namespace.text):
        identities.renumbered = attribute.name
        identities.keepsStem = true
      default: break
      }
    }
    return identities
  }

  /// The numbers that the drawings of a document have.
  static func numbers(in document: XMLDocument) -> [Int] {
    document.root.descendants.compactMap { node in
      node.isElement("docPr", in: Namespace.wordDrawing)
        ? node.attribute("id").flatMap(Int.init(word:)) : nil
    }
  }

  /// True for a mark that a document holds once, such as a comment, which stands in another part: it
  /// stays with the first copy.
  static func isUnique(_ node: XMLNode) -> Bool {
    switch node.name.namespace {
    case Namespace.word where node.name.local == "id":
      // Of a content control.
      node.parent?.isElement("sdtPr", in: Namespace.word) ?? false
    case Namespace.word:
      ["commentRangeStart", "commentRangeEnd", "commentReference"].contains(node.name.local)
    case Namespace.office: ["annotation", "annotation-end"].contains(node.name.local)
    default: false
    }
  }
}
