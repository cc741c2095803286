internal import XMLTree

/// A picture of a template that another one takes the place of.
struct PictureFrame {
  /// How a picture fills its frame.
  enum Fitting: Sendable {
    /// Whole, as large as the frame lets it; the frame shrinks to it.
    case contain
    /// The frame is filled; what stands out is cut off.
    case cover
  }

  /// What an attribute says of the picture.
  enum Field: Sendable, Hashable {
    case width, height
    /// The id of its relationship, or its path.
    case reference
    /// How much is cut off at a side, in thousandths of a per cent.
    case cut(Side)
    /// The name of a style of Writer that cuts it.
    case style
  }

  enum Side: Sendable, Hashable { case left, top, right, bottom }

  struct Attribute {
    let name: XMLName
    let field: Field
  }

  let tag: Tag
  let fitting: Fitting
  let isCode: Bool
  /// The frame's size, in micrometres.
  let width: Int
  let height: Int
  /// A style of Writer that cuts, around its name and what it cuts.
  let style: CuttingStyle?

  /// Makes room in the tree and says which attributes follow the picture; nil when the alternative
  /// text belongs to no picture.
  static func prepare(
    _ holder: XMLNode, format: DocumentFormat, fitting: Fitting
  ) -> (frame: XMLNode, size: (Int, Int), attributes: [(XMLNode, Attribute)])? {
    switch format {
    case .docx: word(holder, fitting)
    case .odt: openDocument(holder, fitting)
    }
  }

  // MARK: Word

  private static func word(
    _ holder: XMLNode, _ fitting: Fitting
  ) -> (frame: XMLNode, size: (Int, Int), attributes: [(XMLNode, Attribute)])? {
    guard let frame = holder.parent,
      let extent = frame.firstChild("extent", in: Namespace.wordDrawing),
      let width = extent.attribute("cx").flatMap(Int.init(word:)),
      let height = extent.attribute("cy").flatMap(Int.init(word:)), width > 0, height > 0,
      let blip = frame.descendants.first(where: { $0.isElement("blip", in: Namespace.drawing) }),
      let fill = blip.parent,
      let embed = blip.attributes.first(where: {
        $0.name.local == "embed" && $0.name.namespace == Namespace.relationships
      })
    else { return nil }
    // A drawing in lines (SVG) beside the picture would be shown in its stead.
    blip.firstChild("extLst", in: Namespace.drawing)?.removeFromParent()
    blip.removeAttribute("link", in: Namespace.relationships)
    var attributes = [(blip, Attribute(name: embed.name, field: .reference))]
    let sizes = frame.descendants.filter { node in
      node.isElement("extent", in: Namespace.wordDrawing)
        || (node.isElement("ext", in: Namespace.drawing) && node.attribute("cx") != nil)
    }
    for node in sizes {
      attributes.append((node, Attribute(name: XMLName("cx"), field: .width)))
      attributes.append((node, Attribute(name: XMLName("cy"), field: .height)))
    }
    fill.firstChild("srcRect", in: Namespace.drawing)?.removeFromParent()
    if fitting == .cover {
      let cut = XMLNode.element(
        XMLName("srcRect", prefix: blip.name.prefix, namespace: Namespace.drawing),
        attributes: ["l", "t", "r", "b"].map { XMLAttribute($0, "0") })
      fill.insert(cut, after: blip)
      for (name, side) in [("l", Side.left), ("t", .top), ("r", .right), ("b", .bottom)] {
        attributes.append((cut, Attribute(name: XMLName(name), field: .cut(side))))
      }
    }
    return (frame, (width / 36, height / 36), attributes)
  }

  // MARK: Writer

