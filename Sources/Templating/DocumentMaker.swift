internal import Diagnostics
internal import LocatedJSON
internal import ZipContainer

/// Makes the parts of one document, in the order in which they need one another.
struct DocumentMaker {
  let template: Template
  let data: JSONValue
  let keys: KeyIndex
  let missing: MissingPolicy
  let limits: RenderLimits
  let pictures: PictureSource
  var shared: SharedState
  private(set) var findings: [Diagnostic] = []
  /// The parts that are made, by their place in the template.
  private var made: [ZipEntry?]

  init(
    template: Template, data: JSONValue, keys: KeyIndex, missing: MissingPolicy,
    limits: RenderLimits, pictures: PictureSource
  ) {
    self.template = template
    self.data = data
    self.keys = keys
    self.missing = missing
    self.limits = limits
    self.pictures = pictures
    shared = SharedState(numbers: template.numbers)
    made = Array(repeating: nil, count: template.parts.count)
  }

  /// Takes a part that was made already.
  mutating func take(_ entry: ZipEntry, at index: Int) { made[index] = entry }

  /// Makes what is not made yet, and the package; a document with faults is made for their sake.
  mutating func document(from first: Template.Stage) throws(ZipFailure) -> [UInt8] {
    let stages = Template.Stage.allCases.drop { $0 != first }
    for stage in stages {
      for (index, part) in template.parts.enumerated()
      where part.stage == stage && made[index] == nil {
        guard let (name, program) = part.program else { continue }
        // The first item's header stands under the template's own name.
        if let own = shared.parts.first(where: { $0.name == name }) {
          made[index] = own.entry
        } else {
          made[index] = try make(program, name, part: name)
        }
      }
    }
    var entries = zip(template.parts, made).compactMap { part, entry in entry ?? part.copied }
    for header in shared.parts where header.name != header.model {
      entries.append(header.entry)
      if let list = try relationships(of: header) { entries.append(list) }
    }
    // Pictures are compressed already.
    for medium in shared.media {
      entries.append(try ZipEntry(name: medium.name, contents: medium.bytes, stored: true))
    }
    checkRelationships(entries)
    var writer = try ZipWriter()
    for entry in entries { try writer.add(entry) }
    return try writer.finish()
  }

  /// Whether what the parts came to name while they were made is listed, and there.
  private mutating func checkRelationships(_ entries: [ZipEntry]) {
    guard !shared.relationships.isEmpty || !shared.media.isEmpty else { return }
    let names = Set(entries.map(\.name))
    for (part, made) in shared.relationships.sorted(by: { $0.key < $1.key }) {
      let told = shared.told[part] ?? 0
      findings += made.dropFirst(told).map {
        .lostRelationship(String(decoding: $0.target, as: UTF8.self), of: part)
      }
      let folder = part.prefix(through: part.lastIndex(of: "/") ?? part.startIndex)
      for relationship in made where !relationship.isExternal {
        let target = String(decoding: relationship.target, as: UTF8.self)
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        if !names.contains(name) { findings.append(.lostRelationship(target, of: part)) }
      }
    }
    // Without a list of its own, a package says nothing of its pictures either.
    if template.format == .odt, names.contains(Template.manifest),
      shared.toldMedia < shared.media.count
    {
      findings += shared.media.dropFirst(shared.toldMedia).map {
        .lostRelationship($0.name, of: Template.manifest)
      }
    }
  }

  private mutating func make(
    _ program: Program, _ name: String, part: String, listed: String? = nil
  ) throws(ZipFailure) -> ZipEntry {
    // A header that only items show, when there is none, says nothing of one.
    let isUnshown = template.frames.pages.exclusive.contains(name)
    var renderer = Renderer(
      program, part: part, format: template.format, data: data, keys: keys,
      missing: isUnshown ? .blank : missing, limits: limits, pictures: pictures, shared: shared,
      frames: template.frames)
    renderer.listed = listed
    var deflater = try Deflater(name: name, limit: max(limits.bytes, ZipLimits.writtenEntry))
    let done = renderer.performed { deflater.write($0) }
    findings += done.findings.filter { !findings.contains($0) }
    shared = done.shared
    return try deflater.finish()
  }

  /// The list of relationships of a header that was made: its model's own.
  private mutating func relationships(
    of header: SharedState.MadePart
  ) throws(ZipFailure) -> ZipEntry? {
    let (model, name) = (Relationships.part(of: header.model), Relationships.part(of: header.name))
    for part in template.parts {
      if let (list, program) = part.program, list == model {
        return try make(program, name, part: model, listed: header.name)
      }
    }
    guard let bytes = template.frames.lists[model] else { return nil }
    return try ZipEntry(name: name, contents: bytes)
  }
}
