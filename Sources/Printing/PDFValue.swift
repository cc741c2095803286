/// A value of a PDF file (ISO 32000-1, 7.3), as far as a file is taken apart and put together anew.
indirect enum PDFValue: Hashable, Sendable {
  /// A number, a text, `true`, `false` or `null`: its bytes as they stand in the file.
  case atom([UInt8])
  /// A name as it stands in the file, without its slash.
  case name(String)
  /// A list.
  case array([PDFValue])
  /// Names and values, in the order of the file.
  case dictionary([Entry])
  /// The number of an object that stands elsewhere.
  case reference(Int)

  /// A name in a dictionary with its value.
  struct Entry: Hashable, Sendable {
    let name: String
    let value: PDFValue
  }

  /// The value of a name; nil when this is no dictionary that holds it.
  subscript(name: String) -> PDFValue? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries.first { $0.name == name }?.value
  }

  /// A whole number.
  var integer: Int? {
    guard case .atom(let bytes) = self else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// A name.
  var text: String? { if case .name(let text) = self { text } else { nil } }

  /// The items of a list.
  var items: [PDFValue]? { if case .array(let items) = self { items } else { nil } }

  /// The number of the object meant.
  var number: Int? { if case .reference(let number) = self { number } else { nil } }

  /// True when it, or a value inside it, means an object elsewhere.
  var holdsReference: Bool {
    switch self {
    case .atom, .name: false
    case .reference: true
    case .array(let items): items.contains(where: \.holdsReference)
    case .dictionary(let entries): entries.contains { $0.value.holdsReference }
    }
  }

  /// A number as a value.
  static func integer(_ number: Int) -> PDFValue { .atom(Array(String(number).utf8)) }

  /// The dictionary without some names, and with others in the place of what it said of them.
  func replacing(_ entries: [Entry], without dropped: Set<String> = []) -> PDFValue {
    guard case .dictionary(let own) = self else { return self }
    let replaced = dropped.union(entries.map(\.name))
    return .dictionary(own.filter { !replaced.contains($0.name) } + entries)
  }
}

/// An object of a PDF file: its value and, of a stream, the bytes behind it.
struct PDFObject: Hashable, Sendable {
  var value: PDFValue
  var stream: [UInt8]?
}

/// Why a PDF could not be read.
enum PDFFailure: Error, Hashable, Sendable {
  /// The file does not begin or end as a PDF does.
  case noPDF
  /// The list of objects is of a form that this reader does not know, or the file is encrypted.
  case unknownForm
  /// What should stand at a byte does not.
  case broken(offset: Int)
}
