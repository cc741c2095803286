internal import CXML2

/// Builds a tree from what the reader shows, judging every limit before it makes a node.
struct TreeBuilder {
  private let limits: XMLLimits
  private var root: XMLNode?
  private var open: [XMLNode] = []
  private var count = 0
  private var names: [XMLName: XMLName] = [:]
  private var known: [Reader.NameKey: XMLName] = [:]

  init(limits: XMLLimits) { self.limits = limits }

  /// Reads to the end of the document.
  mutating func document(from reader: borrowing Reader) throws(XMLFailure) -> XMLDocument {
    while try reader.advance() { try take(reader) }
    guard let root else {
      throw .notWellFormed(line: reader.line, column: reader.column, message: "no root element")
    }
    let standalone: Bool? =
      switch reader.standalone {
      case 1: true
      case 0: false
      default: nil
      }
    return XMLDocument(root: root, standalone: standalone)
  }

  private mutating func take(_ reader: borrowing Reader) throws(XMLFailure) {
    switch xmlReaderTypes(UInt32(bitPattern: reader.type)) {
    case XML_READER_TYPE_ELEMENT: try takeElement(reader)
    case XML_READER_TYPE_END_ELEMENT: open.removeLast()
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      try takeText(reader)
    case XML_READER_TYPE_COMMENT: try takeNote(.comment, reader)
    case XML_READER_TYPE_PROCESSING_INSTRUCTION: try takeNote(.processingInstruction, reader)
    case XML_READER_TYPE_DOCUMENT_TYPE: throw .doctype(line: reader.line)
    case XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_ENTITY, XML_READER_TYPE_END_ENTITY:
      throw .entity(line: reader.line)
    default: return
    }
  }

  private mutating func takeElement(_ reader: borrowing Reader) throws(XMLFailure) {
    guard open.count < limits.depth else {
      throw .tooDeep(line: reader.line, limit: limits.depth)
    }
    let attributeCount = reader.attributeCount
    guard attributeCount <= limits.attributes else {
      throw .tooManyAttributes(line: reader.line, limit: limits.attributes)
    }
    try spend(1 + attributeCount)
    let isEmpty = reader.isEmptyElement
    let node = XMLNode(.element, name: try knownName(reader))
    node.attributes.reserveCapacity(attributeCount)
    while reader.advanceToAttribute() {
      let name = try knownName(reader)
      let value = try value(reader)
      let isDeclaration = name.prefix == "xmlns" || name.local == "xmlns"
      node.attributes.append(XMLAttribute(name, isDeclaration ? reader.declaredNamespace : value))
    }
    reader.returnToElement()
    if let parent = open.last { parent.append(node) } else { root = node }
    if !isEmpty { open.append(node) }
  }

  private mutating func takeText(_ reader: borrowing Reader) throws(XMLFailure) {
    guard let parent = open.last else { return }
    let text = try value(reader)
    guard let last = parent.children.last, last.kind == .text else {
      try spend(1)
      parent.append(.text(text))
      return
    }
    guard last.text.utf8.count + text.utf8.count <= limits.text else {
      throw .textTooLong(line: reader.line, limit: limits.text)
    }
    last.text += text
  }

  private mutating func takeNote(
    _ kind: XMLNode.Kind, _ reader: borrowing Reader
  ) throws(XMLFailure) {
    guard let parent = open.last else { return }
    try spend(1)
    let name = kind == .comment ? XMLName("") : try name(reader)
    parent.append(XMLNode(kind, name: name, text: try value(reader)))
  }

  private mutating func spend(_ nodes: Int) throws(XMLFailure) {
    count += nodes
    guard count <= limits.nodes else { throw .tooManyNodes(limit: limits.nodes) }
  }

  private func value(_ reader: borrowing Reader) throws(XMLFailure) -> String {
    let value = reader.value
    guard value.utf8.count <= limits.text else {
      throw .textTooLong(line: reader.line, limit: limits.text)
    }
    return value
  }

  /// The name of the element or attribute at the reader, mostly one that was met before.
  private mutating func knownName(_ reader: borrowing Reader) throws(XMLFailure) -> XMLName {
    guard let key = reader.nameKey else { return try name(reader) }
    if let known = known[key] { return known }
    let name = try name(reader)
    known[key] = name
    return name
  }

  /// The name at the reader; equal names share their storage.
  private mutating func name(_ reader: borrowing Reader) throws(XMLFailure) -> XMLName {
    let name = XMLName(reader.localName, prefix: reader.prefix, namespace: reader.namespace)
    if let known = names[name] { return known }
    let longest = max(name.local.utf8.count, name.prefix.utf8.count, name.namespace.utf8.count)
    guard longest <= limits.name else {
      throw .nameTooLong(line: reader.line, limit: limits.name)
    }
    names[name] = name
    return name
  }
}
