internal import Expressions
internal import XMLTree

/// Gives each item of a region of Word a section of its own.
///
/// The break stands in the item's last paragraph where there is one for certain, so that no empty
/// paragraph comes with it; the section of the last item is the document's own when nothing
/// follows, so that no blank page does.
struct WordPages {
  private(set) var plan: PagePlan
  private let region: PageRegion
  private let tags: [Tag]
  private let relationships: Relationships
  private let part: String

  init(
    _ region: PageRegion, in document: XMLDocument, tags: [Tag], relationships: Relationships,
    part: String, isCounted: Bool
  ) {
    self.region = region
    self.tags = tags
    self.relationships = relationships
    self.part = part
    plan = PagePlan()
    plan.region = region
    DocumentFormat.settleHeaders(in: document)
    guard let governing = Self.section(behind: region) else { return }
    dropTrailingBreak()
    let isTrailing = region.dropBlankEnd()
    let original = governing.deepCopy()
    var sections = region.nodes.compactMap(\.sectionOfParagraph)
    let own = region.nodes.last.flatMap(\.sectionOfParagraph)
    let last = own ?? original.deepCopy()
    if own == nil {
      sections.append(last)
      attach(last, before: region.end)
    }
    sections[0].beginPages(isCounted: isCounted)
    // Of an item of several sections the second must go on counting.
    if sections.count == 1 { restartNotes(in: last) }
    if isTrailing {
      governing.replaceChildren(with: last.deepCopy().children)
      wrap(last, in: .separator)
    } else {
      governing.beginPage()
      separateWhatPrecedes(original)
    }
    readReferences(of: sections, recalled: isTrailing ? governing : nil, in: document)
  }

  /// The properties of the section in which a region ends.
  private static func section(behind region: PageRegion) -> XMLNode? {
    for node in region.following {
      if node.isElement("sectPr", in: Namespace.word) { return node }
      if let section = node.sectionOfParagraph { return section }
    }
    // A document that does not say has the properties that Word takes for granted.
    let made = XMLNode.element(XMLName("sectPr", prefix: "w", namespace: Namespace.word))
    region.end.parent?.append(made)
    return made
  }

  // MARK: Breaks

  /// A page break at the end of an item would leave a blank page behind each.
  private func dropTrailingBreak() {
    guard let last = region.nodes.last, last.isElement("p", in: Namespace.word) else { return }
    let runs = last.elements.filter { $0.isElement("r", in: Namespace.word) }
    let shown = runs.flatMap(\.elements).filter {
      !["rPr", "lastRenderedPageBreak"].contains($0.name.local)
    }
    guard let final = shown.last, final.isElement("br", in: Namespace.word),
      final.attribute("type", in: Namespace.word) == "page"
    else { return }
    final.removeFromParent()
  }

  /// Puts a section's properties into the paragraph before a node, or into one of their own.
  private func attach(_ section: XMLNode, before node: XMLNode) {
    let siblings = (node.parent?.children ?? []).prefix { $0 !== node }
    let before = siblings.last { child in
      child.kind == .element && !Self.marks.contains(child.name.local)
    }
    if let paragraph = before, paragraph !== region.start,
      paragraph.isElement("p", in: Namespace.word), paragraph.sectionOfParagraph == nil
    {
      paragraph.wordProperties.insertSection(section)
      return
    }
    let made = XMLNode.element(XMLName("p", prefix: "w", namespace: Namespace.word))
    let properties = made.wordProperties
    properties.append(
      .word("spacing", [("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")]))
    let run = XMLNode.word("rPr", [])
    run.append(.word("sz", [("val", "2")]))
    properties.append(run)
    properties.append(section)
    node.parent?.insert(made, before: node)
  }

  private static let marks: Set<String> = ["bookmarkStart", "bookmarkEnd", "proofErr"]

  /// Lets the notes of each item be numbered from the beginning.
  private func restartNotes(in section: XMLNode) {
    let nodes = region.nodes.flatMap { Array($0.descendants) }
    for (reference, name) in [
      ("endnoteReference", "endnotePr"), ("footnoteReference", "footnotePr"),
    ] where nodes.contains(where: { $0.isElement(reference, in: Namespace.word) }) {
      if let known = section.firstChild(name, in: Namespace.word) {
        guard known.firstChild("numRestart", in: Namespace.word) == nil else { continue }
        known.append(.word("numRestart", [("val", "eachSect")]))
        continue
      }
      let made = XMLNode.word(name, [])
      made.append(.word("numRestart", [("val", "eachSect")]))
      let before = section.elements.last {
        $0.name.local.hasSuffix("erReference")
          || $0.name.local == "footnotePr" && name == "endnotePr"
      }
      if let before { section.insert(made, after: before) } else { section.insert(made, at: 0) }
    }
  }

