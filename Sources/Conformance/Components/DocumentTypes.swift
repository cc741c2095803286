internal import Diagnostics
internal import LocatedJSON
internal import Vocabulary

/// A type of document and its abbreviation in the number.
///
/// - Legal basis: the list and its source stand in `Data/types.json`.
struct DocumentType: Hashable, Sendable {
  /// The name, such as `Kế hoạch`.
  let name: String
  /// The abbreviation, such as `KH`.
  let code: String

  /// The types of the decree.
  static let all: [DocumentType] = {
    let read = JSONReader.read(PackageResources.types_json, file: "types.json")
    return (read.value?.root["loai"]?.array ?? []).compactMap { row in
      guard let name = row["ten"]?.string, let code = row["ky_hieu"]?.string else { return nil }
      return DocumentType(name: name, code: code)
    }
  }()

  /// The types by their folded names, the longest first, so that a longer name is not taken for a
  /// shorter one.
  private static let byName = all.sorted { $0.name.count > $1.name.count }
    .map { (name: VietnameseText.folded($0.name), type: $0) }

  /// The type whose name a title is, or begins with.
  static func of(title: String) -> DocumentType? {
    let folded = VietnameseText.folded(title)
    if let exact = byName.first(where: { $0.name == folded }) { return exact.type }
    return byName.first { folded.begins(with: $0.name + " ") }?.type
  }
}
