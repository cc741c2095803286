internal import Vocabulary
internal import XMLTree

extension OpenDocumentStyles {
  /// How a paragraph is set; `level` gives the indents of the list it belongs to.
  func setting(_ chain: [XMLElement], level: XMLElement?) -> ParagraphSetting {
    var setting = ParagraphSetting()
    let group = Name.paragraphProperties
    switch chain.value(group, .textAlign, in: .fo) ?? "start" {
    case "center": setting.alignment = .center
    case "end", "right": setting.alignment = .right
    case "justify": setting.alignment = .justified
    default: setting.alignment = .left
    }
    setting.left = length(chain, .marginLeft) ?? .zero
    setting.right = length(chain, .marginRight) ?? .zero
    setting.firstLine = length(chain, .textIndent) ?? .zero
    if let level, let indents = Self.indents(of: level) {
      // The list sets the indents unless the paragraph's own style does.
      let own = chain.last.map { isAutomatic($0) ? [$0] : [] } ?? []
      if length(own, .marginLeft) == nil { setting.left = indents.left }
      if length(own, .textIndent) == nil { setting.firstLine = indents.firstLine }
    }
    setting.before = length(chain, .marginTop)?.wholePoints ?? 0
    setting.after = length(chain, .marginBottom)?.wholePoints ?? 0
    if let least = chain.value(group, .lineHeightAtLeast, in: .style),
      let height = Length(measure: least)
    {
      setting.lineSpacing = .atLeast(height.wholePoints)
    }
    let height = chain.value(group, .lineHeight, in: .fo) ?? "normal"
    if height.ends(with: "%"), let percent = Self.percentage(height) {
      setting.lineSpacing = .multiple(percent / 100)
    } else if let fixed = Length(measure: height) {
      setting.lineSpacing = .exactly(fixed.wholePoints)
    }
    return setting
  }

  /// A length of a paragraph; `fo:margin` stands for all four sides.
  private func length(_ chain: [XMLElement], _ name: Name) -> Length? {
    var found: Length?
    for style in chain {
      guard let group = style.firstChild(.paragraphProperties, in: .style) else {
        continue
      }
      let short = name.isMargin ? group.fo(.margin) : nil
      guard let said = group.fo(name) ?? short else { continue }
      if said.ends(with: "%"), let percent = Self.percentage(said) {
        found = found.map { Length(micrometres: Int(Double($0.micrometres) * percent / 100)) }
      } else {
        found = Length(measure: said) ?? found
      }
    }
    return found
  }

  private static func indents(of level: XMLElement) -> (left: Length, firstLine: Length)? {
    let properties = level.firstChild(.listLevelProperties, in: .style)
    if let aligned = properties?.firstChild(.listLevelLabelAlignment, in: .style) {
      return (
        aligned.fo(.marginLeft).flatMap(Length.init(measure:)) ?? .zero,
        aligned.fo(.textIndent).flatMap(Length.init(measure:)) ?? .zero
      )
    }
    guard let space = properties?.attribute(.spaceBefore, in: .text) else { return nil }
    return (Length(measure: space) ?? .zero, .zero)
  }

  /// How letters look whose styles are these, the nearest last; nil when they are hidden.
  func face(_ chain: [XMLElement]) -> Face? {
    let group = Name.textProperties
    func said(_ name: Name, _ namespace: Namespace = .fo) -> String? {
      chain.value(group, name, in: namespace)
    }
    guard said(.display, .text) != "none" else { return nil }
    var face = Face()
    face.font = font(chain)
    face.size = size(chain)
    face.isBold = Self.isBold(said(.fontWeight) ?? "normal")
    face.isItalic = ["italic", "oblique"].contains(said(.fontStyle))
    face.isUnderlined = said(.textUnderlineStyle, .style) ?? "none" != "none"
    face.isAllCaps = said(.textTransform) == "uppercase"
    let position = said(.textPosition, .style) ?? "0%"
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
  private func colour(_ chain: [XMLElement]) -> String {
    var colour = Face.black
    for style in chain {
      guard let group = style.firstChild(.textProperties, in: .style) else { continue }
      if group.style(.useWindowFontColor) == "true" {
        colour = Face.black
      } else if let said = group.fo(.color) {
        colour = said.drop { $0 == "#" }.uppercased()
      }
    }
    return colour
  }

  /// The typeface: the name of a font face, or the family itself, whichever is said nearer.
  private func font(_ chain: [XMLElement]) -> String {
    var font = "Times New Roman"
    for style in chain {
      guard let group = style.firstChild(.textProperties, in: .style) else { continue }
      if let family = group.fo(.fontFamily) {
        font = Self.unquoted(family)
      } else if let name = group.style(.fontName) {
        font = family(name, of: style)
      }
    }
    return font
  }

  /// The size in points; a percentage is of the size inherited.
  private func size(_ chain: [XMLElement]) -> Double {
    chain.reduce(12) { inherited, style in
      let group = style.firstChild(.textProperties, in: .style)
      guard let said = group?.fo(.fontSize) else { return inherited }
      let size =
        said.ends(with: "%")
        ? inherited * (Self.percentage(said) ?? 100) / 100
        : Length(measure: said)?.wholePoints ?? inherited
      return Measure.cut(size, to: Measure.sizes)
    }
  }
}
