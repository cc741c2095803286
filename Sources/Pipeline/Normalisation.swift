internal import LocatedJSON
internal import Publishing
internal import Vocabulary

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
