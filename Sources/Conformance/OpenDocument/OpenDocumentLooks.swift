internal import Vocabulary
internal import XMLTree

extension OpenDocumentStyles {
  /// How a paragraph is set; `level` gives the indents of the list it belongs to.
  func setting(_ chain: [XMLNode], level: XMLNode?) -> ParagraphSetting {
    var setting = ParagraphSetting()
    let group = "paragraph-properties"
    switch chain.value(group, "text-align", in: Namespace.fo) ?? "start" {
    case "center": setting.alignment = .center
    case "end", "right": setting.alignment = .right
    case "justify": setting.alignment = .justified
    default: setting.alignment = .left
    }
    setting.left = length(chain, "margin-left") ?? .zero
    setting.right = length(chain, "margin-right") ?? .zero
    setting.firstLine = length(chain, "text-indent") ?? .zero
    if let level, let indents = Self.indents(of: level) {
      // The list sets the indents unless the paragraph's own style does.
      let own = chain.last.map { isAutomatic($0) ? [$0] : [] } ?? []
      if length(own, "margin-left") == nil { setting.left = indents.left }
      if length(own, "text-indent") == nil { setting.firstLine = indents.firstLine }
    }
    setting.before = length(chain, "margin-top")?.wholePoints ?? 0
    setting.after = length(chain, "margin-bottom")?.wholePoints ?? 0
    if let least = chain.value(group, "line-height-at-least", in: Namespace.style),
      let height = Length(measure: least)
    {
      setting.lineSpacing = .atLeast(height.wholePoints)
    }
    let height = chain.value(group, "line-height", in: Namespace.fo) ?? "normal"
    if height.ends(with: "%"), let percent = Self.percentage(height) {
      setting.lineSpacing = .multiple(percent / 100)
    } else if let fixed = Length(measure: height) {
      setting.lineSpacing = .exactly(fixed.wholePoints)
    }
    return setting
  }

  /// A length of a paragraph; `fo:margin` stands for all four sides.
  private func length(_ chain: [XMLNode], _ name: String) -> Length? {
    var found: Length?
    for style in chain {
      guard let group = style.firstChild("paragraph-properties", in: Namespace.style) else {
        continue
      }
      let short = name.begins(with: "margin-") ? group.fo("margin") : nil
      guard let said = group.fo(name) ?? short else { continue }
      if said.ends(with: "%"), let percent = Self.percentage(said) {
        found = found.map { Length(micrometres: Int(Double($0.micrometres) * percent / 100)) }
      } else {
        found = Length(measure: said) ?? found
      }
    }
    return found
  }

  private static func indents(of level: XMLNode) -> (left: Length, firstLine: Length)? {
    let properties = level.firstChild("list-level-properties", in: Namespace.style)
    if let aligned = properties?.firstChild("list-level-label-alignment", in: Namespace.style) {
      return (
        aligned.fo("margin-left").flatMap(Length.init(measure:)) ?? .zero,
        aligned.fo("text-indent").flatMap(Length.init(measure:)) ?? .zero
      )
    }
    guard let space = properties?.attribute("space-before", in: Namespace.text) else { return nil }
    return (Length(measure: space) ?? .zero, .zero)
  }

  /// How letters look whose styles are these, the nearest last; nil when they are hidden.
  func face(_ chain: [XMLNode]) -> Face? {
    let group = "text-properties"
    func said(_ local: String, _ namespace: String = Namespace.fo) -> String? {
      chain.value(group, local, in: namespace)
    }
    guard said("display", Namespace.text) != "none" else { return nil }
    var face = Face()
    face.font = font(chain)
    face.size = size(chain)
    face.isBold = Self.isBold(said("font-weight") ?? "normal")
    face.isItalic = ["italic", "oblique"].contains(said("font-style"))
    face.isUnderlined = said("text-underline-style", Namespace.style) ?? "none" != "none"
    face.isAllCaps = said("text-transform") == "uppercase"
    let position = said("text-position", Namespace.style) ?? "0%"
    face.isRaised = !position.begins(with: "0%")
    face.colour = colour(chain)
    return face
  }

  private static func isBold(_ weight: String) -> Bool {
    weight == "bold" || (Int(weight) ?? 0) >= 600
  }

  /// A percentage such as `115%`.
  private static func percentage(_ text: String) -> Double? {
    Measure.number(String(text.dropLast()), within: Measure.percentages)
  }

  /// The colour; ink that the program chooses by itself is black.
  private func colour(_ chain: [XMLNode]) -> String {
    var colour = Face.black
    for style in chain {
      guard let group = style.firstChild("text-properties", in: Namespace.style) else { continue }
      if group.style("use-window-font-color") == "true" {
        colour = Face.black
      } else if let said = group.fo("color") {
        colour = said.drop { $0 == "#" }.uppercased()
      }
    }
    return colour
  }

  /// The typeface: the name of a font face, or the family itself, whichever is said nearer.
  private func font(_ chain: [XMLNode]) -> String {
    var font = "Times New Roman"
    for style in chain {
      guard let group = style.firstChild("text-properties", in: Namespace.style) else { continue }
      if let family = group.fo("font-family") {
        font = Self.unquoted(family)
      } else if let name = group.style("font-name") {
        font = family(name, of: style)
      }
    }
    return font
  }

  /// The size in points; a percentage is of the size inherited.
  private func size(_ chain: [XMLNode]) -> Double {
    chain.reduce(12) { inherited, style in
      let group = style.firstChild("text-properties", in: Namespace.style)
      guard let said = group?.fo("font-size") else { return inherited }
      let size =
        said.ends(with: "%")
        ? inherited * (Self.percentage(said) ?? 100) / 100
        : Length(measure: said)?.wholePoints ?? inherited
      return Measure.cut(size, to: Measure.sizes)
    }
  }
}
