internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// The XML parts of a package.
struct PackageParts {
  private let archive: ZipArchive
  private let name: String
  private let limits: XMLLimits
  private let shared: SharedParts?
  private var read: [String: XMLOutline] = [:]
  private let parser = XMLParser(Name.vocabulary)
  /// What was wrong with the parts asked for.
  private(set) var findings: [Diagnostic] = []

  init(_ archive: ZipArchive, name: String, limits: XMLLimits, shared: SharedParts? = nil) {
    self.limits = limits
    self.shared = shared
    self.archive = archive
    self.name = name
  }

  /// The root of a part; nil when there is none or it cannot be read, which is reported.
  ///
  /// A part that is like no other, such as the body, is not looked for among those that documents
  /// share, nor put there.
  mutating func root(
    _ part: String, isUnique: Bool = false, sieve: XMLSieve? = nil
  ) -> XMLElement? {
    if let known = read[part] { return known.root }
    guard let entry = archive.entry(named: part) else { return nil }
    let shared = isUnique ? nil : shared
    if let known = shared?.outline(of: entry, within: limits) {
      read[part] = known
      return known.root
    }
    do throws(ZipFailure) {
      let outline = try self.outline(of: entry, named: part, sieve)
      read[part] = outline
      if let outline { shared?.keep(outline, of: entry, within: limits) }
      return outline?.root
    } catch {
      findings.append(.badArchive(error, file: name))
    }
    return nil
  }

  /// Reads a part while it is uncompressed; nil when it is no XML that we take, which is reported.
  private mutating func outline(
    of entry: ZipEntry, named part: String, _ sieve: XMLSieve?
  ) throws(ZipFailure) -> XMLOutline? {
    var pieces = try archive.pieces(of: entry)
    var damage: ZipFailure?
    func next() -> [UInt8]? {
      do throws(ZipFailure) {
        return try pieces.next()
      } catch {
        damage = error
        return nil
      }
    }
    var outline: XMLOutline?
    var fault: XMLFailure?
    do throws(XMLFailure) {
      outline = try parser.outline(
        bytes: entry.size, limits: limits, sieve: sieve, from: next)
    } catch {
      fault = error
      // What is damaged is not blamed for what it says.
      while damage == nil, next() != nil {}
    }
    if let damage { throw damage }
    if let fault { findings.append(.badPart(part, fault, file: name)) }
    return outline
  }

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

/// Where the paragraphs that were read stand among the nodes of their parts.
struct ParagraphPlaces {
  private var parts: [(name: String, places: [Int])] = []
  /// The paragraphs of the body that were let go while it was read.
  var gone = ParagraphsGone()
  /// The part with the body, of which paragraphs may be gone.
  private let body: String

  init(body: String) { self.body = body }

  /// Adds a paragraph; returns its index among those of its part.
  mutating func add(_ place: Int, of part: String) -> Int {
    let before = part == body ? gone.count(before: place) : 0
    // A document has a part or two with paragraphs.
    guard let known = parts.firstIndex(where: { $0.name == part }) else {
      parts.append((part, [place]))
      return before
    }
    parts[known].places.append(place)
    return before + parts[known].places.count - 1
  }

  /// The places of a part, in the order of the indices.
  subscript(part: String) -> [Int] { parts.first { $0.name == part }?.places ?? [] }
}

extension FinishedDocument {
  /// Reads the bytes of a DOCX or an ODT; `name` is the file that findings carry.
  ///
  /// Of long tables the rows to which nothing is to be said are left out, when so many rows of each
  /// are kept in any case; nil keeps them all.
  static func read(
    _ bytes: [UInt8], name: String, limits: LintLimits = .standard, shared: SharedParts? = nil,
    keepingRows kept: Int? = nil
  ) -> Diagnosed<FinishedDocument> {
    let archive: ZipArchive
    do throws(ZipFailure) {
      archive = try ZipArchive(reading: bytes, limits: limits.package)
    } catch {
      return Diagnosed(nil, [.badArchive(error, file: name)])
    }
    var parts = PackageParts(archive, name: name, limits: limits.xml, shared: shared)
    if let mime = parts.bytes("mimetype") {
      let type = String(decoding: mime, as: UTF8.self).trimmed
      guard type == "application/vnd.oasis.opendocument.text" else {
        return Diagnosed(nil, [.notADocument(name)])
      }
      var reader = OpenDocumentReader(&parts, keepingRows: kept)
      return finish(reader?.document(), parts, name)
    }
    var reader = WordReader(&parts, keepingRows: kept)
    return finish(reader?.document(), parts, name)
  }

  /// Where the paragraphs of a part stand among its nodes, in the order of their indices; empty
  /// when the package cannot be read.
  static func places(of part: String, in parts: inout PackageParts, isWord: Bool) -> [Int] {
    if isWord {
      var reader = WordReader(&parts)
      _ = reader?.document()
      return reader?.places[part] ?? []
    }
    var reader = OpenDocumentReader(&parts)
    _ = reader?.document()
    return reader?.places[part] ?? []
  }

  private static func finish(
    _ document: FinishedDocument?, _ parts: PackageParts, _ name: String
  ) -> Diagnosed<FinishedDocument> {
    guard parts.findings.isEmpty else { return Diagnosed(nil, parts.findings) }
    return document.map { Diagnosed($0) } ?? Diagnosed(nil, [.notADocument(name)])
  }
}
