internal import XMLTree

/// Which font a text is set in, as far as styles say.
struct Fonts {
  private let format: DocumentFormat
  /// The styles by name; for look-up only.
  private var styles: [String: XMLNode] = [:]
  /// The families behind the names of fonts in OpenDocument; for look-up only.
  private var faces: [String: String] = [:]
  private var defaults: [XMLNode] = []
  private let theme: XMLNode?

  /// Reads the styles of a document, those of the part itself too.
  init(format: DocumentFormat, part: XMLNode, styles: XMLNode?, theme: XMLNode?) {
    self.format = format
    self.theme = theme
    for root in [styles, part].compactMap(\.self) {
      for node in root.descendants where node.kind == .element { read(node) }
    }
  }

  private mutating func read(_ node: XMLNode) {
    switch (format, node.name.local) {
    case (.docx, "style"):
      guard let id = node.attribute("styleId", in: Namespace.word) else { return }
      styles[id] = node
      if node.attribute("type", in: Namespace.word) == "paragraph",
        node.attribute("default", in: Namespace.word) == "1"
      {
        defaults.insert(node, at: 0)
      }
    case (.docx, "rPrDefault"): defaults.append(node)
    case (.odt, "style"):
      if let name = node.attribute("name", in: Namespace.style) { styles[name] = node }
    case (.odt, "default-style"):
      if node.attribute("family", in: Namespace.style) == "paragraph" { defaults.append(node) }
    case (.odt, "font-face"):
      if let name = node.attribute("name", in: Namespace.style) {
        faces[name] = node.attribute("font-family", in: Namespace.svg)
      }
    default: break
    }
  }

  /// The font of a text; nil when no style names one.
  func name(of text: XMLNode) -> String? {
    var current: XMLNode? = text
    while let node = current {
      let font =
        switch format {
        case .docx: wordFont(of: node)
        case .odt: style(node.attribute("style-name", in: Namespace.text)).flatMap(chained)
        }
      if let font { return font }
      if format.role(of: node) == .paragraph { break }
      current = node.parent
    }
    return defaults.lazy.compactMap(own).first
  }

  private func style(_ name: String?) -> XMLNode? { name.flatMap { styles[$0] } }

  private func wordFont(of node: XMLNode) -> String? {
    let properties =
      node.firstChild("rPr", in: Namespace.word) ?? node.firstChild("pPr", in: Namespace.word)
    guard let properties else { return nil }
    if properties.name.local == "rPr", let font = own(node) { return font }
    let style = properties.firstChild(
      properties.name.local == "rPr" ? "rStyle" : "pStyle", in: Namespace.word)
    return self.style(style?.attribute("val", in: Namespace.word)).flatMap(chained)
  }

  /// The font of a style or of one that it takes after.
  private func chained(_ style: XMLNode) -> String? {
    var current: XMLNode? = style
    // Styles in a circle take after nothing.
    for _ in 0..<32 {
      guard let node = current else { return nil }
      if let font = own(node) { return font }
      let parent =
        format == .docx
        ? node.firstChild("basedOn", in: Namespace.word)?.attribute("val", in: Namespace.word)
        : node.attribute("parent-style-name", in: Namespace.style)
      current = self.style(parent)
    }
    return nil
  }

  /// The numbering that a paragraph's style of Word gives it.
  func numbering(ofStyle name: String?) -> XMLNode? {
    var current = style(name)
    for _ in 0..<32 {
      guard let node = current else { return nil }
      let properties = node.firstChild("pPr", in: Namespace.word)
      if let found = properties?.firstChild("numPr", in: Namespace.word) { return found }
      current = style(
        node.firstChild("basedOn", in: Namespace.word)?.attribute("val", in: Namespace.word))
    }
    return nil
  }

  /// The font that an element itself names.
  private func own(_ node: XMLNode) -> String? {
    switch format {
    case .docx:
      let fonts = node.firstChild("rPr", in: Namespace.word)?.firstChild(
        "rFonts", in: Namespace.word)
      guard let fonts else { return nil }
      if let theme = fonts.attribute("asciiTheme", in: Namespace.word) { return themeFont(theme) }
      return fonts.attribute("ascii", in: Namespace.word)
        ?? fonts.attribute("hAnsi", in: Namespace.word)
    case .odt:
      let text = node.firstChild("text-properties", in: Namespace.style)
      let name = text?.attribute("font-name", in: Namespace.style)
      return name.map { faces[$0] ?? $0 }
        ?? text?.attributes.first { $0.name.local == "font-family" }?.value
    }
  }

  private func themeFont(_ name: String) -> String? {
    let font = theme?.descendants.first {
      $0.name.local == (name.hasPrefix("major") ? "majorFont" : "minorFont")
    }
    return font?.elements.first { $0.name.local == "latin" }?.attribute("typeface")
  }

  /// True where ☐ and ☑ would be borrowed from another font, or be missing.
  func lacksBoxes(_ text: XMLNode) -> Bool {
    let name = self.name(of: text)?.filter { $0 != "'" && $0 != "\"" }.lowercased()
    return name?.hasPrefix("times new roman") ?? false
  }
}
