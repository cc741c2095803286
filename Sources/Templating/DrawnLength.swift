internal import XMLTree

/// An attribute whose value is the length of a drawn line.
///
/// A rule line under a name is as long as the data say: the line's alternative text holds a tag
/// such as `<<kẻ trích yếu | rộng>>`, whose value is a number of micrometres.
struct DrawnLength {
  let attribute: XMLName
  let unit: LengthUnit
  let tag: Tag

  /// The elements around an alternative text whose width follows its tag.
  static func sites(
    of holder: XMLNode, format: DocumentFormat
  ) -> [(node: XMLNode, attribute: XMLName, unit: LengthUnit)] {
    switch format {
    case .docx:
      // wp:docPr stands in wp:inline or wp:anchor, beside wp:extent and above a:ext.
      guard let frame = holder.parent else { return [] }
      return frame.descendants.compactMap { node in
        let isExtent =
          node.isElement("extent", in: Namespace.wordDrawing)
          || (node.isElement("ext", in: Namespace.drawing) && node.attribute("cx") != nil)
        return isExtent ? (node, XMLName("cx"), .emu) : nil
      }
    case .odt:
      // svg:desc or svg:title stands in draw:line, or in the frame or shape drawn.
      guard let shape = holder.parent else { return [] }
      let isLine = shape.isElement("line", in: Namespace.draw)
      let attribute = shape.attributes.first {
        $0.name.local == (isLine ? "x2" : "width") && $0.name.namespace == Namespace.svg
      }
      // The end of a line is a place, which lies as far behind its start as the line is long.
      let start = isLine ? shape.attribute("x1", in: Namespace.svg).flatMap(micrometres) : nil
      return attribute.map { [(shape, $0.name, .millimetres(from: start ?? 0))] } ?? []
    }
  }

  /// A length of ODF, such as `1.5cm`.
  static func micrometres(_ written: String) -> Int? {
    let units = ["mm": 1_000, "cm": 10_000, "in": 25_400, "pt": 25_400.0 / 72]
    guard let unit = units[String(written.suffix(2))], let number = Double(written.dropLast(2)),
      abs(number) < 10_000
    else { return nil }
    return Int((number * unit).rounded())
  }

  /// The alternative texts of a part that may hold a tag: the element and how to read it.
  static func alternativeTexts(
    in document: XMLDocument, format: DocumentFormat
  ) -> [(node: XMLNode, text: String)] {
    document.root.descendants.compactMap { node in
      switch format {
      case .docx:
        guard node.isElement("docPr", in: Namespace.wordDrawing),
          let text = node.attribute("descr")
        else { return nil }
        return (node, text)
      case .odt:
        let isText =
          node.isElement("desc", in: Namespace.svg) || node.isElement("title", in: Namespace.svg)
        return isText ? (node, node.textContent) : nil
      }
    }
  }

  /// Leaves in the alternative text what is not a tag: a reader of the document may hear it.
  static func setAlternativeText(_ text: String, of node: XMLNode, format: DocumentFormat) {
    switch format {
    case .docx where text.isEmpty: node.removeAttribute("descr")
    case .docx: node.setAttribute("descr", to: text)
    case .odt: node.replaceChildren(with: text.isEmpty ? [] : [.text(text)])
    }
  }
}
