internal import Conformance
internal import Diagnostics
internal import Publishing
internal import Templating

/// The templates of a build: the office's own, and the folder that overrides them.
struct TemplateStore {
  let world: World
  /// The folder that was asked for in place of the office's own.
  let overriding: String?
  /// The folders that are searched, the first one first.
  let folders: [String]

  /// The folders for a period: the one asked for, then `Templates` where the command runs, then
  /// `Templates` beside the period's folder or above it.
  init(world: World, overriding: String?, period: String) {
    self.world = world
    self.overriding = overriding.map(PathText.normalised)
    var folders = self.overriding.map { [$0] } ?? []
    folders.append(Self.name)
    var above = PathText.normalised(period)
    for _ in 0..<3 {
      above = PathText.folder(above)
      folders.append(PathText.join(above, Self.name))
    }
    var seen: Set<String> = []
    self.folders = folders.filter { seen.insert($0).inserted }
  }

  private static let name = "Templates"

  /// A template with the bytes it was compiled from.
  struct Loaded {
    let path: String
    let fileName: String
    let sha256: SHA256Sum
    let template: Template
    /// What its documents have in common, for the checks of form.
    let sharedParts = SharedParts()
  }

  /// The compiled template of a kind.
  ///
  /// - Throws: ``PublishingFailure`` when it is there and cannot be read.
  func load(_ name: String, format: DocumentFormat) throws(PublishingFailure) -> Diagnosed<Loaded> {
    let fileName = "\(name).\(format.rawValue)"
    for folder in folders {
      let path = PathText.join(folder, fileName)
      guard case .file = try world.files.kind(of: path) else { continue }
      let read = try Pipeline.readTemplate(path, world)
      guard let bytes = read.value else { return Diagnosed(nil, read.findings) }
      let compiled = Template.compile(bytes, name: path, limits: world.limits.compile)
      guard let template = compiled.value else { return Diagnosed(nil, compiled.findings) }
      guard template.format == format else {
        return Diagnosed(nil, [.otherFormat(path, says: format, holds: template.format)])
      }
      return Diagnosed(
        Loaded(
          path: path, fileName: fileName, sha256: SHA256Sum(of: bytes), template: template),
        compiled.findings)
    }
    return Diagnosed(nil, [.noTemplate(fileName, searched: folders)])
  }
}
