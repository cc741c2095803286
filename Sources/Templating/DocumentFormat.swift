internal import XMLTree

/// The two formats of office documents.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
  /// Office Open XML, as Word writes it.
  case docx
  /// OpenDocument, as Writer writes it.
  case odt
}

/// The XML namespaces that templates are read by.
enum Namespace {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let wordDrawing =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  static let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  static let formatting = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
  static let vml = "urn:schemas-microsoft-com:vml"
  static let vmlOffice = "urn:schemas-microsoft-com:office:office"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let xml = "http://www.w3.org/XML/1998/namespace"
}

/// What an element is to the engine, whatever the format calls it.
enum Role {
  /// A paragraph or heading: text that tags are read from.
  case paragraph
  /// A row of a table.
  case row
  /// A cell of a row.
  case cell
  /// A table.
  case table
  /// A list, whose items are its units.
  case list
  /// An item of a list.
  case item
  /// Text of its own inside or beside the body: header, note, text box. Blocks do not cross it.
  case story
  /// What is no text of the document: comments, deleted text, codes of fields.
  case passedOver
  /// Everything else.
  case other
}

extension DocumentFormat {
  /// The role of an element.
  func role(of node: XMLNode) -> Role {
    guard node.kind == .element else { return .other }
    if node.name.namespace == Marker.namespace { return Marker.isLine(node) ? .paragraph : .other }
    switch self {
    case .docx:
      guard node.name.namespace == Namespace.word else { return .other }
      return Self.wordRoles[node.name.local] ?? .other
    case .odt:
      return switch node.name.namespace {
      case Namespace.text: Self.textRoles[node.name.local] ?? .other
      case Namespace.table: Self.tableRoles[node.name.local] ?? .other
      case Namespace.office: Self.officeRoles[node.name.local] ?? .other
      case Namespace.style: Self.styleRoles[node.name.local] ?? .other
      case Namespace.draw: Self.shapes.contains(node.name.local) ? .story : .other
      case Namespace.svg: ["desc", "title"].contains(node.name.local) ? .passedOver : .other
      default: .other
      }
    }
  }

  private static let wordRoles: [String: Role] = [
    "p": .paragraph, "tr": .row, "tc": .cell, "tbl": .table, "body": .story, "hdr": .story,
    "ftr": .story, "footnote": .story, "endnote": .story, "txbxContent": .story,
    "comment": .passedOver, "del": .passedOver, "moveFrom": .passedOver,
    "instrText": .passedOver, "delText": .passedOver,
  ]
  private static let textRoles: [String: Role] = [
    "p": .paragraph, "h": .paragraph, "list": .list, "list-item": .item,
    "note-body": .story, "note-citation": .passedOver, "tracked-changes": .passedOver,
    "index-title": .story,
    // What a field shows is its own; those with a name are carriers and gone before text is read.
    "placeholder": .passedOver, "text-input": .passedOver, "user-field-get": .passedOver,
    "user-field-input": .passedOver, "database-display": .passedOver,
  ]
  /// The shapes that hold paragraphs.
  private static let shapes: Set<String> = [
    "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption",
  ]
  private static let tableRoles: [String: Role] = [
    "table-row": .row, "table-cell": .cell, "table": .table,
  ]
  private static let officeRoles: [String: Role] = [
    "text": .story, "annotation": .passedOver, "annotation-end": .passedOver,
  ]
  private static let styleRoles: [String: Role] = [
    "header": .story, "footer": .story, "header-left": .story, "footer-left": .story,
    "header-first": .story, "footer-first": .story,
  ]
}
