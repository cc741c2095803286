internal import XMLTree

/// The changes of a part that nobody has accepted or rejected yet.
struct TrackedChanges {
  /// Who made a change, and when, as the document says.
  struct Change {
    let author: String
    let date: String
  }

  /// The texts inside inserted stretches.
  private var inserted: [ObjectIdentifier: Change] = [:]
  /// The deleted stretches with their text.
  private(set) var deleted: [(node: XMLNode, text: String, change: Change)] = []

  init(in document: XMLDocument, format: DocumentFormat) {
    switch format {
    case .docx: readWord(document.root)
    case .odt: readOpenDocument(document.root)
    }
  }

  /// The change that one of the nodes stands in.
  func change(of nodes: @autoclosure () -> [XMLNode]) -> Change? {
    inserted.isEmpty ? nil : nodes().lazy.compactMap { inserted[ObjectIdentifier($0)] }.first
  }

  private mutating func readWord(_ root: XMLNode) {
    for node in root.descendants
    where node.kind == .element && node.name.namespace == Namespace.word {
      let isInsertion = ["ins", "moveTo"].contains(node.name.local)
      guard isInsertion || ["del", "moveFrom"].contains(node.name.local) else { continue }
      let change = Change(
        author: node.attribute("author", in: Namespace.word) ?? "người không rõ",
        date: node.attribute("date", in: Namespace.word) ?? "không rõ")
      if isInsertion {
        for text in node.descendants
        where text.kind == .text || Marker.carrierNumber(of: text) != nil {
          inserted[ObjectIdentifier(text)] = change
        }
      } else {
        deleted.append((node, node.textContent, change))
      }
    }
  }

  private mutating func readOpenDocument(_ root: XMLNode) {
    var changes: [String: Change] = [:]
    var open: [String] = []
    for node in root.descendants {
      if node.kind == .text || Marker.carrierNumber(of: node) != nil, let id = open.last,
        let change = changes[id]
      {
        inserted[ObjectIdentifier(node)] = change
      }
      guard node.kind == .element, node.name.namespace == Namespace.text else { continue }
      switch node.name.local {
      case "changed-region":
        let id = node.attribute("id", in: Namespace.text) ?? node.attribute("id", in: Namespace.xml)
        let change = Self.change(of: node)
        if let id { changes[id] = change }
        if let deletion = node.firstChild("deletion", in: Namespace.text) {
          deleted.append((deletion, deletion.textContent, change))
        }
      case "change-start": open.append(node.attribute("change-id", in: Namespace.text) ?? "")
      case "change-end":
        let id = node.attribute("change-id", in: Namespace.text)
        open.removeAll { $0 == id }
      default: break
      }
    }
  }

  private static func change(of region: XMLNode) -> Change {
    func text(_ local: String) -> String? {
      region.descendants.first { $0.name.local == local && $0.kind == .element }?.textContent
    }
    return Change(author: text("creator") ?? "người không rõ", date: text("date") ?? "không rõ")
  }
}
