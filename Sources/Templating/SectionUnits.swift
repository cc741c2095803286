internal import XMLTree

extension DocumentFormat {
  /// The first and the last of the elements that a scope word names around a paragraph.
  func units(_ scope: Clause.ElementScope, around paragraph: XMLNode) -> [XMLNode]? {
    guard scope == .section, self == .docx else {
      return unit(scope, around: paragraph).map { [$0] }
    }
    return wordSection(around: paragraph)
  }

  /// The section of Writer that a paragraph stands in.
  func openSection(around paragraph: XMLNode) -> XMLNode? {
    paragraph.path.dropFirst().first { $0.isElement("section", in: Namespace.text) }
  }

  /// The blocks from behind the section break before a paragraph to the next one; nil in the last
  /// section, which ends with the document.
  private func wordSection(around paragraph: XMLNode) -> [XMLNode]? {
    guard !Marker.isLine(paragraph) else { return nil }
    let path = paragraph.path
    guard let index = path.firstIndex(where: { $0.isElement("body", in: Namespace.word) }),
      index > 0
    else { return nil }
    let blocks = path[index].elements
    guard let here = blocks.firstIndex(where: { $0 === path[index - 1] }),
      let end = blocks[here...].firstIndex(where: \.endsSection)
    else { return nil }
    let start = blocks[..<here].lastIndex(where: \.endsSection).map { $0 + 1 } ?? 0
    return [blocks[start], blocks[end]]
  }

  /// Gives every section of a Word document the headers and footers that it takes from the one
  /// before it, so that they stay when that one goes.
  static func settleHeaders(in document: XMLDocument) {
    var inherited: [(key: String, reference: XMLNode)] = []
    for section in document.root.descendants where section.isElement("sectPr", in: Namespace.word) {
      var own: Set<String> = []
      for reference in section.elements where reference.isHeaderReference {
        let key = reference.headerKey
        own.insert(key)
        inherited.removeAll { $0.key == key }
        inherited.append((key, reference))
      }
      for (key, reference) in inherited.reversed() where !own.contains(key) {
        section.insert(reference.deepCopy(), at: 0)
      }
    }
  }
}

extension XMLNode {
  /// True for a paragraph with which a section of Word ends.
  var endsSection: Bool {
    firstChild("pPr", in: Namespace.word)?.firstChild("sectPr", in: Namespace.word) != nil
  }

  fileprivate var isHeaderReference: Bool {
    isElement("headerReference", in: Namespace.word)
      || isElement("footerReference", in: Namespace.word)
  }

  /// Which of the six headers and footers a reference is.
  fileprivate var headerKey: String {
    name.local + " " + (attribute("type", in: Namespace.word) ?? "default")
  }
}
