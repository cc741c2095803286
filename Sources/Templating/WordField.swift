internal import Expressions

/// The instruction of a Word field: its kind, its name, its switches.
struct WordField {
  /// What cannot be done with a field.
  enum Fault: Error, Hashable {
    /// A switch, or what follows one, that is not carried out.
    case unknownSwitch(String)
    /// A field inside the instruction of another, which computes with it.
    case nested(in: String)
    /// A field that ends in another paragraph.
    case unended
    /// A content control around more than one paragraph.
    case manyParagraphs
    /// No name.
    case nameless
  }

  /// Its kind in capitals: `MERGEFIELD`, `IF`.
  let kind: String
  /// What stands behind the kind, quotation marks removed.
  let words: [String]

  /// Reads the joined text of an instruction.
  init(_ instruction: String) {
    var words: [String] = []
    var rest = Substring(instruction)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { break }
      if Self.quotes.contains(first) {
        let inner = rest.dropFirst().prefix { !Self.quotes.contains($0) }
        words.append(String(inner))
        rest = rest[inner.endIndex...].dropFirst()
      } else if first == "\\" {
        // `\*Upper` and `\* Upper` are the same.
        words.append(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "\\" }
        words.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
    kind = words.first?.uppercased() ?? ""
    self.words = Array(words.dropFirst())
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]

  /// What a merge field says as a tag: the text of the tag, and what its switches do to a value.
  func mergeTag() throws(Fault) -> (content: String, filters: [FilterCall]) {
    var names: [String] = []
    var rest = words[...]
    while let word = rest.first, !word.hasPrefix("\\") {
      names.append(word)
      rest.removeFirst()
    }
    guard !names.isEmpty, names != [""] else { throw .nameless }
    var pictures: [FilterCall] = []
    var formats: [FilterCall] = []
    while let sign = rest.popFirst() {
      // Fields mapped by the wizard, and vertical writing, which Vietnamese does not have.
      if sign == "\\m" || sign == "\\v" { continue }
      let argument = rest.popFirst() ?? ""
      switch sign {
      case "\\@" where DatePicture(argument) != nil:
        pictures.append(FilterCall(.datePicture, argument: .text(argument)))
      case "\\#" where NumberPicture(argument) != nil:
        pictures.append(FilterCall(.numberPicture, argument: .text(argument)))
      case "\\*": formats += try Self.format(argument)
      default: throw .unknownSwitch("\(sign) \(argument)")
      }
    }
    return (names.joined(separator: " "), pictures + formats)
  }

  private static func format(_ name: String) throws(Fault) -> [FilterCall] {
    switch name.lowercased() {
    case "upper": [FilterCall(.upperCase)]
    case "lower": [FilterCall(.lowerCase)]
    case "firstcap": [FilterCall(.capitalFirst)]
    case "caps": [FilterCall(.capitalEach)]
    // Word goes by the case of the switch itself.
    case "roman" where name.first?.isUppercase ?? false: [FilterCall(.roman)]
    case "roman": [FilterCall(.roman), FilterCall(.lowerCase)]
    case "arabic", "mergeformat", "charformat": []
    default: throw .unknownSwitch("\\* \(name)")
    }
  }
}
