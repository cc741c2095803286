internal import Diagnostics
internal import XMLTree
internal import ZipContainer

/// Tags in places that this version does not fill; they stay as they are, and that is said.
struct UnfilledPlaces {
  let archive: SafePackage
  let scanner: TagScanner
  let file: String
  /// The relationships that are filled, by the part that lists them.
  let claimed: [String: Set<String>]

  /// One warning for each such tag.
  func findings() -> [Diagnostic] {
    archive.entries.flatMap { entry -> [Diagnostic] in
      guard let words = Self.words(for: entry.name), let document = archive.document(entry.name)
      else { return [] }
      return texts(of: document, but: claimed[entry.name] ?? []).flatMap { text in
        scanner.tags(in: Array(text.unicodeScalars)).tags.map { tag in
          .notFilledHere(
            tag.written,
            at: Place(file: file, part: entry.name, context: "\(words): “\(text.prefix(40))”"))
        }
      }
    }
  }

  /// What a part is to a clerk; nil for one that holds no text of an author.
  private static func words(for name: String) -> String? {
    switch name {
    case _ where name.hasPrefix("word/charts/chart"): "biểu đồ"
    case _ where name.hasPrefix("word/diagrams/data"): "sơ đồ SmartArt"
    case _ where name.hasPrefix("word/_rels/"): "đích của liên kết"
    default: nil
    }
  }

  /// The texts of elements without elements, and the targets of links.
  private func texts(of document: XMLDocument, but claimed: Set<String>) -> [String] {
    document.root.descendants.compactMap { node in
      guard node.kind == .element, !claimed.contains(node.attribute("Id") ?? "") else { return nil }
      if node.name.local == "Relationship" {
        return node.attribute("Target").map(Self.withoutPercents)
      }
      return node.elements.isEmpty ? node.textContent : nil
    }
  }

  /// The address with `%3C` and the like as the signs that the author typed.
  static func withoutPercents(_ address: String) -> String {
    let utf8 = Array(address.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < utf8.count {
      if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count,
        let byte = UInt8(
          String(decoding: utf8[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
