/// A path inside a published folder that cannot lead out of it.
package struct RelativePath: Hashable, Sendable, CustomStringConvertible {
  /// The names from the folder down to the file.
  package let components: [String]
  /// The names joined by `/`.
  package var description: String { components.joined(separator: "/") }

  /// Creates a path; nil when it is empty, absolute, or holds `.`, `..`, an empty name, a control
  /// character or a name of more than 255 bytes.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && part.utf8.count <= 255
        && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    guard isSafe else { return nil }
    components = parts
  }
}

extension RelativePath {
  /// The list of what a folder holds, at its top.
  package static let manifestName = "manifest.json"
  /// The folder that keeps what a person edited or placed by hand.
  package static let keptName = "da-sua-tay"

  /// True where only this room may write.
  var isReserved: Bool {
    components == [Self.manifestName] || components.first == Self.keptName
      || components == [Ledger.stagedName]
  }

  /// True for the file by which an office program marks a document as open.
  ///
  /// It comes and goes with the program and holds no work.
  static func isOfficeLock(_ name: String) -> Bool {
    (name.hasPrefix(".~lock.") && name.hasSuffix("#")) || name.hasPrefix("~$")
  }
}
