internal import XMLTree

/// The joined text of one paragraph, with the way back to the nodes it came from.
///
/// Office programs split text into runs wherever the spelling checker, the language or the
/// cursor has been, so tags are read from the joined text and never from a run.
struct ParagraphText {
  /// A stretch of the text and the node that holds it.
  private struct Atom {
    let node: XMLNode
    let start: Int
    var scalars: [Unicode.Scalar]
    /// False for an element that stands for a character, such as a tab.
    let isText: Bool
  }

  let paragraph: XMLNode
  private let format: DocumentFormat
  private var atoms: [Atom] = []
  /// The joined text.
  private(set) var scalars: [Unicode.Scalar] = []

  init(of paragraph: XMLNode, format: DocumentFormat) {
    self.paragraph = paragraph
    self.format = format
    collect(paragraph)
  }

  /// The joined text as a string.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func collect(_ node: XMLNode) {
    for child in node.children {
      switch child.kind {
      case .text:
        if format == .odt || node.isElement("t", in: Namespace.word) {
          add(child, Array(child.text.unicodeScalars), isText: true)
        }
      case .element:
        if let stand = standIn(child) {
          add(child, stand, isText: false)
        } else if entersText(child) {
          collect(child)
        }
      case .comment, .processingInstruction: break
      }
    }
  }

  private mutating func add(_ node: XMLNode, _ text: [Unicode.Scalar], isText: Bool) {
    atoms.append(Atom(node: node, start: scalars.count, scalars: text, isText: isText))
    scalars += text
  }

  /// The characters that an element stands for.
  private func standIn(_ node: XMLNode) -> [Unicode.Scalar]? {
    switch (format, node.name.namespace, node.name.local) {
    case (.docx, Namespace.word, "tab") where node.parent?.name.local == "r": return ["\t"]
    case (.docx, Namespace.word, "br"), (.docx, Namespace.word, "cr"): return ["\n"]
    case (.docx, Namespace.word, "noBreakHyphen"): return ["-"]
    case (.odt, Namespace.text, "tab"): return ["\t"]
    case (.odt, Namespace.text, "line-break"): return ["\n"]
    case (.odt, Namespace.text, "s"):
      let count = Int(node.attribute("c", in: Namespace.text) ?? "1") ?? 1
      return Array(repeating: " ", count: min(max(count, 1), 1000))
    default: return nil
    }
  }

  /// True when the text below an element belongs to this paragraph.
  private func entersText(_ node: XMLNode) -> Bool {
    switch format.role(of: node) {
    case .story, .passedOver, .paragraph, .table: false
    default: node.name.namespace != Marker.namespace
    }
  }

  /// Puts a marker where a tag stood, and takes the tag's text away.
  ///
  /// Tags are replaced from the last to the first, so that the places of the others still hold.
  mutating func replace(_ tag: RawTag, by marker: XMLNode) {
    for index in atoms.indices.reversed() {
      let atom = atoms[index]
      let end = atom.start + atom.scalars.count
      guard atom.start < tag.range.upperBound, end > tag.range.lowerBound else { continue }
      let before = atom.scalars.prefix(max(0, tag.range.lowerBound - atom.start))
      let after = atom.scalars.dropFirst(max(0, tag.range.upperBound - atom.start))
      let holdsAnchor = (atom.start..<end).contains(tag.anchor)
      if atom.isText {
        keep(before, of: atom.node)
        if holdsAnchor {
          atom.node.parent?.insert(marker, after: atom.node)
          if !after.isEmpty {
            atom.node.parent?.insert(.text(Self.string(after)), after: marker)
          }
        } else if before.isEmpty {
          keep(after, of: atom.node)
        } else if !after.isEmpty {
          atom.node.parent?.insert(.text(Self.string(after)), after: atom.node)
        }
        atoms[index].scalars = Array(before)
      } else {
        // An element that stands for spaces inside the tag goes with it.
        if holdsAnchor { atom.node.parent?.insert(marker, after: atom.node) }
        atom.node.removeFromParent()
        atoms[index].scalars = []
      }
    }
  }

  private func keep(_ scalars: ArraySlice<Unicode.Scalar>, of node: XMLNode) {
    node.text = Self.string(scalars)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A node that stands where a tag stood; its number is the tag's.
enum Marker {
  static let namespace = "urn:thidua:marker"

  static func node(_ number: Int) -> XMLNode {
    .element(
      XMLName("marker", namespace: namespace), attributes: [XMLAttribute("n", String(number))])
  }

  static func number(of node: XMLNode) -> Int? {
    guard node.name.namespace == namespace, let text = node.attribute("n") else { return nil }
    return Int(text)
  }
}
