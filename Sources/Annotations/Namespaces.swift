internal import XMLTree

/// The XML namespaces that comments are written in.
enum Namespaces {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
}

extension XMLNode {
  /// The prefix that stands for a namespace on this root, which gets a declaration if it has none.
  ///
  /// A default namespace does not do: attributes need a prefix.
  func prefix(for namespace: String, preferred: String) -> String {
    let declared = attributes.filter { $0.name.namespace == XMLName.declarations }
    if let known = declared.first(where: { $0.value == namespace && $0.name.prefix == "xmlns" }) {
      return known.name.local
    }
    let taken = Set(declared.map(\.name.local))
    var prefix = preferred
    while taken.contains(prefix) { prefix += "x" }
    attributes.append(
      XMLAttribute(
        XMLName(prefix, prefix: "xmlns", namespace: XMLName.declarations), namespace))
    return prefix
  }
}

/// Makes elements and attributes of one namespace under the prefix a document has for it.
struct ElementMaker {
  let prefix: String
  let namespace: String

  /// Takes the prefix that stands on a root, which gets a declaration if it has none.
  init(_ namespace: String, on root: XMLNode, preferred: String) {
    self.namespace = namespace
    prefix = root.prefix(for: namespace, preferred: preferred)
  }

  func name(_ local: String) -> XMLName {
    XMLName(local, prefix: prefix, namespace: namespace)
  }

  func element(
    _ local: String, _ attributes: [(String, String)] = [], _ children: [XMLNode] = []
  ) -> XMLNode {
    .element(
      name(local), attributes: attributes.map { XMLAttribute(name($0.0), $0.1) },
      children: children)
  }
}

extension String {
  /// The lines of a comment, at least one.
  var commentLines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
