internal import LocatedJSON
internal import Publishing
internal import Vocabulary

extension JSONDocument {
  /// The value of the file with all its texts and keys in NFC.
  ///
  /// Most files are in NFC, which their bytes tell: a list of a hundred thousand rows is not copied
  /// for nothing. U+0300–U+036F begin with one of two bytes; an escape may stand for any of them.
  var normalisedRoot: JSONValue {
    let mayHoldMarks = source.bytes.contains {
      $0 == 0xCC || $0 == 0xCD || $0 == UInt8(ascii: "\\")
    }
    return mayHoldMarks ? root.normalised : root
  }
}

extension JSONValue {
  /// The value with all its texts and keys in NFC.
  var normalised: JSONValue {
    switch kind {
    case .string(let text): JSONValue(.string(VietnameseText.nfc(text)), range: range)
    case .array(let items): JSONValue(.array(items.map(\.normalised)), range: range)
    case .object(let members):
      JSONValue(
        .object(
          members.map {
            Member(
              VietnameseText.nfc($0.name), $0.value.normalised, nameRange: $0.nameRange)
          }), range: range)
    case .null, .boolean, .number: self
    }
  }
}

extension World {
  /// True when a folder stands at the path; a link to one counts.
  func isFolder(_ path: String) throws(PublishingFailure) -> Bool {
    if case .folder = try files.kind(of: absolutePath(path)) { true } else { false }
  }
}
