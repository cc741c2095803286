internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// The XML parts of a package.
struct PackageParts {
  private let archive: ZipArchive
  private let name: String
  private let limits: XMLLimits
  private var read: [String: XMLNode] = [:]
  /// What was wrong with the parts asked for.
  private(set) var findings: [Diagnostic] = []

  init(_ archive: ZipArchive, name: String, limits: XMLLimits) {
    self.limits = limits
    self.archive = archive
    self.name = name
  }

  /// The root of a part; nil when there is none or it cannot be read, which is reported.
  mutating func root(_ part: String) -> XMLNode? {
    if let known = read[part] { return known }
    guard let entry = archive.entry(named: part) else { return nil }
    do throws(ZipFailure) {
      let bytes = try archive.contents(of: entry)
      do throws(XMLFailure) {
        let root = try XMLDocument(parsing: bytes, limits: limits).root
        read[part] = root
        return root
      } catch {
        findings.append(.badPart(part, error, file: name))
      }
    } catch {
      findings.append(.badArchive(error, file: name))
    }
    return nil
  }

  /// Takes a tree for a part, so that what is read of it are nodes of this tree.
  mutating func use(_ root: XMLNode, for part: String) { read[part] = root }

  /// The bytes of a part that is no XML, such as a picture.
  func bytes(_ part: String) -> [UInt8]? {
    archive.entry(named: part).flatMap { try? archive.contents(of: $0) }
  }

  /// The heads of the pictures below a folder, by the names of their entries.
  func pictures(in folder: String) -> [String: PictureFile] {
    var found: [String: PictureFile] = [:]
    for entry in archive.entries where entry.name.hasPrefix(folder) && entry.size <= 16 << 20 {
      if let bytes = try? archive.contents(of: entry) { found[entry.name] = PictureFile(bytes) }
    }
    return found
  }

  /// True when the package has the part.
  func has(_ part: String) -> Bool { archive.entry(named: part) != nil }
}

extension FinishedDocument {
  /// Reads the bytes of a DOCX or an ODT; `name` is the file that findings carry.
  static func read(
    _ bytes: [UInt8], name: String, limits: LintLimits = .standard
  ) -> Diagnosed<FinishedDocument> {
    let archive: ZipArchive
    do throws(ZipFailure) {
      archive = try ZipArchive(reading: bytes, limits: limits.package)
    } catch {
      return Diagnosed(nil, [.badArchive(error, file: name)])
    }
    var parts = PackageParts(archive, name: name, limits: limits.xml)
    if let mime = parts.bytes("mimetype") {
      let type = String(decoding: mime, as: UTF8.self).trimmed
      guard type == "application/vnd.oasis.opendocument.text" else {
        return Diagnosed(nil, [.notADocument(name)])
      }
      var reader = OpenDocumentReader(&parts)
      return finish(reader?.document(), parts, name)
    }
    var reader = WordReader(&parts)
    return finish(reader?.document(), parts, name)
  }

  /// The paragraphs of a part as elements, in the order of their indices; empty when the package
  /// cannot be read.
  static func nodes(of part: String, in parts: inout PackageParts, isWord: Bool) -> [XMLNode] {
    if isWord {
      var reader = WordReader(&parts)
      _ = reader?.document()
      return reader?.nodes[part] ?? []
    }
    var reader = OpenDocumentReader(&parts)
    _ = reader?.document()
    return reader?.nodes[part] ?? []
  }

  private static func finish(
    _ document: FinishedDocument?, _ parts: PackageParts, _ name: String
  ) -> Diagnosed<FinishedDocument> {
    guard parts.findings.isEmpty else { return Diagnosed(nil, parts.findings) }
    return document.map { Diagnosed($0) } ?? Diagnosed(nil, [.notADocument(name)])
  }
}
