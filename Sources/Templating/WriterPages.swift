internal import XMLTree

/// Lets each item of a region of Writer begin on a page of its own.
///
/// The element that comes first in an item, whichever that is for its data, gets a style that
/// begins a page; no paragraph is added.
struct WriterPages {
  private(set) var plan = PagePlan()
  private(set) var masters: MasterPages
  private let isCounted: Bool
  private let tags: [Tag]
  private let document: XMLDocument
  private let prefixes: (style: String, fo: String)
  /// The automatic styles of the part, by family and name; for look-up only.
  private var automatic: [String: XMLNode] = [:]

  init(
    _ region: PageRegion, in document: XMLDocument, tags: [Tag], masters: MasterPages,
    isCounted: Bool
  ) {
    self.tags = tags
    self.document = document
    self.masters = masters
    self.isCounted = isCounted
    prefixes = (
      document.root.prefix(of: Namespace.style, or: "style"),
      document.root.prefix(of: Namespace.formatting, or: "fo")
    )
    plan.region = region
    _ = region.dropBlankEnd()
    readStyles()
    let blocks = region.nodes
    var firsts: [XMLNode] = []
    _ = collectFirsts(in: blocks, &firsts)
    let begun = firsts.first.flatMap(ownMaster) ?? masterBefore(region)
    var used: Set<String> = [begun]
    let styled = blocks.flatMap { [$0] + Array($0.descendants) }.filter(\.isStyledBlock)
    for node in styled {
      if let own = ownMaster(of: node) { used.insert(own) }
    }
    let reached = self.masters.reached(from: used)
    if self.masters.holdTags(reached) { plan.sites.masters = reached }
    let isFirst = Set(firsts.map { ObjectIdentifier($0) })
    for node in styled
    where isFirst.contains(ObjectIdentifier(node)) || ownMaster(of: node) != nil {
      add(node, master: ownMaster(of: node) ?? begun, isOwn: ownMaster(of: node) != nil)
    }
    var behind: [XMLNode] = []
    _ = collectFirsts(in: region.following, &behind)
    for node in behind {
      add(node, master: ownMaster(of: node) ?? begun, isOwn: ownMaster(of: node) != nil)
    }
    let before = pagesShown(by: region.preceding)
    plan.sites.coversAll = behind.isEmpty && !plan.sites.masters.contains(where: before.contains)
  }

  /// The pages that text at the beginning of the document may come to.
  private func pagesShown(by nodes: [XMLNode]) -> Set<String> {
    let shown = nodes.flatMap { [$0] + Array($0.descendants) }.filter(\.isStyledBlock)
    guard let first = shown.first else { return [] }
    let asked = [ownMaster(of: first) ?? masters.standard] + shown.compactMap { ownMaster(of: $0) }
    return Set(masters.reached(from: Set(asked)))
  }

  /// Collects the elements that may come first; true when one of them comes for certain.
  private func collectFirsts(in nodes: [XMLNode], _ firsts: inout [XMLNode]) -> Bool {
    var depth = 0
    for node in nodes where node.kind == .element {
      if node.name.namespace == Marker.namespace {
        if let number = Marker.number(of: node) {
          depth += Containers.depthChange(of: tags, number, isEnd: Marker.isEnd(node))
        }
        continue
      }
      if node.isStyledBlock {
        firsts.append(node)
        if depth == 0 { return true }
      } else if !Self.unseen.contains(node.name.local),
        collectFirsts(in: node.children, &firsts), depth == 0
      {
        return true
      }
    }
    return false
  }

  /// What stands before the text and shows nothing.
  private static let unseen: Set<String> = [
    "forms", "tracked-changes", "sequence-decls", "user-field-decls", "variable-decls",
    "dde-connection-decls", "frame",
  ]

  // MARK: Styles

  private mutating func readStyles() {
    guard let list = document.root.firstChild("automatic-styles", in: Namespace.office) else {
      let made = XMLNode.element(
        XMLName(
          "automatic-styles", prefix: document.root.name.prefix, namespace: Namespace.office))
      if let body = document.root.firstChild("body", in: Namespace.office) {
        document.root.insert(made, before: body)
      }
      return
    }
    for node in list.elements where node.isElement("style", in: Namespace.style) {
      masters.readStyle(node)
      let family = node.attribute("family", in: Namespace.style) ?? ""
      automatic["\(family) \(node.attribute("name", in: Namespace.style) ?? "")"] = node
    }
  }

