internal import Foundation

/// A machine with a LibreOffice that does what a test says, and typefaces of nothing but a header.
public final class FakeOffice: Sendable {
  /// Where everything lies; `work` holds what the program under test leaves.
  public let folder: TemporaryFolder
  /// The folder of programs.
  public var programs: String { folder.path + "/bin" }
  /// The folder of typefaces.
  public var typefaces: String { folder.path + "/fonts" }
  /// The folder for what is in work.
  public var temporary: String { folder.path + "/work" }

  /// What makes a PDF of each document, word for word: `pages.pdf` beside the script.
  public static let honest = """
    for file in $files; do cp "$here/pages.pdf" "$out/$(basename "${file%.*}").pdf"; done
    """

  /// Makes the machine.
  ///
  /// - Parameters:
  ///   - deeds: What the program does, in the language of sh, when it is not asked for its version:
  ///     `$files` are the documents, `$out` is the folder for PDFs, `$here` that of the program.
  ///   - pages: The PDF that lies beside the program.
  ///   - version: The version of the typeface; nil for none.
  /// - Throws: what kept a file from being written.
  public init(_ deeds: String = honest, pages: [UInt8] = [], version: UInt8? = 2) throws {
    folder = try TemporaryFolder()
    try folder.put("", at: "work/.keep")
    try folder.put(
      """
      #!/bin/sh
      case "$*" in *--version*) echo "LibreOffice 9.8.7 abc"; exit 0;; esac
      here="$(dirname "$0")"
      for word; do
        case "$word" in */in/*) files="$files $word";; */out) out="$word";; esac
      done
      \(deeds)

      """, at: "bin/soffice")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: programs + "/soffice")
    try Data(pages).write(to: URL(filePath: programs + "/pages.pdf"))
    try folder.put("", at: "fonts/.keep")
    if let version { try layTypeface(version) }
  }

  /// Lays files that say they are Liberation Serif of a version.
  private func layTypeface(_ version: UInt8) throws {
    var face: [UInt8] = [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    face += Array("head".utf8) + [0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 8]
    face += [0, 1, 0, 0, 0, version, 0, 0]
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
      try folder.put("", at: "fonts/truetype/liberation/LiberationSerif-\(style).ttf")
      try Data(face).write(
        to: URL(filePath: typefaces + "/truetype/liberation/LiberationSerif-\(style).ttf"))
    }
  }

  /// A PDF of some pages, each with a line in a face that is in the file.
  public static func pdf(pages: Int, face: String = "BAAAAA+LiberationSerif") -> [UInt8] {
    let kids = (0..<pages).map { "\(7 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count \(pages)/Kids[\(kids)]/MediaBox[0 0 595 842]/Resources 3 0 R>>",
      "<</Font<</F1 4 0 R>>>>",
      "<</Type/Font/Subtype/TrueType/BaseFont/\(face)/FontDescriptor 5 0 R>>",
      "<</Type/FontDescriptor/FontName/\(face)/Flags 4/FontFile2 6 0 R>>",
      "<</Length 4>>\nstream\nface\nendstream",
    ]
    for page in 0..<pages {
      objects.append("<</Type/Page/Parent 2 0 R/Contents \(8 + 2 * page) 0 R>>")
      let text = "BT /F1 12 Tf 72 720 Td (Trang \\(\(page + 1)\\)) Tj ET"
      objects.append("<</Length \(text.utf8.count)>>\nstream\n\(text)\nendstream")
    }
    objects.append("<</Producer(LibreOffice 9.8)/CreationDate(D:20261122221413Z)/Title<FEFF1EBF>>>")
    var file = "%PDF-1.6\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      file += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    file += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R/Info \(objects.count) 0 R"
    file += "/ID[<00><00>]>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}

/// Whether programs that are not ours are there; in CI they are, and a test that misses one fails.
public enum OtherPrograms {
  /// True when LibreOffice and poppler are there, or must be.
  public static let areThere =
    ProcessInfo.processInfo.environment["CI"] != nil
    || ["soffice", "pdfinfo", "pdffonts", "pdftotext"].allSatisfy { find($0) != nil }

  /// Where a program stands.
  public static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { $0 + "/" + name }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// What a program says, on either stream, of the arguments given.
  public static func run(_ name: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: find(name) ?? name)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
