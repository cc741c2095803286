internal import ArgumentParser
internal import Dossier

/// The value of `--stage`.
enum StageOption {
  /// The step that a text names; a usage error that lists them all where it names none.
  @Sendable static func stage(_ text: String) throws -> Stage {
    guard let stage = Stage(rawValue: text) else {
      let known = Stage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--stage nhận \(known); đã gõ “\(text)”")
    }
    return stage
  }
}
