internal import Glibc
package import Printing
package import Publishing

/// How far a build has come.
package struct BuildProgress: Hashable, Sendable {
  /// The documents that are done.
  package var done: Int
  /// All documents of the build.
  package let total: Int

  /// Creates the state of a build.
  package init(done: Int = 0, total: Int) {
    self.done = done
    self.total = total
  }
}

/// Everything outside the program that a run may touch; tests give one of their own.
package struct World: Sendable {
  /// The disk.
  package let files: any FileOperations
  /// How many documents are filled at the same time.
  package let workers: Int
  /// What files from anywhere may cost.
  package let limits: SafetyLimits
  /// What tells this program from any that would make other bytes of the same inputs; nil when no
  /// document of an earlier run may be taken over.
  package var program = ProgramIdentity.current
  /// Told how far a build has come, after each document.
  package var report: (@Sendable (BuildProgress) -> Void)?
  /// Called when a build can no longer be taken back: whoever stops it from here on waits.
  package var commit: @Sendable () -> Void = {}
  /// Measures the stages of a build.
  package var stopwatch: Stopwatch?
  /// Where LibreOffice is looked for, and how long it may take.
  package let printing: PrintingSetup

  /// Creates a world.
  package init(
    files: any FileOperations = SystemFiles(), workers: Int = 1, limits: SafetyLimits = .standard,
    printing: PrintingSetup = .ofSystem
  ) {
    self.limits = limits
    self.files = files
    self.workers = max(1, workers)
    self.printing = printing
  }

  /// The size of a file before it is read; nil where it is not known.
  func size(of path: String) throws(PublishingFailure) -> Int? {
    guard case .file(let bytes) = try files.kind(of: path) else { return nil }
    return bytes
  }

  /// The `.json` files of a folder, in the order of their names.
  ///
  /// Those are included whose ending an editor changed: `.JSON`, `.json.txt`. Who does not read one
  /// tells the clerk why.
  ///
  /// - Throws: ``PublishingFailure`` when the folder or a file cannot be read.
  func dataFiles(
    in folder: String
  ) throws(PublishingFailure) -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    for name in try files.names(in: folder)
    where name.lowercased().hasSuffix(".json") || name.lowercased().hasSuffix(".json.txt") {
      let path = PathText.join(folder, name)
      guard case .file = try files.kind(of: path) else { continue }
      found.append((path, try files.read(path)))
    }
    return found
  }

  /// Ends the programs that a run has started; may be called where a signal is handled.
  package static func endPrograms() { RunningPrograms.endAll() }

  /// A path from the root of the disk; the path itself where there is none.
  func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The version of the program, as manifests name it.
  package static let version = "0.1.0"
}
