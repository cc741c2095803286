import Diagnostics
import Publishing

/// One run of the program as these tests need it: some files, a manifest, an exchange.
struct Build {
  /// Paths and texts, in the order of the manifest.
  var contents: [(path: String, text: String)]
  var replacing = Replacement.ownFolder

  /// What the ledger names the program by; nil for a run that keeps none.
  var program: String?

  /// Paths and texts of files that are no documents.
  var files: [(path: String, text: String)] = []

  /// Three documents, whose texts tell one edition from another.
  static func edition(_ number: Int, program: String? = nil) -> Build {
    var build = Build(contents: [
      ("ke-hoach/001-van-phong.docx", "kế hoạch \(number)"),
      ("ke-hoach/001-van-phong.odt", "kế hoạch odt \(number)"),
      ("ke-hoach-don-vi/phong/001-phong-tong-hop.docx", "triển khai \(number)"),
      ("luon-nhu-cu/001-van-phong.docx", "như cũ"),
    ])
    build.program = program
    return build
  }

  @discardableResult
  func run(
    _ target: String, files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) -> [String] {
    try runCounting(target, files: files).warnings
  }

  /// What a run had to say, and the paths of the documents that an earlier run had made already.
  func runCounting(
    _ target: String, files: any FileOperations = SystemFiles()
  ) throws(PublishingFailure) -> (warnings: [String], taken: [String]) {
    var staging = try StagingFolder(
      target: target, replacing: replacing, program: program, files: files)
    let former = staging.former
    var documents: [Manifest.Document] = []
    var taken: [String] = []
    for (path, text) in contents {
      let bytes = Array(text.utf8)
      // The text stands for what a document is made from.
      let key = SHA256Sum(of: Array("từ \(text)".utf8))
      let file: WrittenFile
      if let document = former?.document(madeOf: key) {
        file = try staging.take(document, to: path, madeOf: key)
        taken.append(path)
      } else {
        file = try staging.write(HashedBytes(bytes), to: path, madeOf: key)
      }
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
    return (try staging.publish(manifest).map(\.message), taken)
  }
}
