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

  /// Makes room in the tree and says which attributes follow the picture; nil when the alternative
  /// text belongs to no picture.
  static func prepare(
    _ holder: XMLNode, format: DocumentFormat, fitting: Fitting
  ) -> (frame: XMLNode, size: (Int, Int), attributes: [(XMLNode, Attribute)])? {
    switch format {
    case .docx: word(holder, fitting)
    case .odt: openDocument(holder)
    }
  }

  // MARK: Word

  private static func word(
    _ holder: XMLNode, _ fitting: Fitting
  ) -> (frame: XMLNode, size: (Int, Int), attributes: [(XMLNode, Attribute)])? {
    guard let frame = holder.parent,
      let extent = frame.firstChild("extent", in: Namespace.wordDrawing),
      let width = extent.attribute("cx").flatMap(Int.init),
      let height = extent.attribute("cy").flatMap(Int.init), width > 0, height > 0,
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
    _ holder: XMLNode
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
    return (frame, (width, height), attributes)
  }
}
