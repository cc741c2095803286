internal import Diagnostics
internal import XMLTree
internal import ZipContainer

// What a package of Writer may not hold.
extension PackageSafety {
  /// Judges a package of Writer.
  mutating func judgeOpenDocument() {
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      if Self.isCode(entry.name) { report(.macros(at: place(entry.name))) }
    }
    let manifest = archive.entry(named: "META-INF/manifest.xml").flatMap { read($0) }
    let files = manifest?.root.elements ?? []
    if files.contains(where: { $0.elements.contains { $0.name.local == "encryption-data" } }) {
      report(.encrypted(at: place("META-INF/manifest.xml")))
      return
    }
    var declared: Set<String> = []
    for node in files {
      func value(_ name: String) -> String? {
        node.attributes.first { $0.name.local == name }?.value
      }
      if let path = value("full-path"), value("media-type")?.hasSuffix("xml") == true {
        declared.insert(path)
      }
    }
    for entry in archive.entries
    where entry.name != "META-INF/manifest.xml" && !entry.name.hasSuffix("/")
      && (declared.contains(entry.name) || entry.name.hasSuffix(".xml")
        || entry.name.hasSuffix(".rdf"))
    {
      guard let document = read(entry) else { continue }
      var part = OpenDocumentPart()
      part.judge(document)
      if part.hasMacros { report(.macros(at: place(entry.name))) }
      for harm in part.harms { report(.harm(harm, at: place(entry.name))) }
      for address in part.removed { report(.removed(address, at: place(entry.name))) }
      if part.isChanged { keep(document, as: entry.name) }
    }
  }

  private static let codeFolders: Set<String> = ["Basic", "Dialogs", "Scripts"]

  /// Whether an entry is a module of Basic, a dialog or a script; the lists of them, which Writer
  /// keeps even when they are empty, are not.
  private static func isCode(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    guard let folder = parts.firstIndex(where: { Self.codeFolders.contains(String($0)) }),
      folder + 1 < parts.count
    else { return false }
    let lists = ["script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"]
    return parts[folder] == "Scripts" || !lists.contains(String(parts[parts.count - 1]))
  }
}

/// One part of a package of Writer, judged and rid of what leads outside.
private struct OpenDocumentPart {
  private(set) var harms: [Harm] = []
  private(set) var hasMacros = false
  private(set) var removed: [RemovedAddress] = []
  private(set) var isChanged = false
  private var edits = TreeEdits()
  /// Frames that lost a picture.
  private var frames: [ObjectIdentifier: XMLNode] = [:]

  mutating func judge(_ document: XMLDocument) {
    for node in Array(document.root.descendants) where node.kind == .element {
      judgeElement(node)
      if let href = node.attribute("href", in: Namespace.xlink) { judge(href, of: node) }
    }
    // A frame must hold something: text, another form of the picture.
    for frame in frames.values
    where !frame.children.contains(where: {
      $0.name.namespace == Namespace.draw && !edits.removes($0)
    }) {
      edits.remove(frame)
    }
    if !edits.isEmpty { isChanged = true }
    edits.apply()
  }

  private mutating func judgeElement(_ node: XMLNode) {
    switch (node.name.namespace, node.name.local) {
    case (Namespace.office, "script"):
      let code = node.descendants.filter { $0.kind != .element || $0.name.local != "libraries" }
      if code.contains(where: { $0.kind == .element || !$0.text.allSatisfy(\.isWhitespace) }) {
        hasMacros = true
      }
    case (_, "event-listener"): harms.append(.script(Self.macro(of: node)))
    case (Namespace.text, "script"): harms.append(.script("text:script"))
    case (Namespace.text, "execute-macro"): harms.append(.script(Self.macro(of: node)))
    case (Namespace.draw, "applet"):
      harms.append(.script(node.attribute("code", in: Namespace.draw) ?? "applet"))
    case (Namespace.draw, "object-ole"), (Namespace.draw, "plugin"):
      harms.append(.object(node.attribute("href", in: Namespace.xlink) ?? node.name.local))
    case (Namespace.draw, "floating-frame"), (Namespace.text, "section-source"):
      let href = node.attribute("href", in: Namespace.xlink) ?? ""
      if OutsideAddress(href).asLink != .inside { harms.append(.field(href)) }
    case (Namespace.text, "dde-connection"), (Namespace.text, "dde-connection-decl"),
      (Namespace.office, "dde-source"):
      let target = ["dde-application", "dde-topic", "dde-item"].compactMap {
        node.attribute($0, in: Namespace.office)
      }
      harms.append(.field((["DDE"] + target).joined(separator: " ")))
    default: break
    }
  }

  private mutating func judge(_ href: String, of node: XMLNode) {
    let address = OutsideAddress(href)
    let local = node.name.local
    if local == "a" {
      judgeLink(address, of: node)
      return
    }
    guard address.asSource != .inside, !Self.refused.contains(local) else { return }
    guard address.asSource != .code else {
      harms.append(.script(href))
      return
    }
    switch (node.name.namespace, local) {
    case (Namespace.draw, "object"):
      harms.append(.object(href))
    case (Namespace.meta, "template"):
      remove(node, .template, href)
    case (Namespace.draw, "image"):
      remove(node, .picture, href)
      if let frame = node.parent, frame.isElement("frame", in: Namespace.draw) {
        frames[ObjectIdentifier(frame)] = frame
      }
    case (Namespace.style, "background-image"), (Namespace.draw, "fill-image"),
      (Namespace.text, "list-level-style-image"):
      remove(node, .picture, href)
    case (Namespace.svg, "font-face-uri"):
      let source = node.parent.flatMap { $0.name.local == "font-face-src" ? $0 : nil }
      remove(source ?? node, .other, href)
    case (Namespace.meta, _):
      remove(node, .other, href)
    default:
      removed.append(RemovedAddress(kind: .other, address: href))
      node.removeAttribute("href", in: Namespace.xlink)
      isChanged = true
    }
  }

  /// A link that leads to no page and no mail becomes plain text.
  private mutating func judgeLink(_ address: OutsideAddress, of node: XMLNode) {
    switch address.asLink {
    case .inside, .web: return
    case .code: harms.append(.script(address.text))
    case .other where address.scheme == nil && address.mayHoldTag: return
    case .other:
      removed.append(RemovedAddress(kind: .link, address: address.text))
      edits.unwrap(node)
    }
  }

  private mutating func remove(
    _ node: XMLNode, _ kind: RemovedAddress.Kind, _ address: String
  ) {
    removed.append(RemovedAddress(kind: kind, address: address))
    edits.remove(node)
  }

  /// What an element names as the macro that it runs.
  private static func macro(of node: XMLNode) -> String {
    let names = ["href", "macro-name", "name", "event-name"]
    return names.lazy.compactMap { name in
      node.attributes.first { $0.name.local == name }?.value
    }.first ?? node.name.local
  }

  /// Judged as elements already.
  private static let refused: Set<String> = [
    "event-listener", "applet", "object-ole", "plugin", "floating-frame", "section-source",
    "script",
  ]
}
