internal import XMLTree

/// The marks of a part that others refer to by their name: bookmarks, and lists that others go on.
///
/// Every copy in a loop gets a name of its own, and what refers to it in the same round follows; the
/// first copy keeps the name, for those that refer to it from outside.
struct CopiedMarks {
  /// By what refers to a mark: its name; for look-up only.
  private var slots: [String: Int] = [:]
  /// By the number that ties the ends of a bookmark of Word together; for look-up only.
  private var numbers: [String: Int] = [:]

  init(in document: XMLDocument, format: DocumentFormat) {
    for node in document.root.descendants where node.kind == .element {
      guard let name = Self.name(of: node, format) else { continue }
      let slot = slots[name] ?? slots.count
      slots[name] = slot
      if format == .docx, let number = node.attribute("id", in: Namespace.word) {
        numbers[number] = slot
      }
    }
  }

  var isEmpty: Bool { slots.isEmpty }

  /// The name of a mark; nil for what is none.
  private static func name(of node: XMLNode, _ format: DocumentFormat) -> String? {
    switch format {
    case .docx:
      node.isElement("bookmarkStart", in: Namespace.word)
        ? node.attribute("name", in: Namespace.word) : nil
    case .odt:
      switch node.name.local {
      case "bookmark", "bookmark-start", "reference-mark", "reference-mark-start":
        node.name.namespace == Namespace.text ? node.attribute("name", in: Namespace.text) : nil
      case "list" where node.name.namespace == Namespace.text:
        node.attribute("id", in: Namespace.xml)
      default: nil
      }
    }
  }

  /// What an attribute says of a mark.
  enum Word {
    /// Its name, which a copy's sign follows.
    case name(Int)
    /// Its number, which a copy's takes the place of.
    case number(Int)
    /// The end of a bookmark of Writer, the name behind `#` of a link: like the name.
    var slot: Int {
      switch self {
      case .name(let slot), .number(let slot): slot
      }
    }
  }

  /// What an attribute says of a mark; nil when it speaks of none.
  func word(_ attribute: XMLAttribute, of node: XMLNode) -> (word: Word, isMark: Bool)? {
    let (space, local) = (attribute.name.namespace, attribute.name.local)
    switch (node.name.namespace, node.name.local, space, local) {
    case (Namespace.word, "bookmarkStart", Namespace.word, "name"):
      return slots[attribute.value].map { (.name($0), true) }
    case (Namespace.word, "bookmarkStart", Namespace.word, "id"),
      (Namespace.word, "bookmarkEnd", Namespace.word, "id"):
      return numbers[attribute.value].map { (.number($0), true) }
    case (Namespace.word, "hyperlink", Namespace.word, "anchor"),
      (Namespace.text, _, Namespace.text, "ref-name"),
      (Namespace.text, "list", Namespace.text, "continue-list"):
      return slots[attribute.value].map { (.name($0), false) }
    case (Namespace.text, "a", Namespace.xlink, "href") where attribute.value.hasPrefix("#"):
      return slots[String(attribute.value.dropFirst())].map { (.name($0), false) }
    case (Namespace.text, "list", Namespace.xml, "id"),
      (Namespace.text, "bookmark", Namespace.text, "name"),
      (Namespace.text, "bookmark-start", Namespace.text, "name"),
      (Namespace.text, "bookmark-end", Namespace.text, "name"),
      (Namespace.text, "reference-mark", Namespace.text, "name"),
      (Namespace.text, "reference-mark-start", Namespace.text, "name"),
      (Namespace.text, "reference-mark-end", Namespace.text, "name"):
      return slots[attribute.value].map { (.name($0), true) }
    default: return nil
    }
  }

  /// The mark that an instruction of a field of Word refers to, and where its name ends.
  func reference(in instruction: String) -> (slot: Int, end: String.Index)? {
    let words = instruction.split(whereSeparator: \.isWhitespace)
    for word in words.dropFirst(0) {
      if let slot = slots[String(word)] { return (slot, word.endIndex) }
    }
    return nil
  }
}