  /// Ends the section before the items, unless there are none.
  private mutating func separateWhatPrecedes(_ original: XMLNode) {
    let last = region.preceding.last { $0.name.namespace != Marker.namespace }
    guard let last, last.sectionOfParagraph == nil else { return }
    let section = original.deepCopy()
    attach(section, before: region.start)
    guard let number = region.tag, let expression = tags[number].clause.expression else { return }
    wrap(section, in: .onlyIf(.section, expression))
  }

  private mutating func wrap(_ node: XMLNode, in clause: Clause) {
    plan.wrap(
      node, in: clause, like: region.tag.map { tags[$0] }, number: tags.count + plan.derived.count)
  }

  // MARK: Headers

  /// Lets the headers and footers of the items follow them.
  private mutating func readReferences(
    of sections: [XMLNode], recalled: XMLNode?, in document: XMLDocument
  ) {
    let followed = Set(sections.map { ObjectIdentifier($0) })
    var others: Set<String> = []
    let nodes = document.root.descendants.filter { $0.isElement("sectPr", in: Namespace.word) }
    for section in nodes {
      let isRecalled = section === recalled
      for reference in section.elements {
        guard let site = site(of: reference),
          let name = reference.attributes.first(where: {
            $0.name.local == "id" && $0.name.namespace == Namespace.relationships
          })?.name
        else { continue }
        if followed.contains(ObjectIdentifier(section)) || isRecalled {
          plan.add(
            .pageReference(number(of: site), isRecalled: isRecalled), for: name, of: reference)
        } else {
          others.insert(site.part)
        }
      }
    }
    plan.sites.coversAll = others.isEmpty
    plan.sites.exclusive = Set(plan.sites.references.map(\.part)).subtracting(others)
  }

  private func site(of reference: XMLNode) -> PageSites.Reference? {
    guard reference.name.local.hasSuffix("erReference"),
      let id = reference.attribute("id", in: Namespace.relationships),
      let relationship = relationships.all[id]
    else { return nil }
    let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
    let target = relationship.target
    return PageSites.Reference(
      id: id, part: target.hasPrefix("/") ? String(target.dropFirst()) : folder + target,
      type: relationship.type)
  }

  private mutating func number(of site: PageSites.Reference) -> Int {
    if let known = plan.sites.references.firstIndex(of: site) { return known }
    plan.sites.references.append(site)
    return plan.sites.references.count - 1
  }
}

extension XMLNode {
  /// The properties of the section that a paragraph of Word ends.
  fileprivate var sectionOfParagraph: XMLNode? {
    guard isElement("p", in: Namespace.word) else { return nil }
    return firstChild("pPr", in: Namespace.word)?.firstChild("sectPr", in: Namespace.word)
  }

  /// The properties of a paragraph of Word, made where there are none.
  fileprivate var wordProperties: XMLNode {
    if let known = firstChild("pPr", in: Namespace.word) { return known }
    let made = XMLNode.word("pPr", [])
    insert(made, at: 0)
    return made
  }

  fileprivate func insertSection(_ section: XMLNode) {
    if let change = firstChild("pPrChange", in: Namespace.word) {
      insert(section, before: change)
    } else {
      append(section)
    }
  }

  static func word(_ name: String, _ attributes: [(String, String)]) -> XMLNode {
    .element(
      XMLName(name, prefix: "w", namespace: Namespace.word),
      attributes: attributes.map {
        XMLAttribute(XMLName($0, prefix: "w", namespace: Namespace.word), $1)
      })
  }

  /// Lets a section begin on a new page.
  fileprivate func beginPage() {
    guard let type = firstChild("type", in: Namespace.word),
      ["continuous", "nextColumn"].contains(type.attribute("val", in: Namespace.word))
    else { return }
    type.removeFromParent()
  }

  /// Lets a section begin on a new page, its pages counted anew where the document shows numbers.
  fileprivate func beginPages(isCounted: Bool) {
    beginPage()
    guard isCounted else { return }
    let start = XMLName("start", prefix: "w", namespace: Namespace.word)
    if let numbers = firstChild("pgNumType", in: Namespace.word) {
      if numbers.attribute("start", in: Namespace.word) == nil {
        numbers.setAttribute(start, to: "1")
      }
      return
    }
    let made = XMLNode.word("pgNumType", [("start", "1")])
    if let before = elements.last(where: { Self.beforePageNumbers.contains($0.name.local) }) {
      insert(made, after: before)
    } else {
      insert(made, at: 0)
    }
  }

  /// What the schema puts before `pgNumType`.
  private static let beforePageNumbers: Set<String> = [
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType",
  ]
}
