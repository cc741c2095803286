internal import Composition
internal import Diagnostics
package import Dossier
internal import LocatedJSON
internal import Publishing
internal import Templating

/// The one room where rooms meet: each command of the program is one function here.
package enum Pipeline {
  /// `thidua check`: reads a period and reports everything it finds, in one pass; with a step of
  /// the dossier, what concerns that step; `regulations` is a folder of packs that add to or replace
  /// the program's own.
  package static func check(
    _ period: String, at stage: Stage? = nil, regulations: String? = nil, in world: World
  ) -> RunResult {
    let tail = "thidua check không ghi gì"
    do throws(PublishingFailure) {
      guard try world.isFolder(period) else { return RunResult([.noPeriod(period)], tail: tail) }
      let reading = try PeriodReader(world: world).read(period)
      guard let dossier = reading.dossier else { return RunResult(reading.findings, tail: tail) }
      let law = try AppliedLaw.read(regulations, in: world)
      guard law.packs != nil else {
        return RunResult(reading.findings + law.findings, tail: tail)
      }
      var review = ReviewOutcomes(of: dossier, under: law)
      let composed = Composition.survey(
        dossier, decisions: review.decisions, packs: review.packs, at: stage)
      let findings = reading.findings + review.told(at: stage) + composed.findings
      return RunResult(
        findings, tail: [review.summary, tail].compactMap(\.self).joined(separator: "; "))
    } catch {
      return RunResult(error, tail: tail)
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
    let read = try readTemplate(path, world)
    guard let bytes = read.value else { return Diagnosed(nil, read.findings) }
    return Template.compile(bytes, name: path, delimiters: delimiters, limits: world.limits.compile)
  }

  /// The bytes of a template; none when they are too many to be read.
  static func readTemplate(
    _ path: String, _ world: World
  ) throws(PublishingFailure) -> Diagnosed<[UInt8]> {
    if let size = try world.size(of: path),
      let refusal = Template.refusal(of: size, name: path, limits: world.limits.compile)
    {
      return Diagnosed(nil, [refusal])
    }
    return Diagnosed(try world.files.read(path))
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
      read.findings.hasErrors ? nil : read.value?.normalisedRoot, read.findings)
  }
}
