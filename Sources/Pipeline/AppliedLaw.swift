internal import Diagnostics
internal import Intake
internal import LocatedJSON
internal import Publishing
internal import Regulations

/// The law that a run applies: the packs the program brings, and those of a folder that add to or
/// replace them (`--regulations`).
struct AppliedLaw {
  /// The packs; nil when they are at fault.
  let packs: PackSet?
  /// What is wrong with them, and which of them the folder gave.
  let findings: [Diagnostic]
  /// The folder's files as a manifest names them: by their names alone.
  let files: [Manifest.Source]

  /// The program's own packs.
  private static let own = AppliedLaw(
    packs: PackSet.embedded.value, findings: PackSet.embedded.findings, files: [])

  /// Reads the folder; without one the law is the program's own.
  ///
  /// - Throws: ``PublishingFailure`` when a folder or a file cannot be read.
  static func read(_ folder: String?, in world: World) throws(PublishingFailure) -> AppliedLaw {
    guard let folder else { return own }
    guard try world.isFolder(folder) else { return fault([.noRegulationsFolder(folder)]) }
    let files = try world.dataFiles(in: PathText.normalised(folder))
      .map { (name: $0.path, bytes: $0.bytes) }
    let given = files.filter { !$0.name.lowercased().hasSuffix(".txt") }
    let names = Set(given.map(\.name))
    let notes = files.map(\.name).filter { !names.contains($0) }
      .map { Diagnostic.notJSON($0, beside: names) }
    guard !given.isEmpty else { return fault(notes + [.noPacks(folder)]) }
    let read = PackSet.embedded(adding: given, limits: world.limits.json)
    let replaceable = Set(own.packs?.packs.map(\.id) ?? [])
    let added = (read.value?.packs ?? []).filter { $0.origin.file.map(names.contains) ?? false }
    return AppliedLaw(
      packs: read.value,
      findings: notes + read.findings
        + added.map { .givenPack($0, replaces: replaceable.contains($0.id)) },
      files: given.map { file in
        Manifest.Source(path: PathText.name(file.name), sha256: SHA256Sum(of: file.bytes))
      })
  }

  private static func fault(_ findings: [Diagnostic]) -> AppliedLaw {
    AppliedLaw(packs: nil, findings: findings, files: [])
  }
}

extension Diagnostic {
  fileprivate static func noRegulationsFolder(_ path: String) -> Diagnostic {
    .error(
      Code("PL065"), "không có thư mục gói quy định “\(path)”", at: .file(path),
      help: "kiểm tra tên thư mục sau --regulations, hoặc bỏ --regulations để dùng gói có sẵn")
  }

  /// A pack whose ending an editor changed to `.json.txt`.
  fileprivate static func notJSON(_ path: String, beside packs: Set<String>) -> Diagnostic {
    let nearest = String(path.dropLast(".txt".count))
    return .passedOver(
      PathText.name(path), at: path, nearest: PathText.name(nearest),
      isTaken: packs.contains(nearest))
  }

  fileprivate static func noPacks(_ path: String) -> Diagnostic {
    .error(
      Code("PL066"), "thư mục “\(path)” không có tệp .json nào", at: .file(path),
      help: "chép tệp gói quy định vào thư mục này, hoặc bỏ --regulations để dùng gói có sẵn")
  }

  fileprivate static func givenPack(_ pack: Pack, replaces: Bool) -> Diagnostic {
    Diagnostic(
      .info, Code("PL067"),
      "gói quy định “\(pack.id)” (\(pack.instrument)) lấy từ tệp này"
        + (replaces ? ", thay gói có sẵn" : ", thêm vào các gói có sẵn"),
      at: pack.origin.file.map(Place.file) ?? pack.origin)
  }
}
