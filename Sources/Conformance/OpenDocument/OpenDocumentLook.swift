internal import XMLTree

/// The styles that letters stand under, and what they come to together.
///
/// A document has a few of these and many paragraphs of each.
struct OpenDocumentLook {
  /// What it was made from.
  struct Key: Hashable {
    var origin: OpenDocumentStyles.Origin
    /// The style of the paragraph, then those of the spans inside each other.
    var names: [String?]
  }

  var key: Key
  /// The styles, the nearest last.
  var chain: [XMLElement]
  /// How letters look; nil when they are hidden.
  var face: Face?
}

/// What the styles of a paragraph come to, apart from its letters and lists.
struct OpenDocumentSetting {
  var setting: ParagraphSetting
  /// True when a page begins with it.
  var beginsPage: Bool
  /// The visible lines along its edges, as the styles write them.
  var upperBorder: String?
  var lowerBorder: String?
}

extension OpenDocumentReader {
  /// The look of letters of a paragraph by the name of its style.
  mutating func look(
    ofParagraph name: String?, _ origin: OpenDocumentStyles.Origin
  ) -> OpenDocumentLook {
    let key = OpenDocumentLook.Key(origin: origin, names: [name])
    if let known = looks[key] { return known }
    return add(key, styles.chain("paragraph", name, origin))
  }

  /// The look of letters of a span by the name of its style, inside other letters.
  mutating func look(ofText name: String, in outer: OpenDocumentLook) -> OpenDocumentLook {
    var key = outer.key
    key.names.append(name)
    if let known = looks[key] { return known }
    return add(key, outer.chain + styles.chain("text", name, key.origin))
  }

  private mutating func add(
    _ key: OpenDocumentLook.Key, _ chain: [XMLElement]
  ) -> OpenDocumentLook {
    let look = OpenDocumentLook(key: key, chain: chain, face: styles.face(chain))
    // A hostile document may have no end of styles inside each other.
    if looks.count < 1_000, chain.count < 256 { looks[key] = look }
    return look
  }

  /// The setting of a paragraph with this look.
  mutating func setting(of look: OpenDocumentLook) -> OpenDocumentSetting {
    if let known = settings[look.key] { return known }
    let group = Name.paragraphProperties
    func border(_ side: Name) -> String? {
      let said =
        look.chain.value(group, side, in: .fo)
        ?? look.chain.value(group, .border, in: .fo) ?? "none"
      return Self.isVisible(said) ? said : nil
    }
    let found = OpenDocumentSetting(
      setting: styles.setting(look.chain, level: nil),
      beginsPage: look.chain.value(group, .breakBefore, in: .fo) == "page",
      upperBorder: border(.borderTop), lowerBorder: border(.borderBottom))
    if settings.count < 1_000 { settings[look.key] = found }
    return found
  }
}
