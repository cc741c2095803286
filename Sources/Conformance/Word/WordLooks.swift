internal import Vocabulary
internal import XMLTree

/// The effective look of letters and the effective setting of paragraphs in a DOCX.
struct WordLooks {
  let styles: WordStyles
  let numbering: WordNumbering

  /// What a paragraph inherits, each source behind those that it overrules.
  struct Sources {
    /// For the paragraph: defaults, table style, paragraph styles, numbering, direct.
    var paragraph: [XMLElement]
    /// For letters, by level: table style and paragraph styles.
    var table: [XMLElement]
    var styles: [XMLElement]
    /// The number that the paragraph bears, if it bears one.
    var numbering: WordNumbering.Reference?
  }

  /// The sources of a paragraph inside tables of these styles, the outermost first.
  func sources(of properties: XMLElement?, tableStyles: [XMLElement]) -> Sources {
    var sources = sources(
      styled: properties?.child(.pStyle)?.w(.val), tableStyles: tableStyles)
    if let found = properties?.child(.numPr) {
      sources.numbering = WordNumbering.Reference(found, over: sources.numbering)
      if let level = sources.numbering.flatMap(numbering.level)?.child(.pPr) {
        sources.paragraph.append(level)
      }
    }
    if let properties { sources.paragraph.append(properties) }
    return sources
  }

  /// The same of a paragraph that says nothing itself but the name of its style.
  func sources(styled name: String?, tableStyles: [XMLElement]) -> Sources {
    let chain = styles.chain(name, type: "paragraph")
    var order = [styles.defaultParagraph].compactMap(\.self)
    order += tableStyles.compactMap { $0.child(.pPr) }
    var reference: WordNumbering.Reference?
    for style in chain {
      guard let own = style.child(.pPr) else { continue }
      if let found = own.child(.numPr) {
        // The style's own indents stand above those of its numbering.
        reference = WordNumbering.Reference(found, over: reference)
        if let level = reference.flatMap(numbering.level)?.child(.pPr) { order.append(level) }
      }
      order.append(own)
    }
    return Sources(
      paragraph: order, table: tableStyles.compactMap { $0.child(.rPr) },
      styles: chain.compactMap { $0.child(.rPr) }, numbering: reference)
  }

  /// How a paragraph is set.
  func setting(_ sources: Sources) -> ParagraphSetting {
    let order = sources.paragraph
    var setting = ParagraphSetting()
    switch order.value(.jc, .val) ?? "left" {
    case "center": setting.alignment = .center
    case "right", "end": setting.alignment = .right
    case "both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute":
      setting.alignment = .justified
    default: setting.alignment = .left
    }
    for node in order.compactMap({ $0.child(.ind) }) {
      if let value = node.wholeNumber(.left) ?? node.wholeNumber(.start) {
        setting.left = .twips(value)
      }
      if let value = node.wholeNumber(.right) ?? node.wholeNumber(.end) {
        setting.right = .twips(value)
      }
      if let value = node.wholeNumber(.hanging) {
        setting.firstLine = .twips(-value)
      } else if let value = node.wholeNumber(.firstLine) {
        setting.firstLine = .twips(value)
      }
    }
    setting.before = gap(.before, unless: .beforeAutospacing, order)
    setting.after = gap(.after, unless: .afterAutospacing, order)
    let line =
      Measure.number(order.value(.spacing, .line), within: -200_000...200_000) ?? 240
    setting.lineSpacing =
      switch order.value(.spacing, .lineRule) ?? "auto" {
      case "exact": .exactly(line / 20)
      case "atLeast": .atLeast(line / 20)
      default: .multiple(line / 240)
      }
    return setting
  }

  /// The gap above or below in points; `auto` is what Word makes of HTML's, 14 points.
  private func gap(_ side: Name, unless name: Name, _ order: [XMLElement]) -> Double {
    let automatic = order.value(.spacing, name) ?? "0"
    if ["1", "true", "on"].contains(automatic) { return 14 }
    return (Measure.number(order.value(.spacing, side), within: -200_000...200_000) ?? 0) / 20
  }

  /// How letters of a run look; nil when they are hidden.
  func face(_ run: XMLElement?, _ sources: Sources) -> Face? {
    let letters = run?.child(.rStyle)?.w(.val).map { styles.chain($0, type: "character") } ?? []
    let own = letters.compactMap { $0.child(.rPr) }
    let defaults = [styles.defaultRun].compactMap(\.self)
    let direct = [run].compactMap(\.self)

    // A property that toggles is on when an odd number of levels turn it on.
    func toggle(_ name: Name) -> Bool {
      if let said = direct.flag(name) { return said }
      if defaults.flag(name) == true { return true }
      let levels = [sources.table, sources.styles, own]
      return levels.count { $0.flag(name) == true } % 2 == 1
    }
    guard !toggle(.vanish) else { return nil }
    let order = defaults + sources.table + sources.styles + own + direct
    var face = Face()
    face.font = font(order)
    face.size = (Measure.number(order.value(.sz, .val), within: 2...3_276) ?? 20) / 2
    face.isBold = toggle(.b)
    face.isItalic = toggle(.i)
    face.isUnderlined = !["none", "0"].contains(order.value(.u, .val) ?? "none")
    face.colour = colour(order)
    face.isAllCaps = toggle(.caps)
    face.isRaised = ["superscript", "subscript"].contains(order.value(.vertAlign, .val))
    return face
  }

  private func colour(_ order: [XMLElement]) -> String {
    let said = order.value(.color, .val) ?? "auto"
    return said.lowercased() == "auto" ? Face.black : said.uppercased()
  }

  /// The typeface of Latin letters: those of ASCII and the others, Vietnamese ones among them.
  private func font(_ order: [XMLElement]) -> String {
    // Word's own typeface where a document names none.
    var (ascii, others) = ("Times New Roman", "Times New Roman")
    func said(_ fonts: XMLElement, _ name: Name, theme: Name) -> String? {
      fonts.w(theme).flatMap(styles.themeFont) ?? fonts.w(name)
    }
    for fonts in order.compactMap({ $0.child(.rFonts) }) {
      if let font = said(fonts, .ascii, theme: .asciiTheme) { ascii = font }
      if let font = said(fonts, .hAnsi, theme: .hAnsiTheme) { others = font }
    }
    return ascii == others ? ascii : "\(ascii)/\(others)"
  }
}
