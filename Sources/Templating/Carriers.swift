internal import Expressions
internal import XMLTree

/// A native field or content control that says what a typed tag says.
struct Carrier {
  /// The text of the tag.
  let content: String
  /// What switches of the field do to the value.
  var filters: [FilterCall] = []
  /// The field as a finding quotes it.
  let written: String
  var fault: WordField.Fault?
}

/// Puts markers in the places of native fields; what a field shows goes with it, and so is never
/// searched for tags.
struct Carriers {
  private(set) var all: [Carrier] = []
  private let format: DocumentFormat

  /// Looks through a part and changes its tree.
  init(in document: XMLDocument, format: DocumentFormat) {
    self.format = format
    switch format {
    case .docx:
      for node in document.root.descendants where node.isElement("sdt", in: Namespace.word) {
        readContentControl(node)
      }
      for node in document.root.descendants where format.role(of: node) == .paragraph {
        readFields(of: node)
      }
    case .odt:
      for node in document.root.descendants where node.name.namespace == Namespace.text {
        if let content = Self.content(of: node) { replace(node, content) }
      }
    }
  }

  /// The place of a carrier in the tree.
  private mutating func node(for carrier: Carrier) -> XMLNode {
    all.append(carrier)
    return Marker.carrierNode(all.count - 1)
  }

  // MARK: Writer

  /// What a field of Writer is named by; nil for what is no carrier.
  private static func content(of node: XMLNode) -> String? {
    let name: String?
    switch node.name.local {
    case "placeholder":
      var text = Substring(node.textContent).trimmingSpaces()
      // Writer shows a placeholder in signs of its own.
      while text.count > 2, let first = text.first, let last = text.last,
        first == "<" && last == ">" || first == "«" && last == "»" || first == "{" && last == "}"
      { text = text.dropFirst().dropLast() }
      name = String(text)
    case "text-input": name = node.attribute("description", in: Namespace.text)
    case "user-field-get", "user-field-input": name = node.attribute("name", in: Namespace.text)
    case "database-display": name = node.attribute("column-name", in: Namespace.text)
    default: name = nil
    }
    guard let name, !Substring(name).trimmingSpaces().isEmpty else { return nil }
    return name
  }

  private mutating func replace(_ node: XMLNode, _ content: String) {
    guard let parent = node.parent, !format.passesOver(parent) else { return }
    let stand = self.node(for: Carrier(content: content, written: content))
    parent.insert(stand, before: node)
    node.removeFromParent()
  }

  // MARK: Content controls

  private mutating func readContentControl(_ control: XMLNode) {
    guard let properties = control.firstChild("sdtPr", in: Namespace.word),
      let tag = properties.firstChild("tag", in: Namespace.word)?
        .attribute("val", in: Namespace.word),
      !Substring(tag).trimmingSpaces().isEmpty, !tag.hasPrefix(Self.foreignTag),
      !properties.elements.contains(where: { Self.galleries.contains($0.name.local) }),
      let content = control.firstChild("sdtContent", in: Namespace.word),
      control.root.encloses(content), !format.passesOver(control)
    else { return }
    var carrier = Carrier(content: tag, written: tag)
    if let box = properties.firstChild("checkbox", in: Namespace.word14) {
      // What shows the state would be asked no more when the value is written.
      carrier.filters = [FilterCall(.checkBox)]
      box.removeFromParent()
    }
    let paragraphs = content.descendants.filter { format.role(of: $0) == .paragraph }
    let holder = paragraphs.first ?? content
    if paragraphs.count > 1 { carrier.fault = .manyParagraphs }
    let run = Self.run(like: content.descendants.first { $0.isElement("r", in: Namespace.word) })
    run.append(Self.text(node(for: carrier)))
    let kept = holder.children.filter { $0.isElement("pPr", in: Namespace.word) }
    // A faulty one makes no document; its marker only says where it stands.
    if carrier.fault == nil {
      holder.replaceChildren(with: kept + [run])
    } else {
      holder.append(run)
    }
    // The value is no prompt, and does not come from another part of the package.
    for node in properties.elements where Self.overriding.contains(node.name.local) {
      node.removeFromParent()
    }
    let style = run.firstChild("rPr", in: Namespace.word)?.firstChild("rStyle", in: Namespace.word)
    if style?.attribute("val", in: Namespace.word) == Self.promptStyle { style?.removeFromParent() }
  }

  /// What Google Docs calls the controls it makes of suggestions and comments.
  private static let foreignTag = "goog_rdk_"
  private static let promptStyle = "PlaceholderText"
  private static let overriding: Set<String> = ["showingPlcHdr", "dataBinding"]
  /// Controls that hold parts of a document and no value.
  private static let galleries: Set<String> = [
    "group", "docPartObj", "docPartList", "equation", "picture", "citation", "bibliography",
    "repeatingSection", "repeatingSectionItem",
  ]

  private static func run(like model: XMLNode?) -> XMLNode {
    let run = XMLNode.element(XMLName("r", prefix: "w", namespace: Namespace.word))
    if let properties = model?.firstChild("rPr", in: Namespace.word) {
      run.append(properties.deepCopy())
    }
    return run
  }

