internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// What items have copies of: the parts of a template that are run in another part's scopes.
struct FrameSet: Sendable {
  /// Headers, footers and notes of Word, the styles of Writer, by the name of their part.
  var programs: [String: Program] = [:]
  /// The part of each kind of notes.
  var notes: [TemplatePackage.TextPart: String] = [:]
  /// The highest number of the template's own notes, by their part.
  var highestNotes: [String: Int] = [:]
  /// What the body says of pages.
  var pages = PageSites()
  /// The relationships of headers and footers, by the name of the list.
  var lists: [String: [UInt8]] = [:]

  static let none = FrameSet()
}

/// Where the pages of items stand.
struct PageState: Sendable {
  /// True until something is written on the pages that begin.
  var isStarting = false
  /// True until something is written behind the pages of the last item.
  var isResuming = false
  /// True between the first item and the last.
  var isInside = false
  /// What the names of this item's pages end with.
  var suffix = ""
  /// The headers and footers of this item, by their number; for look-up only.
  var references: [Int: String] = [:]
  /// The styles that were made; for look-up only.
  var styles: [MadeStyle: String] = [:]

  struct MadeStyle: Hashable {
    let pieces: PageStyle.Pieces
    let master: String
  }
}

/// A copy of a frame.
struct FrameCopy: Sendable {
  var number = 0
  var suffix = ""
  /// True for what is no copy, or keeps the template's names.
  var isFirst: Bool { number == 0 && suffix.isEmpty }
}

extension Renderer {
  private static let stylesPart = "styles.xml"

  mutating func beginPages() {
    shared.items += 1
    page.isStarting = true
    page.isInside = true
    page.references = [:]
    page.suffix = ""
    let sites = program.pages
    guard !sites.masters.isEmpty, let styles = frames.programs[Self.stylesPart] else { return }
    let isOwn = shared.items == 1 && sites.coversAll
    if !isOwn { page.suffix = "-\(shared.numbers.next())" }
    page.styles = [:]
    for frame in styles.frames where sites.masters.contains(frame.key) {
      let bytes = framed(
        styles, frame.range, part: Self.stylesPart, copy: FrameCopy(suffix: page.suffix))
      let key = SharedState.FrameKey(part: Self.stylesPart, key: frame.key)
      shared.copies[key, default: []] += bytes
      if isOwn { shared.replaced.insert(key) }
    }
  }

  /// The section of the last item stands behind all of them, where its scope is left.
  mutating func endItem() {
    guard scopes.isLast else { return }
    for index in program.pages.references.indices where page.references[index] == nil {
      prepareReference(index)
    }
  }

  mutating func endPages() {
    page.isStarting = false
    page.isInside = false
    page.isResuming = true
  }

  // MARK: Headers of Word

  mutating func writeReference(_ index: Int, isRecalled: Bool) {
    if page.references[index] == nil, !isRecalled { prepareReference(index) }
    output.append(name: page.references[index] ?? program.pages.references[index].id)
  }

  private mutating func prepareReference(_ index: Int) {
    let site = program.pages.references[index]
    guard let header = frames.programs[site.part] else { return }
    page.references[index] = make(header, site, isOwn: shared.items == 1)
  }

  /// Makes the header or footer of an item; the id of its relationship.
  private mutating func make(
    _ header: Program, _ site: PageSites.Reference, isOwn: Bool
  ) -> String {
    guard shared.parts.count < limits.headers else {
      report(.tooManyHeaders(limits.headers))
      return site.id
    }
    let takesOwn = isOwn && program.pages.exclusive.contains(site.part)
    let stem = site.part.lastIndex(of: ".").map { site.part[..<$0] } ?? site.part[...]
    let name = takesOwn ? site.part : "\(stem)-\(shared.numbers.next()).xml"
    let bytes = framed(header, header.whole, part: name, copy: FrameCopy())
    guard let entry = try? ZipEntry(name: name, contents: bytes) else { return site.id }
    let content = SharedState.MadePart.Content(
      model: site.part, checksum: entry.crc32, compressed: entry.compressed)
    if let known = shared.knownParts[content] { return shared.parts[known].id }
    let id =
      takesOwn
      ? site.id
      : shared.relationship(
        to: Array(("/" + name).utf8), type: site.type, isExternal: false, in: part)
    shared.knownParts[content] = shared.parts.count
    shared.parts.append(
      SharedState.MadePart(name: name, model: site.part, id: id, type: site.type, entry: entry))
    return id
  }

