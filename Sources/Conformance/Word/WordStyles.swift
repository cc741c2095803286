internal import XMLTree

/// The styles of a DOCX, and the order in which they have their say.
///
/// - Source: ECMA-376, part 1, 17.7.2 (style hierarchy) and 17.7.3 (toggle properties).
struct WordStyles {
  private let styles: [String: XMLElement]
  private let defaults: [String: String]
  private let themeFonts: [String: String]
  /// The document's own defaults for paragraphs.
  let defaultParagraph: XMLElement?
  /// The document's own defaults for letters.
  let defaultRun: XMLElement?

  init(styles root: XMLElement?, theme: XMLElement?) {
    var styles: [String: XMLElement] = [:]
    var defaults: [String: String] = [:]
    for node in root.elements where node.isElement(.style, in: .word) {
      guard let id = node.w(.styleId) else { continue }
      styles[id] = node
      if ["1", "true", "on"].contains(node.w(.default) ?? ""), let type = node.w(.type) {
        defaults[type] = id
      }
    }
    self.styles = styles
    self.defaults = defaults
    let own = root?.child(.docDefaults)
    defaultParagraph = own?.child(.pPrDefault)?.child(.pPr)
    defaultRun = own?.child(.rPrDefault)?.child(.rPr)
    themeFonts = Self.fonts(of: theme)
  }

  /// The style of this id and those it is based on, the farthest first.
  ///
  /// Without an id, the default of the type, which is `paragraph`, `character` or `table`.
  func chain(_ id: String?, type: String) -> [XMLElement] {
    var found: [XMLElement] = []
    var next = id.flatMap { styles[$0]?.w(.type) == type ? $0 : nil } ?? defaults[type]
    // A style that is based on itself by a detour ends the chain.
    while let name = next, let style = styles[name], found.count < 64,
      !found.contains(where: style.isSame)
    {
      found.insert(style, at: 0)
      next = style.child(.basedOn)?.w(.val)
    }
    return found
  }

  /// The typeface that a theme gives to a role such as `minorHAnsi`.
  func themeFont(_ role: String) -> String? {
    themeFonts[role.begins(with: "major") ? "major" : "minor"]
  }

  private static func fonts(of theme: XMLElement?) -> [String: String] {
    var fonts: [String: String] = [:]
    guard let theme else { return fonts }
    for node in theme.descendants where node.isElement(.latin, in: .drawing) {
      guard let group = node.parent?.known, let face = node.attribute(.typeface) else {
        continue
      }
      if group == .majorFont { fonts["major"] = face }
      if group == .minorFont { fonts["minor"] = face }
    }
    return fonts
  }
}

extension XMLElement {
  /// The value of an attribute of WordprocessingML.
  func w(_ name: Name) -> String? { attribute(name, in: .word) }

  /// The first child of WordprocessingML with this name.
  func child(_ name: Name) -> XMLElement? { firstChild(name, in: .word) }

  /// The value of an attribute as a whole number; a fraction, as some programs write, is cut.
  func wholeNumber(_ name: Name) -> Int? {
    guard let said = w(name) else { return nil }
    if said.isDigits, let number = Int(said) { return number < 1_000_000_000 ? number : nil }
    return Double(said).flatMap { abs($0) < 1e9 ? Int($0) : nil }
  }

  /// What an on-or-off property of this name says; nil when it is not there.
  func flag(_ name: Name) -> Bool? {
    child(name).map { !["0", "false", "off", "none"].contains($0.w(.val) ?? "1") }
  }
}

extension [XMLElement] {
  /// The last word of the sources about an on-or-off property.
  func flag(_ name: Name) -> Bool? {
    for source in reversed() { if let said = source.flag(name) { return said } }
    return nil
  }

  /// The last word of the sources about an attribute of a property.
  func value(_ element: Name, _ attribute: Name) -> String? {
    for source in reversed() {
      if let said = source.child(element)?.w(attribute) { return said }
    }
    return nil
  }
}
