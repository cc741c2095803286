import Diagnostics
import Publishing

/// One run of the program as these tests need it: some files, a manifest, an exchange.
struct Build {
  /// Paths and texts, in the order of the manifest.
  var contents: [(path: String, text: String)]
  var replacing = Replacement.ownFolder

  /// Paths and texts of files that are no documents.
  var files: [(path: String, text: String)] = []

  /// Three documents, whose texts tell one edition from another.
  static func edition(_ number: Int) -> Build {
    Build(contents: [
      ("ke-hoach/001-van-phong.docx", "kế hoạch \(number)"),
      ("ke-hoach/001-van-phong.odt", "kế hoạch odt \(number)"),
      ("ke-hoach-don-vi/phong/001-phong-tong-hop.docx", "triển khai \(number)"),
    ])
  }

  @discardableResult
  func run(
    _ target: String, files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) -> [String] {
    var staging = try StagingFolder(target: target, replacing: replacing, files: files)
    var documents: [Manifest.Document] = []
    for (path, text) in contents {
      let file = try staging.write(Array(text.utf8), to: path)
      documents.append(
        Manifest.Document(
          id: "d\(documents.count)", kind: "ke-hoach",
          format: path.hasSuffix("odt") ? "odt" : "docx",
          file: file, state: .draft, form: "nd30", medium: .paper))
    }
    var manifest = Manifest(
      period: "2026-phat-dong", generator: .thidua("1.0.0"), documents: documents)
    for (path, text) in self.files {
      manifest.files.append(try staging.write(Array(text.utf8), to: path))
    }
    return try staging.publish(manifest).map(\.message)
  }
}
