package import Publishing

/// Makes PDFs of documents with LibreOffice, many with each start of it.
///
/// LibreOffice is not trusted: it runs in a process group of its own, with a profile, an environment
/// and typefaces made for the run, with limited memory and time, and what it wrote is read back.
package final class Press: Sendable {
  /// The version of LibreOffice, such as `7.4.7.2`.
  package let version: String
  private let program: String
  private let folder: WorkFolder
  private let setup: PrintingSetup

  /// Finds LibreOffice and the typeface, and makes a folder for what is in work.
  package init(_ setup: PrintingSetup) throws(PrintingFailure) {
    guard let program = Self.program(in: setup.programs) else { throw .noProgram }
    guard let typeface = Typeface(in: setup.typefaces) else { throw .noTypeface }
    let folder = try WorkFolder(in: setup.temporary)
    for name in ["in", "out", "cache", "home"] { try folder.makeFolder(name) }
    let fonts = typeface.configuration(
      folders: setup.typefaces, cache: folder.path + "/cache")
    try folder.write(Array(fonts.utf8), to: "fonts.conf")
    self.setup = setup
    self.program = program
    self.folder = folder
    version = try Self.version(of: program, setup, folder)
  }

  private static func program(in folders: [String]) -> String? {
    let files = SystemFiles()
    for name in ["soffice", "libreoffice"] {
      for folder in folders where folder.hasPrefix("/") {
        // Distributions put a link there.
        switch try? files.kind(of: folder + "/" + name) {
        case .file?, .link?: return folder + "/" + name
        default: continue
        }
      }
    }
    return nil
  }

  /// A document that waits for its PDF.
  package struct Sheet: Hashable, Sendable {
    /// Its name in the folder for what is in work.
    let name: String
    /// The path that its PDF will have, for findings.
    package let path: String
  }

  /// Puts a document where LibreOffice finds it.
  ///
  /// `number` is another one for each document, `format` the ending of its name, such as `odt`, and
  /// `path` the path that its PDF will have.
  package func lay(
    _ bytes: [UInt8], number: Int, format: String, path: String
  ) throws(PublishingFailure) -> Sheet {
    let sheet = Sheet(name: "\(number).\(format)", path: path)
    try folder.put(bytes, at: "in/" + sheet.name)
    return sheet
  }

  /// The PDFs of documents, in their order, made with one start of LibreOffice.
  package func print(_ sheets: [Sheet]) throws(PrintingFailure) -> [PrintedPaper] {
    guard let first = sheets.first else { return [] }
    let run = String(first.name.prefix { $0 != "." })
    defer {
      folder.remove("profile" + run)
      for sheet in sheets { folder.remove("in/" + sheet.name) }
    }
    try folder.makeFolder("profile" + run)
    try folder.makeFolder("profile" + run + "/user")
    try folder.write(Array(Profile.content.utf8), to: "profile\(run)/user/\(Profile.name)")
    let seconds = setup.startSeconds + setup.documentSeconds * sheets.count
    let status = try Self.run(
      program,
      [
        "-env:UserInstallation=file://\(folder.path)/profile\(run)", "--headless", "--invisible",
        "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard", "--convert-to",
        "pdf:writer_pdf_Export", "--outdir", folder.path + "/out",
      ] + sheets.map { folder.path + "/in/" + $0.name }, log: "log" + run, folder, seconds: seconds)
    var papers: [PrintedPaper] = []
    for sheet in sheets {
      let name = "out/\(sheet.name.prefix { $0 != "." }).pdf"
      // The last PDF of a run that was ended may be half written, all others are not.
      guard let bytes = try folder.read(name), status != nil || sheet != sheets.last else {
        guard let status else { throw .timedOut(path: sheet.path, seconds: seconds) }
        let words = try folder.read("log" + run).map(Self.words) ?? ""
        throw .noPDF(path: sheet.path, status: status, words: words)
      }
      folder.remove(name)
      do throws(PDFFailure) {
        let file = try PDFFile(bytes)
        // LibreOffice takes what it cannot open for a text without letters.
        guard !file.faces.isEmpty else { throw .noPDF }
        papers.append(PrintedPaper(file))
      } catch {
        if error == .unknownForm { throw .unreadable(path: sheet.path) }
        throw .noPDF(path: sheet.path, status: status ?? 0, words: "")
      }
    }
    return papers
  }

  // MARK: Running

  /// How much memory LibreOffice may ask for, in KiB: many times what a document of ours takes.
  private static let memory = 4 << 20

  private static func run(
    _ program: String, _ arguments: [String], log: String, _ folder: WorkFolder, seconds: Int
  ) throws(PrintingFailure) -> Int? {
    let child = ChildProgram(
      [program] + arguments,
      environment: [
        "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder.path)/home",
        "TMPDIR=\(folder.path)/home", "LC_ALL=C.UTF-8", "TZ=UTC", "SAL_USE_VCLPLUGIN=svp",
        "FONTCONFIG_FILE=\(folder.path)/fonts.conf",
      ], folder: folder.path, seconds: seconds, memory: memory)
    return try child.run(log: "\(folder.path)/\(log)")
  }

  /// `LibreOffice 7.4.7.2 40(Build:2)`: the second word.
  private static func version(
    of program: String, _ setup: PrintingSetup, _ folder: WorkFolder
  ) throws(PrintingFailure) -> String {
    let status = try run(
      program, ["-env:UserInstallation=file://\(folder.path)/profile", "--version"],
      log: "version", folder, seconds: setup.startSeconds)
    guard status == 0, let said = try folder.read("version") else {
      throw .notStarted(program: program, code: Int32(status ?? 0))
    }
    let words = Self.words(said).split(separator: " ")
    return words.count > 1 ? String(words[1]) : ""
  }

  /// The first words of a log, on one line.
  private static func words(_ log: [UInt8]) -> String {
    let text = String(decoding: log.prefix(400), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
