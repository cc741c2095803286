package import Diagnostics

/// Compares a published folder with its manifest.
package enum Verification {
  /// Reads the manifest and looks at every file; nothing is written.
  ///
  /// What a person keeps in `da-sua-tay/` is passed over. No link is followed.
  ///
  /// - Parameters:
  ///   - folder: The published folder.
  ///   - files: The file operations.
  ///   - leftOverTags: The template tags still visible in a document, given its bytes and its
  ///     format (`docx`, `odt`, …); this room knows no archive and no XML.
  /// - Returns: what the manifest lists, when it can be read, and an error for each file that is
  ///   missing, altered, extra, a link, or holds left-over tags.
  package static func verify(
    folder: String, files: any FileOperations = SystemFiles(),
    leftOverTags: (_ bytes: [UInt8], _ format: String) -> [String]
  ) -> Diagnosed<FolderListing> {
    do throws(PublishingFailure) {
      _ = try files.names(in: folder)  // A folder that is not there is another fault.
      guard let listing = try FolderListing(of: folder, files: files),
        listing.generator.name == Manifest.Program.ownName
      else { return Diagnosed(nil, [.noManifest(folder)]) }
      let visit = Visit(folder: folder, files: files)
      return Diagnosed(listing, try visit.findings(for: listing, leftOverTags: leftOverTags))
    } catch {
      return Diagnosed(nil, [error.diagnostic])
    }
  }
}

/// One walk over a published folder.
private struct Visit {
  let folder: String
  let files: any FileOperations

  func findings(
    for listing: FolderListing, leftOverTags: ([UInt8], String) -> [String]
  ) throws(PublishingFailure) -> [Diagnostic] {
    let entries = try FileTree.entries(in: folder, files: files)
    let kinds = Dictionary(entries.map { ($0.path, $0.kind) }) { first, _ in first }
    var findings: [Diagnostic] = []
    var listed: Set<String> = []
    func compare(
      _ file: WrittenFile, _ leftOverTags: ([UInt8]) -> [String]
    ) throws(PublishingFailure) {
      listed.insert(file.path)
      let place = Place.file(folder + "/" + file.path)
      switch kinds[file.path] {
      case nil: findings.append(.missing(file.path, at: place))
      case .file(let size):
        findings += try findingsInside(file, size, at: place, leftOverTags: leftOverTags)
      case .folder, .link, .special: break  // Told below, with the others of its kind.
      }
    }
    for document in listing.documents {
      try compare(document.file) { leftOverTags($0, document.format) }
    }
    // Tags are looked for in documents only; of another file the hash says enough.
    for file in listing.files { try compare(file) { _ in [] } }
    for entry in entries where !isPassedOver(entry.path) {
      let place = Place.file(folder + "/" + entry.path)
      if case .file = entry.kind {
        if !listed.contains(entry.path) { findings.append(.extra(entry.path, at: place)) }
      } else {
        findings.append(.link(entry.path, at: place))
      }
    }
    return findings
  }

  private func findingsInside(
    _ file: WrittenFile, _ size: Int, at place: Place, leftOverTags: ([UInt8]) -> [String]
  ) throws(PublishingFailure) -> [Diagnostic] {
    // A file of another size is altered without reading it: somebody may have put a film there.
    guard size == file.bytes else { return [.altered(file.path, at: place)] }
    let bytes = try files.read(folder + "/" + file.path)
    var findings: [Diagnostic] = []
    if SHA256Sum(of: bytes) != file.sha256 {
      findings.append(.altered(file.path, at: place))
    }
    let tags = leftOverTags(bytes)
    if !tags.isEmpty { findings.append(.leftOver(tags, in: file.path, at: place)) }
    return findings
  }

  private func isPassedOver(_ path: String) -> Bool {
    path == RelativePath.manifestName || path.hasPrefix(RelativePath.keptName + "/")
      || RelativePath.isOfficeLock(String(path.split(separator: "/").last ?? ""))
  }
}

extension Diagnostic {
  fileprivate static func noManifest(_ folder: String) -> Diagnostic {
    .error(
      Code("PB013"),
      "“\(folder)” không có \(RelativePath.manifestName) đọc được của chương trình",
      at: .file(folder + "/" + RelativePath.manifestName),
      help: "kiểm tra lại tên thư mục, hoặc lập lại bằng thidua build")
  }

  fileprivate static func missing(_ path: String, at place: Place) -> Diagnostic {
    .error(
      Code("PB014"), "thiếu tệp “\(path)” có trong danh mục", at: place,
      help: "lập lại bằng thidua build")
  }

  fileprivate static func altered(_ path: String, at place: Place) -> Diagnostic {
    .error(
      Code("PB015"), "tệp “\(path)” đã bị sửa sau khi lập", at: place,
      help: "sửa dữ liệu hoặc mẫu rồi lập lại; bản sửa tay được giữ ở \(RelativePath.keptName)")
  }

  fileprivate static func extra(_ path: String, at place: Place) -> Diagnostic {
    .error(
      Code("PB016"), "tệp “\(path)” không có trong danh mục", at: place,
      help: "chuyển tệp này sang thư mục khác")
  }

  fileprivate static func link(_ path: String, at place: Place) -> Diagnostic {
    .error(
      Code("PB017"), "“\(path)” là liên kết hoặc thiết bị, không phải tệp thường", at: place,
      help: "xóa nó rồi lập lại bằng thidua build")
  }

  fileprivate static func leftOver(
    _ tags: [String], in path: String, at place: Place
  ) -> Diagnostic {
    let shown = tags.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    let more = tags.count > 3 ? " và \(tags.count - 3) thẻ nữa" : ""
    return .error(
      Code("PB018"), "tệp “\(path)” còn sót thẻ của mẫu: \(shown)\(more)", at: place,
      help: "sửa thẻ trong mẫu rồi lập lại bằng thidua build")
  }
}
