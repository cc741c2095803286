package import LocatedJSON

/// What a manifest says of the files of its folder and of the office.
///
/// The rest of it, mostly decisions and their reasons, is never in memory.
package struct FolderListing: Sendable {
  /// The program that made the folder.
  let generator: Manifest.Program
  /// The documents in the folder, one record for each file.
  package let documents: [Manifest.Document]
  /// The other files in the folder.
  let files: [WrittenFile]
  /// What is to be known of the office; an object.
  package let office: JSONValue

  /// Reads the manifest of a folder; nil when there is none, or one that does not say all this.
  ///
  /// - Throws: ``PublishingFailure`` when it is there and cannot be read.
  package init?(of folder: String, files disk: any FileOperations) throws(PublishingFailure) {
    var (generator, office): (Manifest.Program?, JSONValue?)
    var (documents, files): ([Manifest.Document], [WrittenFile]) = ([], [])
    var isReadable = true
    let scanner = try MemberScanner.read(
      folder + "/" + RelativePath.manifestName, disk,
      for: ["generator": .value, "documents": .items, "files": .items, "office": .value]
    ) { member, value in
      switch member {
      case "generator": generator = Manifest.Program(json: value)
      case "office": office = value
      case "documents":
        if let item = Manifest.Document(json: value) {
          documents.append(item)
        } else {
          isReadable = false
        }
      default:
        if let item = WrittenFile(json: value) { files.append(item) } else { isReadable = false }
      }
    }
    guard let scanner, scanner.isWhole, !scanner.hasPassedOver, isReadable,
      scanner.met.contains("documents"), let generator,
      let office, case .object = office.kind
    else { return nil }
    self.generator = generator
    self.documents = documents
    self.files = files
    self.office = office
  }
}