  private func ownMaster(of node: XMLNode) -> String? {
    masters.page(askedBy: node.styleName ?? "", node.styleFamily)
  }

  /// The page that begins where a region does: that of the paragraph which held its tag alone, and
  /// is gone, or the one that follows the page the text before it asked for last.
  private func masterBefore(_ region: PageRegion) -> String {
    if let tag = region.tag, let asked = ownMaster(of: tags[tag].paragraph) { return asked }
    let before = region.preceding.flatMap { [$0] + Array($0.descendants) }.filter(\.isStyledBlock)
    let asked = before.lazy.reversed().compactMap { ownMaster(of: $0) }.first
    return asked.map(masters.page(following:)) ?? masters.standard
  }

  private mutating func add(_ node: XMLNode, master: String, isOwn: Bool) {
    let isTable = node.styleFamily == "table"
    let name =
      node.attributes.first {
        $0.name.local == "style-name" && $0.name.namespace == node.name.namespace
      }?.name
      ?? XMLName("style-name", prefix: node.name.prefix, namespace: node.name.namespace)
    if node.styleName == nil { node.setAttribute(name, to: isTable ? "" : "Standard") }
    var writer = XMLWriter()
    writer.appendEscaped(attribute: node.styleName ?? "")
    let style = PageStyle(
      name: writer.bytes, master: master, isOwn: isOwn, start: pieces(of: node, isCounted),
      resume: pieces(of: node, false), same: pieces(of: node, nil))
    let known = plan.sites.styles.firstIndex(of: style)
    if known == nil { plan.sites.styles.append(style) }
    plan.add(.pageStyle(known ?? plan.sites.styles.count - 1), for: name, of: node)
  }

  /// The style of an element around its name and its page; `counting` says whether a page that
  /// begins is counted anew, nil keeps the style as it is.
  private func pieces(of node: XMLNode, _ counting: Bool?) -> PageStyle.Pieces {
    let family = node.styleFamily
    func name(_ local: String) -> XMLName {
      XMLName(local, prefix: prefixes.style, namespace: Namespace.style)
    }
    let style: XMLNode
    if let own = automatic["\(family) \(node.styleName ?? "")"] {
      style = own.deepCopy()
    } else {
      style = .element(name("style"), attributes: [XMLAttribute(name("family"), family)])
      if let parent = node.styleName, !parent.isEmpty {
        style.setAttribute(name("parent-style-name"), to: parent)
      }
    }
    for local in ["name", "master-page-name", "display-name"] {
      style.removeAttribute(local, in: Namespace.style)
    }
    if let counting {
      let local = family == "table" ? "table-properties" : "paragraph-properties"
      let properties =
        style.firstChild(local, in: Namespace.style)
        ?? {
          let made = XMLNode.element(name(local))
          style.insert(made, at: 0)
          return made
        }()
      properties.removeAttribute("break-before", in: Namespace.formatting)
      let number = properties.attribute("page-number", in: Namespace.style)
      if counting, number == nil || number == "auto" {
        properties.setAttribute(name("page-number"), to: "1")
      }
    }
    var start = XMLWriter()
    start.appendStartTag(of: style)
    var rest = XMLWriter()
    for child in style.children { rest.append(child) }
    rest.appendEndTag(of: style)
    let prefix = prefixes.style
    return PageStyle.Pieces(
      head: Array(start.bytes.dropLast()) + Array(" \(prefix):name=\"".utf8),
      middle: Array("\" \(prefix):master-page-name=\"".utf8),
      tail: Array("\">".utf8) + rest.bytes)
  }
}

extension XMLNode {
  /// True for an element of Writer whose style may begin a page.
  var isStyledBlock: Bool {
    isElement("p", in: Namespace.text) || isElement("h", in: Namespace.text)
      || isElement("table", in: Namespace.table)
  }

  fileprivate var styleFamily: String {
    name.namespace == Namespace.table ? "table" : "paragraph"
  }

  fileprivate var styleName: String? { attribute("style-name", in: name.namespace) }

  /// The prefix of a namespace on the root of a part; declared there where it is not.
  fileprivate func prefix(of namespace: String, or prefix: String) -> String {
    let known = attributes.first {
      $0.name.namespace == XMLName.declarations && $0.value == namespace
    }
    if let known { return known.name.local }
    setAttribute(XMLName(prefix, prefix: "xmlns", namespace: XMLName.declarations), to: namespace)
    return prefix
  }
}
