internal import Diagnostics
internal import Expressions

/// A picture in its frame: where its bytes are, and how large it stands.
struct PlacedPicture: Sendable {
  /// The id of its relationship, or its path.
  var reference = ""
  /// The frame's size, in micrometres.
  var width: Int
  var height: Int
  /// What is cut off at the sides and at top and bottom, each, in thousandths of a per cent.
  var cutAcross = 0
  var cutAlong = 0
  /// The style that cuts it.
  var style = ""
}

extension Renderer {
  private static let relationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

  /// Finds the picture of a frame and how it stands there; a fault leaves the frame as it is.
  mutating func look(at slot: PictureSlot) {
    var placed = PlacedPicture(width: slot.width, height: slot.height)
    defer { picture = placed }
    guard let text = text(of: slot) else { return }
    do throws(PictureFile.Fault) {
      let bytes =
        slot.isCode
        ? try QRPicture.bytes(of: text)
        : try PictureFile.bytes(of: text, from: pictures, limit: limits.pictureBytes)
      let file = try PictureFile(bytes, pixels: limits.picturePixels)
      if file.isTurned { report(.turnedPicture(slot.site, text)) }
      placed.place(file.width, file.height, slot.fitting)
      placed.reference = reference(to: file)
      if let style = slot.style { placed.style = name(of: style, for: file, placed) }
    } catch {
      report(.badPicture(slot.site, text, error))
    }
  }

  /// The value of a picture's tag; nil when there is none to show.
  private mutating func text(of slot: PictureSlot) -> String? {
    guard let value = value(of: slot.site) else { return nil }
    switch value {
    case .text(let text): return text
    case .number(let written) where slot.isCode: return written
    case .missing(let path): miss(path, slot.site)
    case .null: report(.unknownValue(slot.site))
    default: report(.notPrintable(slot.site, value.kindInWords))
    }
    return nil
  }

  private mutating func reference(to file: PictureFile) -> String {
    switch format {
    case .odt: return shared.entry(for: file, in: "Pictures/")
    case .docx:
      let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let name = shared.entry(for: file, in: folder + "media/")
      // Seen from its own part where both lie in one folder, else from the top.
      let target = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : "/" + name
      return shared.relationship(
        to: Array(target.utf8), type: Self.relationshipType, isExternal: false, in: part)
    }
  }

  /// Makes the style that cuts a picture; its name.
  private mutating func name(
    of style: CuttingStyle, for file: PictureFile, _ placed: PlacedPicture
  ) -> String {
    // Writer measures what it cuts on the picture in its own size.
    func cut(_ share: Int, _ pixels: Int, _ size: Double) -> String {
      Self.millimetres(Int((Double(pixels) * size * Double(share) / 100_000).rounded()))
    }
    let across = cut(placed.cutAcross, file.width, file.pixelSize.across)
    let along = cut(placed.cutAlong, file.height, file.pixelSize.along)
    let name = "ThiDua_\(shared.numbers.next())"
    let clip = "rect(\(along), \(across), \(along), \(across))"
    madeStyles.append(style.head + Array(name.utf8) + style.middle + Array(clip.utf8) + style.tail)
    return name
  }

  mutating func writePicture(_ field: PictureFrame.Field, _ unit: LengthUnit) {
    guard let picture else { return }
    let text =
      switch field {
      case .width: Self.written(picture.width, unit)
      case .height: Self.written(picture.height, unit)
      case .reference: picture.reference
      case .style: picture.style
      case .cut(.left), .cut(.right): String(picture.cutAcross)
      case .cut(.top), .cut(.bottom): String(picture.cutAlong)
      }
    output.append(name: text)
  }

  /// The lines of an OpenDocument manifest for the pictures that were made.
  mutating func writeManifest(_ prefix: String) {
    shared.toldMedia = shared.media.count
    for medium in shared.media {
      output.append(
        markup: Array(
          "<\(prefix)file-entry \(prefix)full-path=\"\(medium.name)\" \(prefix)media-type=\"\(medium.kind.mediaType)\"/>"
            .utf8))
    }
  }
}

extension PlacedPicture {
  /// Fits a picture of so many pixels into the frame.
  fileprivate mutating func place(
    _ across: Int, _ along: Int, _ fitting: PictureFrame.Fitting
  ) {
    // Both products stand for the same area; the larger one says which side is too long.
    let (wide, high) = (across * height, along * width)
    switch fitting {
    case .contain where wide > high: height = max(1, width * along / across)
    case .contain: width = max(1, height * across / along)
    case .cover where wide > high: cutAcross = (wide - high) * 50_000 / wide
    case .cover: cutAlong = (high - wide) * 50_000 / high
    }
  }
}
