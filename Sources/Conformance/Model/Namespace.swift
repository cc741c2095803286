internal import XMLTree

/// The XML namespaces that finished documents are read by.
enum Namespace: UInt16, CaseIterable {
  /// Any other namespace.
  case other
  case word, relations, drawing, wordDrawing, picture, link, wordShape, compatibility, vml, office
  case text, table, style, draw, svg, fo, meta

  /// The URI; empty for any other.
  var address: String {
    switch self {
    case .other: ""
    case .word: "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    case .relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    case .drawing: "http://schemas.openxmlformats.org/drawingml/2006/main"
    case .wordDrawing: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    case .picture: "http://schemas.openxmlformats.org/drawingml/2006/picture"
    case .link: "http://www.w3.org/1999/xlink"
    case .wordShape: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    case .compatibility: "http://schemas.openxmlformats.org/markup-compatibility/2006"
    case .vml: "urn:schemas-microsoft-com:vml"
    case .office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    case .text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    case .table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    case .style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    case .draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    case .svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    case .fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    case .meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    }
  }
}

extension XMLElement? {
  /// The children that are elements; none of what is not there.
  var elements: [XMLElement] { map { Array($0.elements) } ?? [] }
}

extension XMLElement {
  /// Its local name, as far as it is known.
  var known: Name { Name(rawValue: local) ?? .other }
  /// Its namespace, as far as it is known.
  var namespace: Namespace { Namespace(rawValue: space) ?? .other }

  /// True for an element with this name, whatever its prefix.
  func isElement(_ name: Name, in namespace: Namespace) -> Bool {
    local == name.rawValue && space == namespace.rawValue
  }

  /// The first child element with this name.
  func firstChild(_ name: Name, in namespace: Namespace) -> XMLElement? {
    firstChild(name.rawValue, in: namespace.rawValue)
  }

  /// The value of the attribute with this name; without a namespace, of the one without a prefix.
  func attribute(_ name: Name, in namespace: Namespace? = nil) -> String? {
    attribute(name.rawValue, in: namespace?.rawValue ?? XMLVocabulary.outside)
  }
}
