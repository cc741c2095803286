internal import Diagnostics
internal import LocatedJSON

extension Manifest {
  /// Hands on the bytes of `manifest.json`, its keys in the contract's order, a piece at a time: the
  /// decisions of a large period are a hundred megabytes of text.
  ///
  /// - Throws: what `take` threw; it is called at least once.
  func write<Failure: Error>(
    to take: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var text = MemberText(take: take)
    try text.add("period", .text(period))
    try text.add("generator", generator.json)
    try text.add("inputs", inputs, \.json)
    try text.add("templates", templates, \.json)
    if !regulations.isEmpty { try text.add("regulations", regulations, \.json) }
    try text.add("documents", documents, \.json)
    if !files.isEmpty { try text.add("files", files, \.json) }
    try text.add("decisions", decisions, \.json)
    try text.add("missing", missing, \.json)
    if let converter { try text.add("converter", converter.json) }
    try text.add("office", office)
    try text.add("findings", findings, FindingRecord.json)
    try text.end()
  }

  /// The bytes of `manifest.json`.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }
}

/// An object as `JSONWriter/pretty(_:)` writes it, of which only a piece is in memory.
private struct MemberText<Failure: Error> {
  let take: ([UInt8]) throws(Failure) -> Void
  private var piece: [UInt8] = []
  private var isFirst = true

  /// A piece is handed on when it has so many bytes.
  private static var size: Int { 1 << 18 }

  init(take: @escaping ([UInt8]) throws(Failure) -> Void) { self.take = take }

  /// Adds a member.
  mutating func add(_ name: String, _ value: JSONValue) throws(Failure) {
    begin(name)
    JSONWriter.write(value, to: &piece, indentedBy: 2)
    try handOn(above: Self.size)
  }

  /// Adds a member that is a list.
  mutating func add<Item>(
    _ name: String, _ items: any Sequence<Item>, _ json: (Item) -> JSONValue
  ) throws(Failure) {
    begin(name)
    var isEmpty = true
    piece += "[".utf8
    for item in items {
      piece += (isEmpty ? "\n    " : ",\n    ").utf8
      isEmpty = false
      JSONWriter.write(json(item), to: &piece, indentedBy: 4)
      try handOn(above: Self.size)
    }
    piece += (isEmpty ? "]" : "\n  ]").utf8
  }

  /// Ends the object and hands on what is left.
  mutating func end() throws(Failure) {
    piece += "\n}\n".utf8
    try handOn(above: 0)
  }

  private mutating func begin(_ name: String) {
    piece += (isFirst ? "{\n  " : ",\n  ").utf8
    isFirst = false
    JSONWriter.write(.text(name), to: &piece, indentedBy: 2)
    piece += ": ".utf8
  }

  private mutating func handOn(above size: Int) throws(Failure) {
    guard piece.count > size else { return }
    try take(piece)
    piece.removeAll(keepingCapacity: true)
  }
}

extension Manifest.Program {
  fileprivate var json: JSONValue {
    .record([("name", .text(name)), ("version", .text(version))])
  }

  init?(json: JSONValue) {
    guard let name = json["name"]?.string, let version = json["version"]?.string else { return nil }
    self.init(name: name, version: version)
  }
}

extension Manifest.Source {
  fileprivate var json: JSONValue {
    .record([("path", .text(path)), ("sha256", .text(sha256.text))])
  }
}

extension Manifest.Document {
  fileprivate var json: JSONValue {
    .record([
      ("id", .text(id)),
      ("kind", .text(kind)),
      ("format", .text(format)),
      ("path", .text(file.path)),
      ("sha256", .text(file.sha256.text)),
      ("bytes", .integer(file.bytes)),
      ("subject", subject.map(JSONValue.text)),
      ("template", template.map(JSONValue.text)),
      ("state", .text(state.rawValue)),
      ("form", form.map(JSONValue.text)),
      ("medium", (medium?.rawValue).map(JSONValue.text)),
    ])
  }

  init?(json: JSONValue) {
    guard let id = json["id"]?.string, let kind = json["kind"]?.string,
      let format = json["format"]?.string, let file = WrittenFile(json: json),
      let state = json["state"]?.string.flatMap(Manifest.State.init(rawValue:))
    else { return nil }
    let medium = json["medium"]?.string.flatMap(Manifest.Medium.init(rawValue:))
    guard (medium == nil) == (json["medium"] == nil) else { return nil }
    self.init(
      id: id, kind: kind, format: format, file: file,
      subject: json["subject"]?.string, template: json["template"]?.string, state: state,
      form: json["form"]?.string, medium: medium)
  }
}

extension WrittenFile {
  fileprivate var json: JSONValue {
    .record([("path", .text(path)), ("sha256", .text(sha256.text)), ("bytes", .integer(bytes))])
  }

  init?(json: JSONValue) {
    guard let path = json["path"]?.string,
      let sha256 = json["sha256"]?.string.flatMap(SHA256Sum.init),
      let bytes = json["bytes"]?.wholeNumber
    else { return nil }
    self.init(path: path, sha256: sha256, bytes: bytes)
  }
}

extension Manifest.Decision {
  fileprivate var json: JSONValue {
    .record([
      ("subject", .text(subject)),
      ("award", .text(award)),
      ("outcome", .text(outcome.rawValue)),
      ("reasons", .array(reasons.map(\.json))),
    ])
  }
}

extension Manifest.Reason {
  fileprivate var json: JSONValue {
    .record([
      ("rule", .text(rule)),
      ("outcome", .text(outcome.rawValue)),
      ("citation", .text(citation)),
      ("because", .text(because)),
      ("seen", seen),
      ("certainty", .text(certainty)),
    ])
  }
}

extension Manifest.Missing {
  fileprivate var json: JSONValue {
    .record([
      ("kind", .text(kind)),
      ("subject", subject.map(JSONValue.text)),
      ("because", .text(because)),
    ])
  }
}

extension JSONValue {
  /// An object of the members that apply, in their order.
  static func record(_ members: [(String, JSONValue?)]) -> JSONValue {
    JSONValue(.object(members.compactMap { name, value in value.map { Member(name, $0) } }))
  }

  /// A text.
  static func text(_ text: String) -> JSONValue { JSONValue(.string(text)) }

  /// A whole number from 0.
  fileprivate var wholeNumber: Int? {
    guard case .number(let text) = kind, let number = Int(text), number >= 0 else { return nil }
    return number
  }
}
