internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// A package that was judged: nothing in it runs, and nothing in it reaches outside.
///
/// What could run is refused. What only names something outside is taken away, with a warning;
/// then the package is written anew, so that whoever reads on sees nothing of it.
struct SafePackage {
  /// The package, without what was taken away.
  let archive: ZipArchive
  private let xml: XMLLimits

  /// A package that was judged before, or that only a reader of our own will see.
  init(unjudged archive: ZipArchive, limits: XMLLimits = .standard) {
    self.archive = archive
    xml = limits
  }

  /// The entries, in their order.
  var entries: [ZipEntry] { archive.entries }

  /// The entry of this name, if there is one.
  func entry(named name: String) -> ZipEntry? { archive.entry(named: name) }

  /// The uncompressed bytes of an entry.
  func contents(of entry: ZipEntry) throws(ZipFailure) -> [UInt8] {
    try archive.contents(of: entry)
  }

  /// The tree of an entry, if there is one that can be read.
  func document(_ name: String) -> XMLDocument? {
    guard let entry = entry(named: name), let bytes = try? contents(of: entry) else { return nil }
    return try? XMLDocument(parsing: bytes, limits: xml)
  }

  /// Opens a package and judges all it holds.
  ///
  /// - Parameters:
  ///   - bytes: the package.
  ///   - file: its name in findings.
  ///   - limits: what it may hold before it is refused.
  /// - Returns: the package, or none when a finding is an error.
  static func open(
    _ bytes: [UInt8], file: String, limits: CompileLimits
  ) -> Diagnosed<SafePackage> {
    let archive: ZipArchive
    do throws(ZipFailure) {
      archive = try ZipArchive(reading: bytes, limits: limits.package)
    } catch {
      return Diagnosed(nil, [.notAPackage(error.message, help: error.help, at: .file(file))])
    }
    var safety = PackageSafety(archive: archive, file: file, limits: limits)
    safety.judge()
    guard !safety.findings.hasErrors else { return Diagnosed(nil, safety.findings) }
    do throws(ZipFailure) {
      let clean = try safety.cleaned(limits.package)
      return Diagnosed(SafePackage(unjudged: clean, limits: limits.xml), safety.findings)
    } catch {
      return Diagnosed(
        nil, safety.findings + [.notAPackage(error.message, help: error.help, at: .file(file))])
    }
  }
}

/// The judgement of a package under way.
struct PackageSafety {
  let archive: ZipArchive
  let file: String
  let limits: CompileLimits
  private(set) var findings: [Diagnostic] = []
  /// Entries to be written in place of the package's own.
  private var changed: [String: [UInt8]] = [:]
  private var untold = 0

  init(archive: ZipArchive, file: String, limits: CompileLimits) {
    self.archive = archive
    self.file = file
    self.limits = limits
  }

  /// Looks at every part that is XML, and at the names of the others.
  mutating func judge() {
    if archive.entry(named: "mimetype") != nil, archive.entry(named: "content.xml") != nil {
      judgeOpenDocument()
    } else {
      judgeWord()
    }
    if untold > 0 { findings.append(.moreInPackage(untold, at: .file(file))) }
  }

  /// The package without what was taken away; itself when there was nothing.
  func cleaned(_ limits: ZipLimits) throws(ZipFailure) -> ZipArchive {
    guard !changed.isEmpty else { return archive }
    var writer = try ZipWriter()
    for entry in archive.entries {
      if let bytes = changed[entry.name] {
        try writer.add(
          try ZipEntry(name: entry.name, contents: bytes, stored: entry.method == .stored))
      } else {
        try writer.add(entry)
      }
    }
    return try ZipArchive(reading: try writer.finish(), limits: limits)
  }

  /// Reads a part as XML; a part that cannot be read is reported.
  mutating func read(_ entry: ZipEntry) -> XMLDocument? {
    do throws(ZipFailure) {
      let bytes = try archive.contents(of: entry)
      do throws(XMLFailure) {
        return try XMLDocument(parsing: bytes, limits: limits.xml)
      } catch {
        // What other programs keep beside the text may be UTF-16; nobody reads it but they.
        if case .encoding = error, entry.name.hasPrefix("customXml/") { return nil }
        report(.badPart(entry.name, error, at: .file(file)))
      }
    } catch {
      report(.notAPackage(error.message, help: error.help, at: .file(file)))
    }
    return nil
  }

  /// Keeps a part as it was changed.
  mutating func keep(_ document: XMLDocument, as name: String) {
    changed[name] = XMLWriter.bytes(of: document)
  }

  /// Notes a finding, up to the limit; errors always.
  mutating func report(_ finding: Diagnostic) {
    if findings.count < limits.findings {
      if !findings.contains(finding) { findings.append(finding) }
    } else {
      untold += 1
      // The verdict must not depend on how much was said before it.
      if finding.severity == .error, !findings.hasErrors { findings.append(finding) }
    }
  }

  /// The place of a part.
  func place(_ part: String) -> Place { Place(file: file, part: part) }
}

extension String {
  /// A text as findings quote it: in one line, and not longer than a line.
  var quoted: String {
    // Scalars, not characters: one character may be as long as the text.
    let scalars = unicodeScalars.prefix(61).map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F ? " " : Character(scalar)
    }
    return String(scalars.prefix(60)) + (scalars.count > 60 ? "…" : "")
  }
}
