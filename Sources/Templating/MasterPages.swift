internal import XMLTree

/// The pages of a Writer document: what stands in their headers, which follows which.
struct MasterPages {
  /// A page, by the name that styles know it under.
  struct Page {
    let name: String
    /// The page that follows it; itself unless said.
    let next: String?
    /// True when its header or footer holds something to fill.
    let hasTags: Bool
  }

  private(set) var pages: [Page] = []
  /// The pages that the styles of the document ask for, by family and name; for look-up only.
  private var asked: [String: (master: String?, parent: String?)] = [:]

  /// No pages.
  static let none = MasterPages()

  private init() {}

  /// Reads the styles of a document.
  init(in styles: XMLDocument, scanner: TagScanner) {
    for node in styles.root.descendants where node.name.namespace == Namespace.style {
      if node.name.local == "style" { readStyle(node) }
      guard node.name.local == "master-page", let name = node.attribute("name", in: Namespace.style)
      else { continue }
      pages.append(
        Page(
          name: name, next: node.attribute("next-style-name", in: Namespace.style),
          hasTags: Self.hasTags(node, scanner)))
    }
  }

  private static func hasTags(_ page: XMLNode, _ scanner: TagScanner) -> Bool {
    page.descendants.contains { node in
      switch node.name.namespace {
      case Namespace.text where carriers.contains(node.name.local): return true
      case Namespace.text where ["p", "h"].contains(node.name.local),
        Namespace.svg where ["desc", "title"].contains(node.name.local):
        return !scanner.tags(in: Array(node.textContent.unicodeScalars)).tags.isEmpty
      default:
        return node.attributes.contains {
          $0.name.local == "href" && scanner.withoutPercentSigns($0.value) != $0.value
        }
      }
    }
  }

  private static let carriers: Set<String> = [
    "placeholder", "text-input", "user-field-get", "user-field-input", "database-display",
  ]

  // MARK: Styles

  mutating func readStyle(_ node: XMLNode) {
    guard let name = node.attribute("name", in: Namespace.style) else { return }
    let family = node.attribute("family", in: Namespace.style) ?? ""
    asked["\(family) \(name)"] = (
      node.attribute("master-page-name", in: Namespace.style),
      node.attribute("parent-style-name", in: Namespace.style)
    )
  }

  /// The page that a style asks for, itself or through what it is made after.
  func page(askedBy style: String, _ family: String) -> String? {
    var name: String? = style
    var rounds = 0
    // A ring of styles has no end.
    while let current = name, let found = asked["\(family) \(current)"], rounds < 64 {
      if let master = found.master { return master.isEmpty ? nil : master }
      name = found.parent
      rounds += 1
    }
    return nil
  }

  /// The page of text that asks for none.
  var standard: String {
    pages.first { $0.name == "Standard" }?.name ?? pages.first?.name ?? "Standard"
  }

  /// The page that comes behind a full one.
  func page(following name: String) -> String {
    pages.first { $0.name == name }?.next ?? name
  }

  /// The pages that text beginning with one of these may come to.
  func reached(from first: Set<String>) -> [String] {
    var found = first
    while true {
      let next = Set(pages.filter { found.contains($0.name) }.compactMap(\.next))
      if next.isSubset(of: found) { return pages.map(\.name).filter(found.contains) }
      found.formUnion(next)
    }
  }

  /// True when one of these pages has something to fill.
  func holdTags(_ names: [String]) -> Bool {
    pages.contains { $0.hasTags && names.contains($0.name) }
  }
}
