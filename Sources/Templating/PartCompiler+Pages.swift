internal import Diagnostics
internal import XMLTree

/// What the parts of one package must know of one another while they are compiled.
struct Surroundings {
  var styles: TemplatePackage.Styles
  /// The pages of a Writer document.
  var masters = MasterPages.none
  /// True when the document shows page numbers, which then begin anew with the pages of an item.
  var isCounted = false
  /// True when the whole body is repeated, for each record of a merge.
  var isMerged = false
  /// The notes that the body repeats, by their numbers.
  var notes: [TemplatePackage.TextPart: Set<String>] = [:]
  /// The pages of Writer that have a copy for each item.
  var copied: Set<String> = []
}

extension PartCompiler {
  /// The elements that the items of the body have copies of, by what they are called.
  func frames(of document: XMLDocument) -> [ObjectIdentifier: String] {
    // For look-up only: its order is never used.
    var frames: [ObjectIdentifier: String] = [:]
    switch kind {
    case .footnotes, .endnotes:
      let repeated = surroundings.notes[kind] ?? []
      for node in document.root.elements {
        if let id = node.attribute("id", in: Namespace.word), repeated.contains(id) {
          frames[ObjectIdentifier(node)] = id
        }
      }
    case .styles:
      for node in document.root.descendants
      where node.isElement("master-page", in: Namespace.style) {
        if let name = node.attribute("name", in: Namespace.style),
          surroundings.copied.contains(name)
        {
          frames[ObjectIdentifier(node)] = name
        }
      }
    case .body, .header, .footer, .properties: break
    }
    return frames
  }

  /// The stretch of the part that has pages of its own for each item.
  mutating func region(
    of blocks: [Block], in document: XMLDocument, isMerged: Bool
  ) -> PageRegion? {
    let loops = blocks.filter { tags[$0.tags[0]].clause.scope == .page }
    if isMerged {
      for block in loops { findings.append(.pagesInMerge(tags[block.tags[0]])) }
      return recordsRegion(of: document)
    }
    for block in loops.dropFirst() { findings.append(.secondPages(tags[block.tags[0]])) }
    return loops.first.map { block in
      PageRegion(
        start: tags[block.tags[0]].marker, end: tags[block.tags[1]].marker, tag: block.tags[0])
    }
  }

  /// All that the body shows, between markers.
  private func recordsRegion(of document: XMLDocument) -> PageRegion? {
    let body = document.root.descendants.first {
      $0.isElement(
        format == .docx ? "body" : "text", in: format == .docx ? Namespace.word : Namespace.office)
    }
    guard let body else { return nil }
    let (start, end) = (Marker.recordsNode(isEnd: false), Marker.recordsNode(isEnd: true))
    let first = body.children.firstIndex {
      $0.kind == .element && !Self.declarations.contains($0.name.local)
    }
    body.insert(start, at: first ?? body.children.count)
    if let last = body.elements.last, last.isElement("sectPr", in: Namespace.word) {
      body.insert(end, before: last)
    } else {
      body.append(end)
    }
    return PageRegion(start: start, end: end, tag: nil)
  }

  /// What a text of Writer declares once, before it begins.
  private static let declarations: Set<String> = [
    "forms", "tracked-changes", "sequence-decls", "user-field-decls", "variable-decls",
    "dde-connection-decls", "alphabetical-index-auto-mark-file",
  ]

  func plan(of region: PageRegion, in document: XMLDocument) -> PagePlan {
    switch format {
    case .docx:
      WordPages(
        region, in: document, tags: tags, relationships: relationships, part: part,
        isCounted: surroundings.isCounted
      ).plan
    case .odt:
      WriterPages(
        region, in: document, tags: tags, masters: surroundings.masters,
        isCounted: surroundings.isCounted
      ).plan
    }
  }
}

extension PagePlan {
  /// Lets the names and numbers of frames follow their copies.
  mutating func addFrames(_ frames: [ObjectIdentifier: String], of document: XMLDocument) {
    for node in document.root.descendants where frames[ObjectIdentifier(node)] != nil {
      for attribute in node.attributes {
        switch (attribute.name.namespace, attribute.name.local) {
        case (Namespace.word, "id"): add(.frameNumber, for: attribute.name, of: node)
        case (Namespace.style, "name"), (Namespace.style, "display-name"):
          add(.frameSuffix, for: attribute.name, of: node)
        case (Namespace.style, "next-style-name") where frames.values.contains(attribute.value):
          add(.frameSuffix, for: attribute.name, of: node)
        default: break
        }
      }
    }
  }
}
