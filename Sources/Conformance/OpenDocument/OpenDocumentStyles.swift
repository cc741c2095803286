internal import Vocabulary
internal import XMLTree

/// The styles of an ODT: the common ones, and the automatic ones of each of its two parts.
///
/// - Source: OpenDocument 1.2, part 1, 16.2 (default styles, parents) and 16.4 (font faces).
struct OpenDocumentStyles {
  /// The part a style is asked for from; automatic styles of the two may bear the same name.
  enum Origin: Hashable, Sendable { case content, common }

  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private var automatic: [Origin: [Key: XMLNode]] = [:]
  private var common: [Key: XMLNode] = [:]
  private var defaults: [String: XMLNode] = [:]
  private var families: [Origin: [String: String]] = [:]
  /// Nodes know their parents without keeping them alive.
  private let roots: [XMLNode]
  /// The settings of pages by name.
  private(set) var layouts: [String: XMLNode] = [:]
  /// The kinds of pages by name.
  private(set) var masters: [String: XMLNode] = [:]
  /// The kinds of lists by name, by where they are asked for.
  private var lists: [Origin: [String: XMLNode]] = [:]

  init(content: XMLNode, styles: XMLNode?) {
    roots = [content] + [styles].compactMap(\.self)
    if let styles { add(styles, .common) }
    add(content, .content)
  }

  private mutating func add(_ root: XMLNode, _ origin: Origin) {
    for group in root.elements {
      switch group.name.local {
      case "font-face-decls":
        for face in group.elements {
          guard let name = face.style("name") else { continue }
          let family = face.attribute("font-family", in: Namespace.svg) ?? name
          families[origin, default: [:]][name] = Self.unquoted(family)
        }
      case "styles", "automatic-styles":
        for node in group.elements { add(node, origin, isAutomatic: group.name.local != "styles") }
      case "master-styles":
        for node in group.elements { if let name = node.style("name") { masters[name] = node } }
      default: continue
      }
    }
  }

  private mutating func add(_ node: XMLNode, _ origin: Origin, isAutomatic: Bool) {
    let name = node.style("name")
    switch node.name.local {
    case "default-style": defaults[node.style("family") ?? ""] = node
    case "page-layout": if let name { layouts[name] = node }
    case "list-style":
      guard let name else { return }
      lists[.content, default: [:]][name] = node
      if origin == .common { lists[.common, default: [:]][name] = node }
    case "style":
      guard let name, let family = node.style("family") else { return }
      let key = Key(family: family, name: name)
      if isAutomatic { automatic[origin, default: [:]][key] = node } else { common[key] = node }
    default: return
    }
  }

  /// The default of the family, then the style of this name behind those it descends from.
  func chain(_ family: String, _ name: String?, _ origin: Origin) -> [XMLNode] {
    var found: [XMLNode] = []
    var next = name
    while let current = next, found.count < 64 {
      let key = Key(family: family, name: current)
      guard let style = automatic[origin]?[key] ?? common[key],
        !found.contains(where: { $0 === style })
      else { break }
      found.insert(style, at: 0)
      next = style.style("parent-style-name")
    }
    return [defaults[family]].compactMap(\.self) + found
  }

  /// True when a style of this name belongs to one place and not to the whole document.
  func isAutomatic(_ style: XMLNode) -> Bool {
    style.parent?.name.local == "automatic-styles"
  }

  /// The kind of list of this name.
  func list(_ name: String, _ origin: Origin) -> XMLNode? { lists[origin]?[name] }

  /// The typeface behind the name of a font face; a style means those of its own part.
  func family(_ name: String, of style: XMLNode) -> String {
    let isContent = style.parent?.parent?.name.local == "document-content"
    return families[isContent ? .content : .common]?[name] ?? name
  }

  /// A typeface without the quotes that set it off in a list of typefaces.
  static func unquoted(_ family: String) -> String {
    let first = family.split(separator: ",").first.map(String.init) ?? family
    return String(first.trimmed.filter { $0 != "'" && $0 != "\"" })
  }
}

extension XMLNode {
  /// The value of an attribute of the style namespace.
  func style(_ local: String) -> String? { attribute(local, in: Namespace.style) }

  /// The value of an attribute of the XSL-FO namespace.
  func fo(_ local: String) -> String? { attribute(local, in: Namespace.fo) }
}

extension [XMLNode] {
  /// The last word of the styles about an attribute of a group of properties.
  func value(_ group: String, _ local: String, in namespace: String) -> String? {
    reduce(nil) { known, style in
      style.firstChild(group, in: Namespace.style)?.attribute(local, in: namespace) ?? known
    }
  }
}
