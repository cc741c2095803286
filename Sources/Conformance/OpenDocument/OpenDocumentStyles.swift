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

  private var automatic: [Origin: [Key: XMLElement]] = [:]
  private var common: [Key: XMLElement] = [:]
  private var defaults: [String: XMLElement] = [:]
  private var families: [Origin: [String: String]] = [:]
  /// Nodes know their parents without keeping them alive.
  private let roots: [XMLElement]
  /// The settings of pages by name.
  private(set) var layouts: [String: XMLElement] = [:]
  /// The kinds of pages by name.
  private(set) var masters: [String: XMLElement] = [:]
  /// The kinds of lists by name, by where they are asked for.
  private var lists: [Origin: [String: XMLElement]] = [:]

  init(content: XMLElement, styles: XMLElement?) {
    roots = [content] + [styles].compactMap(\.self)
    if let styles { add(styles, .common) }
    add(content, .content)
  }

  private mutating func add(_ root: XMLElement, _ origin: Origin) {
    for group in root.elements {
      switch group.known {
      case .fontFaceDecls:
        for face in group.elements {
          guard let name = face.style(.name) else { continue }
          let family = face.attribute(.fontFamily, in: .svg) ?? name
          families[origin, default: [:]][name] = Self.unquoted(family)
        }
      case .styles, .automaticStyles:
        for node in group.elements { add(node, origin, isAutomatic: group.known != .styles) }
      case .masterStyles:
        for node in group.elements { if let name = node.style(.name) { masters[name] = node } }
      default: continue
      }
    }
  }

  private mutating func add(_ node: XMLElement, _ origin: Origin, isAutomatic: Bool) {
    let name = node.style(.name)
    switch node.known {
    case .defaultStyle: defaults[node.style(.family) ?? ""] = node
    case .pageLayout: if let name { layouts[name] = node }
    case .listStyle:
      guard let name else { return }
      lists[.content, default: [:]][name] = node
      if origin == .common { lists[.common, default: [:]][name] = node }
    case .style:
      guard let name, let family = node.style(.family) else { return }
      let key = Key(family: family, name: name)
      if isAutomatic { automatic[origin, default: [:]][key] = node } else { common[key] = node }
    default: return
    }
  }

  /// The default of the family, then the style of this name behind those it descends from.
  func chain(_ family: String, _ name: String?, _ origin: Origin) -> [XMLElement] {
    var found: [XMLElement] = []
    var next = name
    while let current = next, found.count < 64 {
      let key = Key(family: family, name: current)
      guard let style = automatic[origin]?[key] ?? common[key],
        !found.contains(where: { $0.isSame(as: style) })
      else { break }
      found.insert(style, at: 0)
      next = style.style(.parentStyleName)
    }
    return [defaults[family]].compactMap(\.self) + found
  }

  /// True when a style of this name belongs to one place and not to the whole document.
  func isAutomatic(_ style: XMLElement) -> Bool {
    style.parent?.known == .automaticStyles
  }

  /// The kind of list of this name.
  func list(_ name: String, _ origin: Origin) -> XMLElement? { lists[origin]?[name] }

  /// The typeface behind the name of a font face; a style means those of its own part.
  func family(_ name: String, of style: XMLElement) -> String {
    let isContent = style.parent?.parent?.known == .documentContent
    return families[isContent ? .content : .common]?[name] ?? name
  }

  /// A typeface without the quotes that set it off in a list of typefaces.
  static func unquoted(_ family: String) -> String {
    let first = family.split(separator: ",").first.map(String.init) ?? family
    return String(first.trimmed.filter { $0 != "'" && $0 != "\"" })
  }
}

extension XMLElement {
  /// The value of an attribute of the style namespace.
  func style(_ name: Name) -> String? { attribute(name, in: .style) }

  /// The value of an attribute of the XSL-FO namespace.
  func fo(_ name: Name) -> String? { attribute(name, in: .fo) }
}

extension [XMLElement] {
  /// The last word of the styles about an attribute of a group of properties.
  func value(_ group: Name, _ name: Name, in namespace: Namespace) -> String? {
    for style in reversed() {
      if let said = style.firstChild(group, in: .style)?.attribute(name, in: namespace) {
        return said
      }
    }
    return nil
  }
}
