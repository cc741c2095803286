internal import Diagnostics
internal import LocatedJSON
internal import Publishing
package import Templating

extension Pipeline {
  /// `thidua render`: fills one template of any origin with any JSON.
  package static func render(_ request: RenderRequest, in world: World) -> RunResult {
    let untouched = "chưa ghi tệp nào"
    do throws(PublishingFailure) {
      let compiled = try compile(request.template, request.delimiters, world)
      let data = try readData(request.data, world)
      var findings = compiled.findings + data.findings
      guard let template = compiled.value, let root = data.value else {
        return RunResult(findings, tail: untouched)
      }
      guard request.output.lowercased().hasSuffix(".\(template.format.rawValue)") else {
        findings.append(.outputSuffix(request.output, format: template.format))
        return RunResult(findings, status: .usage, tail: untouched)
      }
      let filled = template.render(
        root, missing: request.missing, limits: world.limits.render,
        pictures: .files(beside: request.data), name: request.output)
      findings += filled.findings
      guard let bytes = filled.value else { return RunResult(findings, tail: untouched) }
      try FilePublisher.write(bytes, to: request.output, files: world.files)
      return RunResult(findings, tail: "đã ghi \(request.output)")
    } catch {
      return RunResult(error, tail: untouched)
    }
  }
}

extension PictureSource {
  /// The pictures below the folder of a data file, wherever the command runs; no link is followed.
  static func files(beside data: String) -> PictureSource {
    let folder = PathText.folder(data)
    return PictureSource { (path, limit) throws(Failure) in
      guard let place = RelativePath(path) else { throw .notFound }
      do throws(EnclosedFile.Failure) {
        return try EnclosedFile.read(place, in: folder, limit: limit)
      } catch {
        switch error {
        case .notFound: throw .notFound
        case .tooLarge: throw .tooLarge(limit: limit)
        case .refused(let why): throw .unreadable(why)
        }
      }
    }
  }
}

/// What `thidua render` is asked for.
package struct RenderRequest: Sendable {
  /// The template.
  package var template: String
  /// The JSON file.
  package var data: String
  /// The document to write.
  package var output: String
  /// The pairs of signs that are read as tags.
  package var delimiters: [Delimiters]
  /// What a missing name becomes.
  package var missing: MissingPolicy

  /// Creates a request.
  package init(
    template: String, data: String, output: String,
    delimiters: [Delimiters] = Delimiters.families, missing: MissingPolicy = .error
  ) {
    self.template = template
    self.data = data
    self.output = output
    self.delimiters = delimiters
    self.missing = missing
  }
}
