internal import Diagnostics
internal import LocatedJSON
internal import Publishing
internal import Templating

/// What was made of one piece of a file of records.
struct FilledRecord: Sendable {
  /// The file's name without its ending, once there is one.
  var name: String?
  /// The document with its hash, unless something is wrong with it.
  var content: HashedBytes?
  /// What is wrong with the text of the line, or with its file name.
  var faults: [Diagnostic] = []
  /// What was found while it was filled, which other records may share.
  var findings: [Diagnostic] = []
}

/// Makes a document of a record; workers share it.
struct RecordFiller: Sendable {
  let template: Template
  let pattern: TextTemplate?
  /// The file of records, as findings name it.
  let file: String
  let missing: MissingPolicy
  let limits: RecordLimits
  let pictures: PictureSource

  func fill(_ line: RecordLine) -> FilledRecord {
    guard case .record(let record) = line else { return FilledRecord() }
    var filled = FilledRecord()
    let read = RecordReader(file: file, limits: limits).read(line)
    filled.faults = read.faults
    guard let data = read.value else { return filled }
    name(record, data, &filled)
    let rendered = template.render(data, missing: missing, pictures: pictures)
    filled.findings += rendered.findings.map { $0.moved(to: record.place(in: file)) }
    filled.content = rendered.value.map(HashedBytes.init)
    return filled
  }

  private func name(
    _ record: RecordLine.Record, _ data: JSONValue, _ filled: inout FilledRecord
  ) {
    guard let pattern else {
      filled.name = RecordNames.numbered(record.number)
      return
    }
    let text = pattern.render(data, ordinal: record.number + 1, missing: missing)
    filled.findings += text.findings.map { $0.moved(to: record.place(in: file)) }
    guard let text = text.value else { return }
    filled.name = RecordNames.safe(text, suffix: ".\(template.format.rawValue)")
    if filled.name == nil { filled.faults.append(.noName(text, at: record.place(in: file))) }
  }
}

extension RecordLine.Record {
  /// Where the record stands: its line, of which the beginning is shown.
  func place(in file: String) -> Place {
    var shown = bytes.prefix(400)
    // Not cut inside a letter.
    while shown.count < bytes.count, let last = shown.last, last & 0x80 != 0 { shown.removeLast() }
    let text = String(decoding: shown, as: UTF8.self).filter { $0 != "\r\n" && $0 != "\r" }
    return Place(file: file, span: TextSpan(line: line, column: 1, length: 1, text: text))
  }
}

extension Diagnostic {
  /// The finding about a template's tag, at the record that brought it about.
  func moved(to place: Place) -> Diagnostic {
    var finding = self
    finding.place.file = place.file
    finding.place.span = place.span
    return finding
  }

  /// The finding with the record's place where it has no line of its own.
  func standing(at place: Place) -> Diagnostic {
    self.place.span == nil ? moved(to: place) : self
  }
}