  /// The kinds of the headers and footers that were made.
  mutating func writeTypes(_ prefix: String) {
    for made in shared.parts where made.name != made.model {
      let kind = made.type.hasSuffix("/footer") ? "footer" : "header"
      output.append(
        markup: Array(
          "<\(prefix)Override PartName=\"/\(made.name)\" ContentType=\"\(TemplatePackage.word)\(kind)+xml\"/>"
            .utf8))
    }
  }

  // MARK: Notes of Word

  mutating func writeNote(_ index: Int) {
    let slot = program.notes[index]
    guard let part = frames.notes[slot.kind], let notes = frames.programs[part],
      let frame = notes.frames.first(where: { $0.key == slot.id })
    else { return output.append(name: slot.id) }
    let number = (shared.lastNotes[part] ?? frames.highestNotes[part] ?? 0) + 1
    shared.lastNotes[part] = number
    let bytes = framed(notes, frame.range, part: part, copy: FrameCopy(number: number))
    shared.copies[SharedState.FrameKey(part: part, key: frame.key), default: []] += bytes
    output.append(name: String(number))
  }

  /// Writes the copies of a frame; false when the template's own follows them.
  mutating func writeFrame(_ index: Int) -> Bool {
    let frame = program.frames[index]
    let key = SharedState.FrameKey(part: part, key: frame.key)
    if let bytes = shared.copies[key] { output.append(markup: bytes) }
    if part != Self.stylesPart || shared.replaced.contains(key) { return true }
    guard frames.pages.coversAll, frames.pages.masters.contains(frame.key) else { return false }
    // No item came: what its header would say of it is left out.
    output.append(
      markup: framed(program, frame.range, part: part, copy: FrameCopy(), missing: .blank))
    return true
  }

  // MARK: Pages of Writer

  mutating func writePageStyle(_ index: Int) {
    let style = program.pages.styles[index]
    let isCopied = page.isInside && program.pages.masters.contains(style.master)
    let master = isCopied ? style.master + page.suffix : style.master
    if page.isStarting {
      page.isStarting = false
      write(style.start, "TDTrang\(index)", master, isMade: master == style.master)
    } else if page.isResuming {
      page.isResuming = false
      write(style.resume, "TDTiep\(index)", master, isMade: true)
    } else if style.isOwn, master != style.master {
      write(style.same, "", master, isMade: false)
    } else {
      output.append(markup: style.name)
    }
  }

  /// Writes the name of a style of a page; one that is not made already is made.
  private mutating func write(
    _ pieces: PageStyle.Pieces, _ name: String, _ master: String, isMade: Bool
  ) {
    guard !isMade else { return output.append(name: name) }
    let key = PageState.MadeStyle(pieces: pieces, master: master)
    if let known = page.styles[key] { return output.append(name: known) }
    let made = "TDTrang\(shared.numbers.next())"
    page.styles[key] = made
    madeStyles.append(pieces.style(named: made, page: master))
    output.append(name: made)
  }

  /// The styles that text of this part needs and no author made.
  mutating func writeStyles() {
    for (index, style) in program.pages.styles.enumerated() {
      output.append(markup: style.start.style(named: "TDTrang\(index)", page: style.master))
      output.append(markup: style.resume.style(named: "TDTiep\(index)", page: style.master))
    }
    for style in styles { output.append(markup: style) }
    if part == Self.stylesPart { for style in shared.frameStyles { output.append(markup: style) } }
  }
}

extension PageStyle.Pieces {
  /// The style, under a name of ours, for a page.
  func style(named name: String, page: String) -> [UInt8] {
    var writer = XMLWriter()
    writer.bytes = head + Array(name.utf8) + middle
    writer.appendEscaped(attribute: page)
    return writer.bytes + tail
  }
}

extension Program {
  /// All instructions.
  var whole: Range<Int> { 0..<instructions.count }

  /// True when styles that stand before the text are known only behind it.
  var needsRehearsal: Bool {
    pictures.contains { $0.style != nil } || !pages.masters.isEmpty
  }
}
