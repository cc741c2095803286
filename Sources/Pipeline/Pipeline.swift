internal import Composition
internal import Diagnostics
package import Dossier
internal import LocatedJSON
internal import Publishing
package import Templating

/// The one room where rooms meet: each command of the program is one function here.
package enum Pipeline {
  /// `thidua check`: reads a period and reports everything it finds, in one pass; with a step of
  /// the dossier, what concerns that step.
  package static func check(
    _ period: String, at stage: Stage? = nil, in world: World
  ) -> RunResult {
    let tail = "thidua check không ghi gì"
    do throws(PublishingFailure) {
      guard try world.isFolder(period) else { return RunResult([.noPeriod(period)], tail: tail) }
      let reading = try PeriodReader(world: world).read(period)
      guard let dossier = reading.dossier else { return RunResult(reading.findings, tail: tail) }
      let review = ReviewOutcomes(of: dossier)
      let composed = Composition.compose(
        dossier, decisions: review.decisions, packs: review.packs, at: stage)
      let findings = reading.findings + review.findings(at: stage) + composed.findings
      return RunResult(
        findings, tail: [review.summary, tail].compactMap(\.self).joined(separator: "; "))
    } catch {
      return RunResult(error, tail: tail)
    }
  }

  /// `thidua inspect`: the tags of a template, the data it needs, and what given data lack.
  package static func inspect(
    _ path: String, data: String?, delimiters: [Delimiters], in world: World
  ) -> RunResult {
    do throws(PublishingFailure) {
      let compiled = try compile(path, delimiters, world)
      guard let template = compiled.value else { return RunResult(compiled.findings) }
      var findings = compiled.findings
      if let data {
        let root = try readData(data, world)
        findings += root.findings
        if let value = root.value {
          findings += template.render(value, limits: world.limits.render).findings
          findings += template.unread(in: value).map { .unread($0, file: data) }
        }
      }
      let notes = template.tags.map { "\($0.text)\n  \($0.place.context ?? "")" }
      let result: JSONValue = [
        "template": .string(path),
        "tags": .array(
          template.tags.map {
            [
              "tag": .string($0.text), "part": .string($0.place.part),
              "context": .string($0.place.context),
            ]
          }), "schema": template.schema, "sample": template.sample,
      ]
      let output = String(decoding: JSONWriter.pretty(result), as: UTF8.self)
      return RunResult(
        findings, output: output, notes: notes, tail: "\(template.tags.count) thẻ trong mẫu")
    } catch {
      return RunResult(error)
    }
  }

  /// `thidua verify`: a published folder against its manifest.
  package static func verify(_ folder: String, in world: World) -> RunResult {
    let result = Verification.verify(
      folder: PathText.normalised(folder), files: world.files,
      leftOverTags: { bytes, _ in Template.leftOverTags(in: bytes) })
    let count = result.value?.documents.count ?? 0
    return RunResult(result.findings, tail: "đã đối chiếu \(count) văn bản trong \(folder)")
  }

  static func compile(
    _ path: String, _ delimiters: [Delimiters], _ world: World
  ) throws(PublishingFailure) -> Diagnosed<Template> {
    let limits = world.limits.compile
    if let size = try world.size(of: path),
      let refusal = Template.refusal(of: size, name: path, limits: limits)
    {
      return Diagnosed(nil, [refusal])
    }
    return Template.compile(
      try world.files.read(path), name: path, delimiters: delimiters, limits: limits)
  }

  /// The data of a template: any JSON value, its texts in NFC.
  static func readData(
    _ path: String, _ world: World
  ) throws(PublishingFailure) -> Diagnosed<JSONValue> {
    let limits = world.limits.json
    if let size = try world.size(of: path),
      let refusal = JSONReader.refusal(of: size, file: path, limits: limits)
    {
      return Diagnosed(nil, [refusal])
    }
    let read = JSONReader.read(try world.files.read(path), file: path, limits: limits)
    return Diagnosed(
      read.findings.hasErrors ? nil : read.value?.root.normalised, read.findings)
  }
}
