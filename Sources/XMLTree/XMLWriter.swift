/// Writes nodes as XML, whole or piece by piece, as UTF-8 bytes.
///
/// The bytes depend only on what is written. Names and prefixes are written as they stand;
/// namespace declarations are attributes like others. Characters that XML cannot hold, such as
/// U+0001, are written as U+FFFD.
public struct XMLWriter {
  /// What was written; a caller that hands out chunks takes it and empties it.
  public var bytes: [UInt8] = []

  /// Creates a writer with nothing written.
  public init() {}

  /// The bytes of a document: its declaration, then its root.
  public static func bytes(of document: XMLDocument) -> [UInt8] {
    var writer = XMLWriter()
    writer.appendDeclaration(standalone: document.standalone)
    writer.append(document.root)
    return writer.bytes
  }

  /// Appends the XML declaration and a line feed.
  public mutating func appendDeclaration(standalone: Bool?) {
    append(raw: "<?xml version=\"1.0\" encoding=\"UTF-8\"")
    if let standalone { append(raw: " standalone=\"\(standalone ? "yes" : "no")\"") }
    append(raw: "?>\n")
  }

  /// Appends the start tag of an element, or its only tag.
  public mutating func appendStartTag(of element: XMLNode, selfClosing: Bool = false) {
    append(raw: "<")
    append(element.name)
    for attribute in element.attributes {
      append(raw: " ")
      append(attribute.name)
      append(raw: "=\"")
      appendEscaped(attribute: attribute.value)
      append(raw: "\"")
    }
    append(raw: selfClosing ? "/>" : ">")
  }

  /// Appends the end tag of an element.
  public mutating func appendEndTag(of element: XMLNode) {
    append(raw: "</")
    append(element.name)
    append(raw: ">")
  }

  /// Appends a node with everything below it; an element without children gets one tag.
  public mutating func append(_ node: XMLNode) {
    var open: [(element: XMLNode, rest: IndexingIterator<[XMLNode]>)] = []
    if appendHead(of: node) { open.append((node, node.children.makeIterator())) }
    while let last = open.indices.last {
      guard let child = open[last].rest.next() else {
        appendEndTag(of: open.removeLast().element)
        continue
      }
      if appendHead(of: child) { open.append((child, child.children.makeIterator())) }
    }
  }

  /// Appends what comes before a node's children; true when there are any.
  private mutating func appendHead(of node: XMLNode) -> Bool {
    switch node.kind {
    case .element:
      appendStartTag(of: node, selfClosing: node.children.isEmpty)
      return !node.children.isEmpty
    case .text:
      appendEscaped(text: node.text)
    case .comment:
      append(raw: "<!--")
      append(raw: node.text)
      append(raw: "-->")
    case .processingInstruction:
      append(raw: "<?")
      append(raw: node.name.local)
      if !node.text.isEmpty { append(raw: " ") }
      append(raw: node.text)
      append(raw: "?>")
    }
    return false
  }

  private mutating func append(_ name: XMLName) {
    if !name.prefix.isEmpty {
      append(raw: name.prefix)
      append(raw: ":")
    }
    append(raw: name.local)
  }

  private mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }
}

// MARK: - Escaping

extension XMLWriter {
  /// Appends characters between tags.
  public mutating func appendEscaped(text: String) {
    appendEscaped(text.utf8.span, .text)
  }

  /// Appends UTF-8 between tags.
  public mutating func appendEscaped(text utf8: borrowing Span<UInt8>) {
    appendEscaped(utf8, .text)
  }

  /// Appends characters inside a quoted attribute value.
  public mutating func appendEscaped(attribute: String) {
    appendEscaped(attribute.utf8.span, .attribute)
  }

  /// Appends UTF-8 inside a quoted attribute value.
  public mutating func appendEscaped(attribute utf8: borrowing Span<UInt8>) {
    appendEscaped(utf8, .attribute)
  }

  private enum Position { case text, attribute }

  private mutating func appendEscaped(_ utf8: borrowing Span<UInt8>, _ position: Position) {
    var written = 0
    for index in utf8.indices {
      // Letters, and every byte of Vietnamese ones, need no closer look.
      if utf8[index] > UInt8(ascii: ">"), utf8[index] != 0xEF { continue }
      guard let (length, replacement) = Self.replacement(in: utf8, at: index, position) else {
        continue
      }
      append(utf8, written..<index)
      append(raw: replacement)
      written = index + length
    }
    append(utf8, written..<utf8.count)
  }

  /// What stands for the character at `index`, and how many bytes it replaces; nil for itself.
  private static func replacement(
    in utf8: borrowing Span<UInt8>, at index: Int, _ position: Position
  ) -> (length: Int, text: String)? {
    switch utf8[index] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case 0x0D: (1, "&#13;")
    case UInt8(ascii: "\"") where position == .attribute: (1, "&quot;")
    case 0x09 where position == .attribute: (1, "&#9;")
    case 0x0A where position == .attribute: (1, "&#10;")
    case 0x09, 0x0A: nil
    case ..<0x20: (1, "\u{FFFD}")
    // U+FFFE and U+FFFF
    case 0xEF
    where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
      (3, "\u{FFFD}")
    default: nil
    }
  }

  private mutating func append(_ utf8: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0[range]) }
  }
}