  private static func openDocument(
    _ holder: XMLNode, _ fitting: Fitting
  ) -> (frame: XMLNode, size: (Int, Int), attributes: [(XMLNode, Attribute)])? {
    guard let frame = holder.parent, frame.isElement("frame", in: Namespace.draw),
      let image = frame.firstChild("image", in: Namespace.draw),
      let width = frame.attribute("width", in: Namespace.svg).flatMap(DrawnLength.micrometres),
      let height = frame.attribute("height", in: Namespace.svg).flatMap(DrawnLength.micrometres),
      width > 0, height > 0,
      let reference = image.attributes.first(where: {
        $0.name.local == "href" && $0.name.namespace == Namespace.xlink
      })
    else { return nil }
    // Other forms of the same picture would be shown in its stead.
    for other in frame.elements where other.name.local == "image" && other !== image {
      other.removeFromParent()
    }
    image.attributes.removeAll { $0.name.local == "mime-type" }
    frame.attributes.removeAll { ["rel-width", "rel-height"].contains($0.name.local) }
    var attributes = [(image, Attribute(name: reference.name, field: Field.reference))]
    for attribute in frame.attributes where attribute.name.namespace == Namespace.svg {
      switch attribute.name.local {
      case "width": attributes.append((frame, Attribute(name: attribute.name, field: .width)))
      case "height": attributes.append((frame, Attribute(name: attribute.name, field: .height)))
      default: break
      }
    }
    if fitting == .cover {
      let known = frame.attributes.first {
        $0.name.local == "style-name" && $0.name.namespace == Namespace.draw
      }
      let name =
        known?.name
        ?? XMLName("style-name", prefix: frame.name.prefix, namespace: Namespace.draw)
      if known == nil { frame.setAttribute(name, to: "") }
      attributes.append((frame, Attribute(name: name, field: .style)))
    }
    return (frame, (width, height), attributes)
  }
}

/// A graphic style of Writer that takes after the style of a frame and cuts its picture.
///
/// Writer keeps what is cut in an automatic style, so each picture needs one of its own.
struct CuttingStyle: Sendable, Hashable {
  /// What stands before the name, between the name and the cut, and behind it.
  let head: [UInt8]
  let middle: [UInt8]
  let tail: [UInt8]

  /// Takes after the automatic style of the name given, as the part holds it.
  init(after name: String?, in document: XMLDocument) {
    let model = document.root.descendants.first {
      $0.isElement("style", in: Namespace.style)
        && $0.attribute("name", in: Namespace.style) == name
    }
    let parent = model?.attribute("parent-style-name", in: Namespace.style) ?? name
    var properties =
      model?.firstChild("graphic-properties", in: Namespace.style)?.attributes ?? []
    properties.removeAll { $0.name.local == "clip" || $0.name.namespace == XMLName.declarations }
    // Where automatic styles stand a prefix may mean another thing.
    let known = Dictionary(
      [("style", Namespace.style), ("fo", Namespace.formatting)]
        + properties.map { ($0.name.prefix, $0.name.namespace) },
      uniquingKeysWith: { first, _ in first })
    var writer = XMLWriter()
    let declarations = known.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map {
      XMLAttribute(XMLName($0.key, prefix: "xmlns", namespace: XMLName.declarations), $0.value)
    }
    writer.bytes += Array("<style:style".utf8)
    Self.append(declarations, to: &writer)
    writer.bytes += Array(" style:name=\"".utf8)
    head = writer.bytes
    writer.bytes = Array("\" style:family=\"graphic\"".utf8)
    let parentName = XMLName("parent-style-name", prefix: "style", namespace: Namespace.style)
    Self.append(parent.map { [XMLAttribute(parentName, $0)] } ?? [], to: &writer)
    writer.bytes += Array("><style:graphic-properties".utf8)
    Self.append(properties, to: &writer)
    writer.bytes += Array(" fo:clip=\"".utf8)
    middle = writer.bytes
    tail = Array("\"/></style:style>".utf8)
  }

  /// Sees to it that a part has a place for automatic styles: before its text.
  static func makeRoom(in document: XMLDocument) {
    let root = document.root
    guard root.firstChild("automatic-styles", in: Namespace.office) == nil else { return }
    let made = XMLNode.element(
      XMLName("automatic-styles", prefix: root.name.prefix, namespace: Namespace.office))
    let text = root.elements.first { ["body", "master-styles"].contains($0.name.local) }
    if let text { root.insert(made, before: text) } else { root.append(made) }
  }

  private static func append(_ attributes: [XMLAttribute], to writer: inout XMLWriter) {
    for attribute in attributes {
      writer.bytes += Array(" \(attribute.name.qualified)=\"".utf8)
      writer.appendEscaped(attribute: attribute.value)
      writer.bytes.append(UInt8(ascii: "\""))
    }
  }
}