  private static func text(_ node: XMLNode) -> XMLNode {
    .element(
      XMLName("t", prefix: "w", namespace: Namespace.word),
      attributes: [
        XMLAttribute(XMLName("space", prefix: "xml", namespace: Namespace.xml), "preserve")
      ], children: [node])
  }

  // MARK: Fields of Word

  /// A field whose end has not come yet.
  private struct OpenField {
    /// What belongs to it, from its beginning.
    var pieces: [XMLNode] = []
    var instruction = ""
    var isShowing = false
    /// The first run of what it shows.
    var shown: XMLNode?
  }

  private mutating func readFields(of paragraph: XMLNode) {
    var open: [OpenField] = []
    for piece in pieces(of: paragraph) {
      if piece.isElement("fldSimple", in: Namespace.word) {
        readSimpleField(piece, inside: open)
        continue
      }
      let type =
        piece.isElement("fldChar", in: Namespace.word)
        ? piece.attribute("fldCharType", in: Namespace.word) : nil
      if type == "begin" { open.append(OpenField()) }
      for index in open.indices { open[index].pieces.append(piece) }
      guard let last = open.indices.last else { continue }
      switch type {
      case "begin": break
      case "separate": open[last].isShowing = true
      case "end":
        let field = open.removeLast()
        close(field, inside: open)
      default:
        if piece.isElement("instrText", in: Namespace.word) {
          open[last].instruction += piece.textContent
        } else if open[last].isShowing, open[last].shown == nil {
          open[last].shown = piece.parent
        }
      }
    }
    for field in open where WordField(field.instruction).kind == "MERGEFIELD" {
      all.append(
        Carrier(content: "", written: field.instruction.trimmed, fault: .unended))
      if let first = field.pieces.first?.parent { first.append(Marker.carrierNode(all.count - 1)) }
    }
  }

  /// What stands in the runs of a paragraph, and its simple fields.
  private func pieces(of paragraph: XMLNode) -> [XMLNode] {
    var pieces: [XMLNode] = []
    func collect(_ node: XMLNode) {
      for child in node.elements {
        if child.isElement("r", in: Namespace.word) {
          pieces += child.elements.filter { !$0.isElement("rPr", in: Namespace.word) }
        } else if child.isElement("fldSimple", in: Namespace.word),
          WordField(child.instruction).kind == "MERGEFIELD"
        {
          pieces.append(child)
        } else if format.role(of: child) == .other {
          collect(child)
        }
      }
    }
    collect(paragraph)
    return pieces
  }

  private func carrier(for field: WordField, _ written: String, inside open: [OpenField]) -> Carrier
  {
    var carrier = Carrier(content: "", written: written.trimmed)
    if let outer = open.last(where: { !$0.isShowing }) {
      carrier.fault = .nested(in: WordField(outer.instruction).kind)
      return carrier
    }
    do throws(WordField.Fault) {
      let (content, filters) = try field.mergeTag()
      return Carrier(content: content, filters: filters, written: carrier.written)
    } catch {
      carrier.fault = error
      return carrier
    }
  }

  private mutating func readSimpleField(_ node: XMLNode, inside open: [OpenField]) {
    guard let parent = node.parent else { return }
    let run = Self.run(like: node.descendants.first { $0.isElement("r", in: Namespace.word) })
    run.append(
      Self.text(
        self.node(for: carrier(for: WordField(node.instruction), node.instruction, inside: open))))
    parent.insert(run, before: node)
    node.removeFromParent()
  }

  private mutating func close(_ field: OpenField, inside open: [OpenField]) {
    let parsed = WordField(field.instruction)
    guard parsed.kind == "MERGEFIELD", let first = field.pieces.first, let run = first.parent,
      let holder = run.parent
    else { return }
    let stand = Self.text(node(for: carrier(for: parsed, field.instruction, inside: open)))
    let isFirst = run.elements.first { !$0.isElement("rPr", in: Namespace.word) } === first
    if isFirst {
      let fresh = Self.run(like: field.shown ?? run)
      fresh.append(stand)
      holder.insert(fresh, before: run)
    } else {
      run.insert(stand, before: first)
    }
    for piece in field.pieces {
      guard let run = piece.parent else { continue }
      piece.removeFromParent()
      ParagraphText.removeHollow(run, format: format)
    }
  }
}

extension XMLNode {
  /// What a simple field of Word says.
  fileprivate var instruction: String { attribute("instr", in: Namespace.word) ?? "" }
}

extension String {
  fileprivate var trimmed: String { String(Substring(self).trimmingSpaces()) }
}

extension RawTag {
  /// What a native field says, as a tag of one character.
  init(_ carrier: Carrier, _ number: Int, at position: Int) {
    self.init(
      range: position..<(position + 1), anchor: position, content: carrier.content,
      written: carrier.written, carrier: number)
  }
}

extension [RawTag] {
  /// Both in the order of the text; a field inside a typed tag goes with it.
  func merged(with fields: [RawTag]) -> [RawTag] {
    let free = fields.filter { field in !contains { $0.range.overlaps(field.range) } }
    return (self + free).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension DocumentFormat {
  /// True for what stands in a reviewer's comment, in a deletion that waits or in a field's text.
  func passesOver(_ node: XMLNode) -> Bool { node.path.contains { role(of: $0) == .passedOver } }
}
