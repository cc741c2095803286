internal import Diagnostics
internal import Dossier
internal import Intake
internal import Publishing

/// A period as it was read: its dossier, and the files it was read from.
struct PeriodReading {
  /// The folder's own name, also for `.`.
  let name: String
  let dossier: Dossier?
  let findings: [Diagnostic]
  /// The files as the clerk sees their paths, each with what a manifest says of it: its path
  /// relative to the period's folder, in the order of these, and its hash.
  let inputs: [(file: String, source: Manifest.Source)]
}

/// Reads the JSON of a period's folder and of the shared folder it names.
struct PeriodReader {
  let world: World

  /// - Throws: ``PublishingFailure`` when a folder or a file cannot be read.
  func read(_ folder: String) throws(PublishingFailure) -> PeriodReading {
    let shown = PathText.normalised(folder)
    var inputs: [(path: String, file: InputFile)] = []
    for file in try files(in: shown, isShared: false) {
      inputs.append((PathText.name(file.path), file))
    }
    var shared = PeriodFiles.SharedFolder.notNamed
    let dot = inputs.first { $0.path == Self.periodFile }?.file
    if let dot, let relative = Intake.sharedFolder(in: dot, limits: world.limits.json) {
      let path = PathText.join(shown, relative)
      if case .folder = try world.files.kind(of: path) {
        shared = .read(path)
        for file in try files(in: path, isShared: true) {
          let name = PathText.name(file.path)
          inputs.append((PathText.join(relative, name), file))
        }
      } else {
        shared = .missing(path)
      }
    }
    let period = PeriodFiles(folder: shown, sharedFolder: shared, files: inputs.map(\.file))
    let result = Intake.read(period, limits: world.limits.json)
    return PeriodReading(
      name: ownName(of: shown), dossier: result.value, findings: result.findings,
      inputs: inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        .map { path, file in
          (file.path, Manifest.Source(path: path, sha256: SHA256Sum(of: file.bytes)))
        })
  }

  private static let periodFile = "dot.json"

  private func files(
    in folder: String, isShared: Bool
  ) throws(PublishingFailure) -> [InputFile] {
    try world.dataFiles(in: folder).map { file in
      InputFile(path: file.path, bytes: file.bytes, isShared: isShared)
    }
  }

  /// The folder's own name, which its dossier and its output bear.
  private func ownName(of folder: String) -> String {
    let name = PathText.name(folder)
    return name == "." || name == ".." ? PathText.name(world.absolutePath(folder)) : name
  }
}
