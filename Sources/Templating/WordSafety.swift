internal import Diagnostics
internal import XMLTree
internal import ZipContainer

// What a package of Word may not hold.
//
// Three things say what a part is: its name, its declared type, and the relationship that leads to
// it. Word goes by the last; a package that lies in one of them is refused by the others.
extension PackageSafety {
  /// Judges a package of Word.
  mutating func judgeWord() {
    let types = archive.entry(named: "[Content_Types].xml").flatMap { read($0) }
    let declared = DeclaredTypes(types)
    judgeNames(declared)
    // The relationships first: what leads outside is taken away where it is used.
    var stripped: [String: [String: WordReference]] = [:]
    for entry in archive.entries where entry.name.hasSuffix(".rels") {
      guard let document = read(entry) else { continue }
      let source = Self.source(of: entry.name)
      stripped[source] = judgeRelationships(document, of: source, in: entry.name)
    }
    for entry in archive.entries
    where declared.isXML(entry.name) && !entry.name.hasSuffix(".rels")
      && entry.name != "[Content_Types].xml"
    {
      guard let document = read(entry) else { continue }
      var part = WordPart(name: entry.name, stripped: stripped[entry.name] ?? [:])
      part.judge(document)
      for harm in part.harms { report(.harm(harm, at: place(entry.name))) }
      for address in part.removed { report(.removed(address, at: place(entry.name))) }
      if part.isChanged { keep(document, as: entry.name) }
    }
  }

  private mutating func judgeNames(_ declared: DeclaredTypes) {
    for entry in archive.entries where !entry.name.hasSuffix("/") {
      let name = entry.name.lowercased()
      let last = name.split(separator: "/").last ?? ""
      let type = declared.type(of: entry.name)
      if type.contains("macroenabled") || type.contains("vbaproject") || type.contains("vbadata")
        || last == "vbaproject.bin" || last == "vbadata.xml"
      {
        report(.macros(at: place(entry.name)))
      } else if type.contains("activex") || name.hasPrefix("word/activex/") {
        report(.harm(.object(entry.name), at: place(entry.name)))
      }
    }
  }

  /// The part that a list of relationships belongs to; empty for the package itself.
  private static func source(of name: String) -> String {
    var parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts[parts.count - 2] == "_rels" else { return "" }
    parts.remove(at: parts.count - 2)
    return String(parts.joined(separator: "/").dropLast(".rels".count))
  }

  /// Judges what a part leads to; returns what was taken away, by id.
  private mutating func judgeRelationships(
    _ document: XMLDocument, of source: String, in name: String
  ) -> [String: WordReference] {
    var stripped: [String: WordReference] = [:]
    var edits = TreeEdits()
    for node in document.root.elements where node.name.local == "Relationship" {
      let type =
        (node.attribute("Type") ?? "").utf8.split(separator: UInt8(ascii: "/")).last
        .map { String(Substring($0)).lowercased() } ?? ""
      let target = node.attribute("Target") ?? ""
      if let harm = WordReference.harm(type, target: target, source: source) {
        report(harm.map { .harm($0, at: place(name)) } ?? .macros(at: place(name)))
        continue
      }
      guard node.attribute("TargetMode")?.lowercased() == "external" else { continue }
      let address = OutsideAddress(target)
      let kind: WordReference
      switch type {
      case "hyperlink":
        switch address.asLink {
        case .web, .inside: continue
        case .code:
          report(.harm(.script(target), at: place(name)))
          continue
        case .other:
          if address.scheme == nil, address.mayHoldTag { continue }
          kind = .link
        }
      case "attachedtemplate": kind = .attachedTemplate
      case "image": kind = .picture
      default: kind = .other
      }
      report(.removed(RemovedAddress(kind: kind.removed, address: target), at: place(name)))
      if let id = node.attribute("Id") { stripped[id] = kind }
      edits.remove(node)
    }
    if !edits.isEmpty {
      edits.apply()
      keep(document, as: name)
    }
    return stripped
  }
}

/// What a package of Word declares its parts to be.
private struct DeclaredTypes {
  private var parts: [String: String] = [:]
  private var suffixes: [String: String] = [:]

  init(_ types: XMLDocument?) {
    for node in types?.root.elements ?? [] {
      let type = (node.attribute("ContentType") ?? "").lowercased()
      if let name = node.attribute("PartName") {
        parts[String(name.drop { $0 == "/" }).lowercased()] = type
      } else if let suffix = node.attribute("Extension") {
        suffixes[suffix.lowercased()] = type
      }
    }
  }

  /// The declared type in lower case; empty where none is.
  func type(of name: String) -> String {
    parts[name.lowercased()] ?? suffixes[Self.suffix(of: name)] ?? ""
  }

  /// Whether programs would read the part as XML.
  func isXML(_ name: String) -> Bool {
    let type = type(of: name)
    return type.hasSuffix("+xml") || type.hasSuffix("/xml")
      || ["xml", "rels", "vml"].contains(Self.suffix(of: name))
  }

