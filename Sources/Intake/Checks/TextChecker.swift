import Diagnostics
import LocatedJSON
import Vocabulary

/// Looks at every text of a file for what typing leaves behind, and brings it to NFC.
///
/// Only the normalisation changes a text; text in an old encoding is shown repaired in the
/// finding and never rewritten.
struct TextChecker {
  /// The file as it was read.
  let file: CheckedFile
  /// The findings about texts.
  private(set) var findings = FindingList()
  /// The first text that was not in NFC, and how many there are.
  private var decomposed: (first: Place, count: Int)?

  init(_ file: CheckedFile) { self.file = file }

  /// The same file with every text in NFC.
  mutating func normalisedFile() -> CheckedFile {
    let root = normalised(file.root, .root) ?? file.root
    // A file from a Mac is decomposed all through; one note says it as well as a hundred.
    if let decomposed {
      findings.add(.decomposed(count: decomposed.count, at: decomposed.first), in: file.kind)
    }
    return CheckedFile(kind: file.kind, source: file.source, root: root)
  }

  /// The same value with every text in NFC; nil when it is so already, which is nearly always, so
  /// that a large file is in memory once.
  private mutating func normalised(_ value: JSONValue, _ pointer: JSONPointer) -> JSONValue? {
    switch value.kind {
    case .string(let text):
      return checked(text, at: value.range, pointer).map {
        JSONValue(.string($0), range: value.range)
      }
    case .array(let items):
      var result = items
      var isChanged = false
      for (index, item) in items.enumerated() {
        guard let item = normalised(item, pointer.appending(index)) else { continue }
        result[index] = item
        isChanged = true
      }
      return isChanged ? JSONValue(.array(result), range: value.range) : .none
    case .object(let members):
      var result = members
      var isChanged = false
      for (index, member) in members.enumerated() {
        guard let value = normalised(member.value, pointer.appending(member.name)) else {
          continue
        }
        result[index].value = value
        isChanged = true
      }
      return isChanged ? JSONValue(.object(result), range: value.range) : .none
    case .null, .boolean, .number:
      return .none
    }
  }

  /// A text in NFC; nil when it is so already.
  private mutating func checked(
    _ text: String, at range: SourceRange, _ pointer: JSONPointer
  ) -> String? {
    let composed = VietnameseText.nfc(text)
    var found: [(Place) -> Diagnostic] = []
    let isComposed = composed.utf8.elementsEqual(text.utf8)
    if !isComposed {
      let first = decomposed?.first ?? file.source.place(of: range, pointer: pointer)
      decomposed = (first, (decomposed?.count ?? 0) + 1)
    }
    if let suspect = LegacyEncoding.suspect(composed) {
      found.append { .legacyEncoding(suspect, text: composed, at: $0) }
    } else if let spot = Self.looseSpaces(in: composed) {
      found.append { .looseSpaces(spot, at: $0) }
    }
    // Lines and columns are counted only where there is something to say.
    if !found.isEmpty {
      let place = file.source.place(of: range, pointer: pointer)
      for finding in found { findings.add(finding(place), in: file.kind) }
    }
    return isComposed ? nil : composed
  }

  /// Where a text has a blank at an end or two in a row; one of blanks only is another fault.
  static func looseSpaces(in text: String) -> String? {
    guard mayHoldLooseSpaces(text), let first = text.first, let last = text.last,
      TextRule.any.accepts(text)
    else { return nil }
    if first.isWhitespace { return "ở đầu" }
    if last.isWhitespace { return "ở cuối" }
    var word = ""
    var isBlank = false
    for character in text {
      if character.isWhitespace {
        if isBlank { return "sau chữ “\(word)”" }
        isBlank = true
      } else {
        word = isBlank ? String(character) : word + String(character)
        isBlank = false
      }
    }
    return nil
  }
}

extension TextChecker {
  /// False when a look at the bytes is enough to see no blank at an end or beside another.
  ///
  /// Nearly every text of a file is ids, days and Vietnamese words; signs that begin with other
  /// bytes than theirs, blanks beyond ASCII among them, get the closer look.
  private static func mayHoldLooseSpaces(_ text: String) -> Bool {
    var isAfterBlank = true
    var isAfterE1 = false
    for byte in text.utf8 {
      if isAfterE1, byte != 0xBA, byte != 0xBB { return true }
      isAfterE1 = byte == 0xE1
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isBlank, isAfterBlank { return true }
      isAfterBlank = isBlank
      switch byte {
      case ..<0xC0, 0xC3...0xC6, 0xE1: continue
      default: return true
      }
    }
    return isAfterBlank
  }
}

extension Diagnostic {
  /// IN016: texts of a file that were not in NFC, at the place of the first.
  fileprivate static func decomposed(count: Int, at place: Place) -> Diagnostic {
    let others = count > 1 ? ", ở đây và \(count - 1) chỗ sau" : ""
    return .info(
      Code("IN016"),
      "chữ có dấu ở dạng tổ hợp (NFD)\(others), đã được đổi sang dạng dựng sẵn (NFC)", at: place,
      help: "không phải sửa; muốn hết ghi chú này, gõ lại bằng bảng mã Unicode dựng sẵn")
  }

  /// IN017: a text that looks like TCVN3 or VNI.
  fileprivate static func legacyEncoding(
    _ suspect: (encoding: LegacyEncoding.Kind, repaired: String), text: String, at place: Place
  ) -> Diagnostic {
    .warning(
      Code("IN017"), "“\(text.clipped)” có vẻ được gõ bằng bảng mã \(suspect.encoding.rawValue)",
      at: place,
      help: "nếu đúng, thay bằng “\(suspect.repaired)”; chương trình không tự sửa")
  }

  /// IN018: a blank at an end, or two in a row.
  fileprivate static func looseSpaces(_ spot: String, at place: Place) -> Diagnostic {
    .warning(
      Code("IN018"), "thừa khoảng trắng \(spot)", at: place, help: "xóa khoảng trắng thừa")
  }
}