  private static func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// What a relationship that was taken away had led to.
enum WordReference {
  case attachedTemplate, picture, link, other

  var removed: RemovedAddress.Kind {
    switch self {
    case .attachedTemplate: .template
    case .picture: .picture
    case .link: .link
    case .other: .other
    }
  }

  /// Why a relationship is refused: macros (`nil` inside), or another harm; nil when it is not.
  static func harm(_ type: String, target: String, source: String) -> Harm?? {
    switch type {
    case "vbaproject", "wordvbadata": .some(nil)
    case "oleobject", "control", "activexcontrolbinary": .some(.object(target))
    // The figures behind a chart are a workbook of their own, which nothing runs.
    case "package" where !source.hasPrefix("word/charts/"): .some(.object(target))
    case "afchunk": .some(.chunk(target))
    case "extensibility", "webextension", "webextensiontaskpanes", "taskpanes":
      .some(.script(target))
    default: nil
    }
  }
}

/// One part of a package of Word, judged and rid of what leads outside.
private struct WordPart {
  private let name: String
  /// Relationships that were taken away, by id.
  private let stripped: [String: WordReference]
  private(set) var harms: [Harm] = []
  private(set) var removed: [RemovedAddress] = []
  private(set) var isChanged = false
  private var fields = WordFieldWalk()

  init(name: String, stripped: [String: WordReference]) {
    self.name = name
    self.stripped = stripped
  }

  mutating func judge(_ document: XMLDocument) {
    for node in Array(document.root.descendants) where node.kind == .element {
      fields.visit(node)
      judge(node)
    }
    fields.finish()
    harms += fields.harms
    removed += fields.removed
    if !fields.edits.isEmpty { isChanged = true }
    fields.edits.apply()
  }

  private mutating func judge(_ node: XMLNode) {
    switch (node.name.namespace, node.name.local) {
    case (Namespace.word, "altChunk"): harms.append(.chunk(name))
    case (Namespace.word, "control"), (Namespace.word, "objectEmbed"),
      (Namespace.word, "objectLink"), (Namespace.vmlOffice, "OLEObject"):
      harms.append(.object(node.attribute("ProgID") ?? node.name.local))
    case (Namespace.word, "entryMacro"), (Namespace.word, "exitMacro"):
      harms.append(.script(node.attribute("val", in: Namespace.word) ?? ""))
    // Word would ask for the source of addresses each time that the document is opened.
    case (Namespace.word, "mailMerge"):
      removed.append(RemovedAddress(kind: .mergeSource, address: Self.source(of: node)))
      fields.edits.remove(node)
      return
    case (Namespace.vml, _): judgeShape(node)
    default: break
    }
    for attribute in node.attributes { judge(attribute, of: node) }
  }

  private mutating func judge(_ attribute: XMLAttribute, of node: XMLNode) {
    let value = attribute.value
    if attribute.name.local == "action", value.hasPrefix("ppaction://"),
      ["macro", "program", "ole"].contains(where: value.dropFirst(11).hasPrefix)
    {
      harms.append(.script(value))
    }
    guard Self.relationships.contains(attribute.name.namespace), stripped[value] != nil else {
      return
    }
    if Self.onlyReferences.contains(node.name.local) || node.name.local.hasPrefix("hlink") {
      fields.edits.remove(node)
    } else {
      node.attributes.removeAll { $0.name == attribute.name }
      isChanged = true
    }
  }

  /// Shapes of the old kind name pictures and links without a relationship.
  private mutating func judgeShape(_ node: XMLNode) {
    for attribute in node.attributes {
      let address = OutsideAddress(attribute.value)
      switch (attribute.name.namespace, attribute.name.local) {
      case ("", "src"), (Namespace.vmlOffice, "href"):
        guard address.asSource != .inside else { continue }
        removed.append(RemovedAddress(kind: .picture, address: attribute.value))
      case ("", "href"):
        switch address.asLink {
        case .inside, .web: continue
        case .code:
          harms.append(.script(attribute.value))
          continue
        case .other: removed.append(RemovedAddress(kind: .link, address: attribute.value))
        }
      default: continue
      }
      node.attributes.removeAll { $0.name == attribute.name }
      isChanged = true
    }
  }

  /// What a mail merge says of its source, in its own words.
  private static func source(of node: XMLNode) -> String {
    let query = node.descendants.first {
      ["query", "connectString"].contains($0.name.local)
    }
    return query?.attribute("val", in: Namespace.word) ?? ""
  }

  /// Elements that are nothing without the relationship they name.
  private static let onlyReferences: Set<String> = [
    "attachedTemplate", "subDoc", "sourceFileName", "dataSource", "headerSource", "src",
    "saveThroughXslt", "recipientData", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile",
  ]

  private static let relationships: Set<String> = [
    Namespace.relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
}
